/** `/api/v1/locks`. */
import { resourceRoutes } from '../infra/resource.ts';
import { PeriodLock, PeriodLockCreate, PeriodLockPatch, PeriodLockQuery } from './schema.ts';
import { createLock, deleteLock, getLock, listLocks, updateLock } from './service.ts';

export default resourceRoutes({
  path: '/locks',
  tag: 'Settings',
  names: ['Lock', 'Locks'],
  access: { read: { scope: 'read:settings' }, write: { scope: 'write:settings', role: 'manager' } },
  schemas: {
    resource: PeriodLock,
    create: PeriodLockCreate,
    patch: PeriodLockPatch,
    query: PeriodLockQuery,
  },
  summaries: {
    list: 'List locked periods',
    create: 'Lock a period',
    get: 'Read a locked period',
    update: 'Move or narrow a locked period',
    delete: 'Unlock a period',
  },
  service: {
    list: listLocks,
    create: createLock,
    get: getLock,
    update: updateLock,
    delete: deleteLock,
  },
});
