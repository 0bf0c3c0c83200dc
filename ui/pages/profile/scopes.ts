/** What an API token may do, in the order and the groups in which people think of it. Plain data. */
import type { Scope } from '../../../core/auth/scopes.ts';

type Verb = 'read' | 'write';
type Resource = Scope extends `${Verb}:${infer Name}` ? Name : never;

interface Group {
  name: 'time' | 'work' | 'people' | 'instance';
  resources: Resource[];
}

export const groups: Group[] = [
  { name: 'time', resources: ['time_entries', 'reports', 'imports', 'archive'] },
  { name: 'work', resources: ['clients', 'projects', 'tasks', 'tags'] },
  { name: 'people', resources: ['me', 'users'] },
  {
    name: 'instance',
    resources: ['settings', 'plugins', 'audit_log', 'metrics', 'events', 'webhooks'],
  },
];

/** Each scope that there is, and whether an administrator alone can use it. */
const all: Record<Scope, { isForAdmins: boolean }> = {
  'read:me': { isForAdmins: false },
  'write:me': { isForAdmins: false },
  'read:users': { isForAdmins: false },
  'write:users': { isForAdmins: true },
  'read:clients': { isForAdmins: false },
  'write:clients': { isForAdmins: false },
  'read:projects': { isForAdmins: false },
  'write:projects': { isForAdmins: false },
  'read:tasks': { isForAdmins: false },
  'write:tasks': { isForAdmins: false },
  'read:tags': { isForAdmins: false },
  'write:tags': { isForAdmins: false },
  'read:time_entries': { isForAdmins: false },
  'write:time_entries': { isForAdmins: false },
  'read:reports': { isForAdmins: false },
  'read:settings': { isForAdmins: false },
  'write:settings': { isForAdmins: false },
  'write:plugins': { isForAdmins: true },
  'read:audit_log': { isForAdmins: true },
  'read:metrics': { isForAdmins: true },
  'write:imports': { isForAdmins: false },
  'read:events': { isForAdmins: false },
  'read:webhooks': { isForAdmins: false },
  'write:webhooks': { isForAdmins: false },
  'read:archive': { isForAdmins: false },
  'write:archive': { isForAdmins: true },
};

/** The scope of that resource, if there is one and this person can use it. */
export function scopeOf(verb: Verb, resource: Resource, isAdmin: boolean): Scope | undefined {
  const scope = `${verb}:${resource}` as Scope;
  const known = all[scope];
  return known && (isAdmin || !known.isForAdmins) ? scope : undefined;
}

export const presets: Record<'track' | 'read', (isAdmin: boolean) => Scope[]> = {
  /** What a timer in an editor or on a desk needs. */
  track: () => [
    'read:me',
    'read:time_entries',
    'write:time_entries',
    'read:projects',
    'read:tasks',
    'read:tags',
  ],
  read: (isAdmin) =>
    (Object.keys(all) as Scope[]).filter(
      (scope) => scope.startsWith('read:') && (isAdmin || !all[scope].isForAdmins),
    ),
};
