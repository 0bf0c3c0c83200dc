/** The rules of clients: managers keep them, everyone may name them; one with projects stays. */

import { ERR_NOT_FOUND } from '../errors.ts';
import { hasRole } from '../infra/access.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { recordChange } from '../infra/record-change.ts';
import { containsText } from '../infra/search.ts';
import { firstVersion, nextVersion, toArchivedAt } from '../infra/versions.ts';
import { Client } from './model.ts';
import type { ClientCreate, ClientPatch, ClientQuery } from './schema.ts';

const sorting = {
  columns: { name: 'lower(name)', created_at: 'created_at', updated_at: 'updated_at' },
  id: 'id',
};

export async function listClients(context: Context, query: ClientQuery): Promise<Page<Client>> {
  const list = Client.query(context.db).select('clients.*');
  if (query.search) list.whereRaw(containsText('name'), [query.search]);
  if (query.archived !== undefined)
    list.whereRaw(`archived_at IS ${query.archived ? 'NOT NULL' : 'NULL'}`);
  whereModifiedAfter(context, list, 'updated_at', query.modified_after);
  const page = await fetchPage(list, sorting, query);
  for (const client of page.data) hideRate(context, client);
  return page;
}

export async function getClient(context: Context, id: number): Promise<Client> {
  return hideRate(context, await findClient(context, id));
}

export async function createClient(context: Context, input: ClientCreate): Promise<Client> {
  return inTransaction(context, async (context) => {
    const client = await Client.query(context.db)
      .insert({ ...input, ...firstVersion(context) })
      .returning('*');
    await recordChange(context, { type: 'client.created', entity: 'client', after: client });
    return client;
  });
}

export async function updateClient(
  context: Context,
  id: number,
  { archived, ...fields }: ClientPatch,
  expected?: string,
): Promise<Client> {
  return inTransaction(context, async (context) => {
    const before = await findClient(context, id, true);
    requireVersion(before, expected);
    const after = await Client.query(context.db).patchAndFetchById(id, {
      ...fields,
      ...toArchivedAt(context, before, archived),
      ...nextVersion(context, before),
    });
    await recordChange(context, { type: 'client.updated', entity: 'client', before, after });
    return after;
  });
}

/** @throws STINT_ERR_IN_USE while projects belong to it */
export async function deleteClient(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const before = await findClient(context, id, true);
    await Client.query(context.db).deleteById(id);
    await recordChange(context, { type: 'client.deleted', entity: 'client', before });
  });
}

async function findClient({ db }: Context, id: number, forUpdate = false): Promise<Client> {
  const query = Client.query(db).findById(id);
  const client = await (forUpdate ? query.forUpdate() : query);
  if (!client) throw new ERR_NOT_FOUND('client', id);
  return client;
}

// What a client pays is the managers' business.
function hideRate({ actor }: Context, client: Client): Client {
  if (!hasRole(actor.role, 'manager')) client.hourly_rate = null;
  return client;
}
