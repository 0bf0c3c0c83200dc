/** `/api/v1/clients`. */
import { resourceRoutes } from '../infra/resource.ts';
import { Client, ClientCreate, ClientPatch, ClientQuery } from './schema.ts';
import { createClient, deleteClient, getClient, listClients, updateClient } from './service.ts';

export default resourceRoutes({
  path: '/clients',
  tag: 'Clients',
  names: ['Client', 'Clients'],
  access: { read: { scope: 'read:clients' }, write: { scope: 'write:clients', role: 'manager' } },
  schemas: { resource: Client, create: ClientCreate, patch: ClientPatch, query: ClientQuery },
  summaries: {
    list: 'List clients',
    create: 'Create a client',
    get: 'Read a client',
    update: 'Edit or archive a client',
    delete: 'Delete a client without projects',
  },
  service: {
    list: listClients,
    create: createClient,
    get: getClient,
    update: updateClient,
    delete: deleteClient,
  },
});
