/**
 * What has been read, kept by its address: one read for all who show it. The key of a read begins with
 * the name of its resource; by that word a change makes it stale.
 */
import { keepPreviousData, QueryClient, type QueryObserverOptions } from '@tanstack/query-core';
import { api, call, type Query } from './api.ts';
import type {
  Client,
  Member,
  Person,
  Plugin,
  Project,
  Settings,
  Tag,
  Task,
  TimeEntry,
} from './wire.ts';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Live updates say what has changed. This is for what they do not tell.
      staleTime: 60_000,
      // The notice above the page tries again, for all of them.
      retry: false,
      // A browser knows its network, and not whether the server is in it.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
queries.mount();

export type Read<T> = QueryObserverOptions<T, Error, T, T, readonly unknown[]>;

const MOST_A_CALL = 200;

interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

/** One object, or whatever else one call answers. @example readOne<User>('/me') */
export function readOne<T>(path: string, query: Query = {}): Read<T> {
  return {
    queryKey: [resourceOf(path), path, query],
    queryFn: ({ signal }) => call<T>('GET', path, { query, signal }),
  };
}

/** The first page of a list, as it comes. */
export function readList<T>(path: string, query: Query = {}): Read<Page<T>> {
  return readOne<Page<T>>(path, query);
}

/** All pages of a list. For what is few enough to be chosen from, or bounded by its query. */
export function readAll<T>(path: string, query: Query = {}): Read<T[]> {
  return {
    queryKey: [resourceOf(path), path, query, 'all'],
    queryFn: async ({ signal }) => (await readPages<T>(path, query, signal)).rows,
  };
}

/**
 * The first rows of a list, for a page that shows more when asked. While other ones are read, those
 * from before stay.
 */
export function readSome<T>(path: string, query: Query, most: number): Read<Rows<T>> {
  return {
    queryKey: [resourceOf(path), path, query, most],
    queryFn: ({ signal }) => readPages<T>(path, query, signal, most),
    placeholderData: keepPreviousData,
  };
}

export interface Rows<T> {
  rows: T[];
  isMore: boolean;
}

async function readPages<T>(
  path: string,
  query: Query,
  signal: AbortSignal,
  most = Number.POSITIVE_INFINITY,
): Promise<Rows<T>> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(MOST_A_CALL, most - rows.length);
    const page = await call<Page<T>>('GET', path, { query: { limit, ...query, cursor }, signal });
    rows.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor && rows.length < most);
  return { rows, isMore: cursor !== undefined };
}

/** Reads once, from the cache while that is fresh: for what is not shown while it changes. */
export function readNow<T>(read: Read<T>): Promise<T> {
  return queries.fetchQuery({ queryKey: read.queryKey, queryFn: read.queryFn }) as Promise<T>;
}

/** What is known already, without asking. */
export function known<T>(read: Read<T>): T | undefined {
  return queries.getQueryData<T>(read.queryKey);
}

/** Makes everything that was read of these resources stale, and reads what is being shown again. */
export function refresh(...resources: string[]): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => resources.includes(String(queryKey[0])),
  });
}

/** `/time-entries/7` → `time-entries`. */
function resourceOf(path: string): string {
  return path.split('/')[1] as string;
}

export const clientsRead = readAll<Client>('/clients', { sort: 'name' });
export const peopleRead = readAll<Person>('/users', { sort: 'name' });
export const projectsRead = readAll<Project>('/projects', { sort: 'name' });
export const settingsRead = readOne<Settings>('/settings');
export const tagsRead = readAll<Tag>('/tags', { sort: 'name' });
export const tasksRead = (project_id: number) => readAll<Task>('/tasks', { project_id });
export const membersRead = (project_id: number) =>
  readAll<Member>(`/projects/${project_id}/members`, { sort: 'name' });
/** Tasks of several projects, each project's read once for all who ask. */
export const tasksOfRead = (projectIds: number[]): Read<Task[]> => ({
  queryKey: ['tasks', 'of projects', ...projectIds],
  queryFn: async () => {
    const reads = projectIds.map((id) => queries.fetchQuery(tasksRead(id)));
    return (await Promise.all(reads)).flat();
  },
});
export const entriesRead = (query: Query) => readAll<TimeEntry>('/time-entries', query);

export const pluginsRead: Read<Plugin[]> = {
  queryKey: ['ui-plugins'],
  queryFn: async () => (await api.get<{ data: Plugin[] }>('/ui/plugins')).data,
};
