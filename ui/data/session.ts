/** Who is signed in, in all tabs of this browser. */
import { computed, signal } from '@preact/signals-core';
import { api, renewWith } from './api.ts';
import { hasCode, Problem } from './problem.ts';
import { queries } from './queries.ts';
import type { Challenged, MePatch, User } from './wire.ts';

/** `expired`: somebody was signed in and is no longer; their page waits for their password. */
export type SessionState =
  | 'loading'
  | 'unreachable'
  | 'needs-set-up'
  | 'signed-out'
  | 'signed-in'
  | 'expired';

export const sessionState = signal<SessionState>('loading');
export const user = signal<User | undefined>(undefined);
/** What somebody who gave their password still has to show; nothing when they begin anew. */
export const secondFactor = signal<Challenged['second_factor'] | undefined>(undefined);
export const isAdmin = computed(() => user.value?.role === 'admin');
export const isManager = computed(() => isAdmin.value || user.value?.role === 'manager');

export type Role = User['role'];
const ranks: Record<Role, number> = { member: 1, manager: 2, admin: 3 };

/** Whether whoever is signed in has that role or more. */
export function hasRole(least: Role): boolean {
  return ranks[user.value?.role ?? 'member'] >= ranks[least];
}

const tabs = new BroadcastChannel('stint.session');
let renewal: { promise: Promise<void>; resolve: () => void } | undefined;

/** Finds out who is here. Called once when the page loads, and when another tab says that it changed. */
export async function openSession(): Promise<void> {
  try {
    enter(await api.get<User>('/me'));
  } catch (error) {
    if (!hasCode(error, 'STINT_ERR_UNAUTHENTICATED')) sessionState.value = 'unreachable';
    else await leave();
  }
}

/** What a password or an invitation led to. */
export type Admission = { user: User } | Challenged;

/** @throws Problem with STINT_ERR_LOGIN_FAILED or STINT_ERR_RATE_LIMITED */
export async function logIn(email: string, password: string): Promise<void> {
  takeAdmission(await api.post<Admission>('/auth/login', { email, password }));
}

/** In, or on to the second step. */
export function takeAdmission(admission: Admission): void {
  if ('user' in admission) becomeSignedIn(admission.user);
  else secondFactor.value = admission.second_factor;
}

/**
 * The second step, in the browser that took the first.
 * @throws Problem with STINT_ERR_CODE_WRONG, STINT_ERR_LOGIN_EXPIRED or STINT_ERR_RATE_LIMITED
 */
export async function logInByCode(code: string): Promise<void> {
  becomeSignedIn((await api.post<{ user: User }>('/auth/login/code', { code })).user);
}

export async function logOut(): Promise<void> {
  try {
    await api.post('/auth/logout', undefined, { renews: false });
  } catch (error) {
    // It had ended by itself.
    if (!(error instanceof Problem) || error.status !== 401) throw error;
  }
  tabs.postMessage('out');
  await leave();
}

/** Takes the answer of a call that opened a session. */
export function becomeSignedIn(next: User): void {
  enter(next);
  tabs.postMessage('in');
}

/** Edits one's own account. */
export async function updateMe(patch: MePatch): Promise<void> {
  know(await api.patch<User>('/me', patch));
}

/** Reads one's own account anew, after somebody else changed it. */
export async function rereadMe(): Promise<void> {
  know(await api.get<User>('/me'));
}

function know(next: User): void {
  const before = user.peek();
  user.value = next;
  // Instants come in the person's zone: all that was read is in the old one.
  if (before && before.time_zone !== next.time_zone) void queries.invalidateQueries();
}

function enter(next: User): void {
  // Somebody else signed in, in another tab: nothing of the one before may stay on the screen.
  if (user.peek() && user.peek()?.id !== next.id) {
    location.reload();
    return;
  }
  user.value = next;
  secondFactor.value = undefined;
  sessionState.value = 'signed-in';
  renewal?.resolve();
  renewal = undefined;
}

async function leave(): Promise<void> {
  user.value = undefined;
  queries.clear();
  const done = await api.get<{ done: boolean }>('/setup').then(
    (state) => state.done,
    () => undefined,
  );
  if (done === undefined) sessionState.value = 'unreachable';
  else sessionState.value = done ? 'signed-out' : 'needs-set-up';
}

/** Lets calls wait until the person has signed in again. Before somebody was in there is nothing to wait for. */
function renewSession(): Promise<void> | undefined {
  if (!user.peek() || (sessionState.peek() !== 'signed-in' && !renewal)) return undefined;
  if (!renewal) {
    renewal = Promise.withResolvers<void>();
    sessionState.value = 'expired';
  }
  return renewal.promise;
}

renewWith(renewSession);
tabs.addEventListener('message', ({ data }) => void (data === 'in' ? openSession() : leave()));
