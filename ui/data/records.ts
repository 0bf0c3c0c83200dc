/** Writes of rows that are made, edited and deleted one by one. After each, what shows it is read again. */
import { api } from './api.ts';
import { refresh } from './queries.ts';

export type Resource = 'clients' | 'projects' | 'tasks' | 'tags' | 'users' | 'locks';

export interface Row {
  id: number;
  version: number;
}

/** What else shows rows of a resource. */
const alsoTouched: Record<Resource, string[]> = {
  clients: ['projects', 'reports'],
  projects: ['reports'],
  tasks: ['reports'],
  tags: ['time-entries', 'reports'],
  users: ['me'],
  locks: [],
};

export async function createRecord<T>(resource: Resource, fields: object): Promise<T> {
  return changed(resource, await api.post<T>(`/${resource}`, fields));
}

/** @throws Problem with STINT_ERR_VERSION_MISMATCH when somebody else has changed it meanwhile */
export async function editRecord<T>(resource: Resource, row: Row, fields: object): Promise<T> {
  return changed(resource, await api.patch<T>(`/${resource}/${row.id}`, fields, { basedOn: row }));
}

/** Changes one thing in its place: what somebody else has changed meanwhile stays. */
export async function setFields(resource: Resource, id: number, fields: object): Promise<void> {
  changed(resource, await api.patch(`/${resource}/${id}`, fields));
}

/** @throws Problem when time stands on it, or others belong to it */
export async function deleteRecord(resource: Resource, id: number): Promise<void> {
  changed(resource, await api.delete(`/${resource}/${id}`));
}

function changed<T>(resource: Resource, answer: T): T {
  refresh(resource, ...alsoTouched[resource]);
  return answer;
}
