/** Events that wait for a click: shown beside the timer and on the calendar, accepted or dismissed. */
import { type OverlayBlock, Reject, type Suggestion } from '@stint/plugin';
import { Type } from 'typebox';
import { isRefusal, makeEntry } from './entries.ts';
import { changeItem, type Item, listShown } from './items.ts';
import type { Context } from './settings.ts';

const Params = Type.Object({ id: Type.String({ pattern: '^\\d{1,18}$' }) });
const Done = Type.Object({ message: Type.String(), entry_id: Type.Optional(Type.Integer()) });

export function registerSuggestions(ctx: Context): void {
  ctx.provide('suggestions', async ({ user_id, query }) => {
    const items = await listOpen(ctx, user_id, ['suggested'], query);
    return items.map((item) => ({
      ...blockOf(ctx, item),
      ...clicksOf(item),
      ...(item.project_id && { project_id: item.project_id }),
    })) satisfies Suggestion[];
  });

  ctx.provide('calendar-overlay', async ({ user_id, query }) => {
    const items = await listOpen(ctx, user_id, ['suggested', 'upcoming'], query);
    return items.map((item) => ({
      ...blockOf(ctx, item),
      ...(item.state === 'suggested' && clicksOf(item)),
    })) satisfies OverlayBlock[];
  });

  ctx.route({
    method: 'POST',
    path: '/suggestions/:id/accept',
    summary: 'Record the time of a suggested event',
    params: Params,
    response: { 200: Done },
    handler: async ({ user, params: { id } }) => {
      const item = await claim(ctx, user.id, id, 'intended');
      try {
        const { entry_id } = await makeEntry(ctx, item);
        return { message: ctx.i18n.t(user.locale, 'accepted'), entry_id: entry_id as number };
      } catch (error) {
        // What broke meanwhile is finished by the next synchronisation.
        if (!isRefusal(error)) throw error;
        await changeItem(ctx.db, item.id, { state: 'suggested' });
        throw new Reject('STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_REFUSED', error.message);
      }
    },
  });

  ctx.route({
    method: 'POST',
    path: '/suggestions/:id/dismiss',
    summary: 'Show a suggested event no more',
    params: Params,
    response: { 200: Done },
    handler: async ({ user, params: { id } }) => {
      await claim(ctx, user.id, id, 'dismissed');
      return { message: ctx.i18n.t(user.locale, 'dismissed') };
    },
  });
}

/** Nothing of somebody who is not connected. */
async function listOpen(
  ctx: Context,
  user_id: number,
  states: ('suggested' | 'upcoming')[],
  query: { from?: string; to?: string },
): Promise<Item[]> {
  const connection = await ctx.connections.ofUser(user_id);
  return connection?.is_active ? listShown(ctx.db, user_id, states, query) : [];
}

/** Of two clicks one gets it. */
async function claim(
  ctx: Context,
  user_id: number,
  id: string,
  state: 'intended' | 'dismissed',
): Promise<Item> {
  const [own] = await ctx.db.query('SELECT FROM items WHERE id = $1 AND user_id = $2', [
    id,
    user_id,
  ]);
  const changes = { state, intended_at: null };
  const item = own && (await changeItem(ctx.db, id, changes, 'suggested'));
  if (!item)
    throw new Reject(
      'STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_NOT_SUGGESTED',
      `The suggestion ${id} is not there any more.`,
      { status: 404 },
    );
  return item;
}

function blockOf(ctx: Context, { id, title, starts_at, ends_at, url }: Item) {
  return {
    id,
    title: title || ctx.i18n.t('en', 'untitled'),
    start_time: starts_at.toISOString(),
    end_time: ends_at.toISOString(),
    ...(url && { url }),
  };
}

function clicksOf({ id }: Item) {
  return { accept: `POST /suggestions/${id}/accept`, dismiss: `POST /suggestions/${id}/dismiss` };
}
