/** What was sent to this person, and how much of it they have not read. */
import { api } from './api.ts';
import { type Read, type Rows, readSome, refresh } from './queries.ts';
import type { Notification } from './wire.ts';

/** How many were not read. */
export const unreadRead: Read<number> = {
  queryKey: ['me', '/me/notifications', 'unread'],
  queryFn: async () => {
    const query = { unread: true, limit: 1, include_total: true };
    return (await api.get<{ total: number }>('/me/notifications', query)).total;
  },
};

export function notificationsRead(most: number): Read<Rows<Notification>> {
  return readSome<Notification>('/me/notifications', {}, most);
}

/** @param which one by its id, or all up to that one */
export async function markNotificationsRead(
  which: { ids: number[] } | { up_to: number },
): Promise<void> {
  await api.post('/me/notifications/read', which);
  refresh('me');
}
