/** My plugin: brings the items of another service to Stint, as tasks. */
import { type Connection, cutText, DataError, definePlugin, reply, type Task } from '@stint/plugin';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { type Config, type Context, Item, readItems, settings } from './service.ts';

const News = Type.Object({ item: Item });

export default definePlugin({
  settings,
  syncEveryMinutes: 15,

  setup(ctx) {
    ctx.webhook('items', {
      verifier: {
        kind: 'hmac',
        header: 'x-signature',
        algorithm: 'sha256',
        encoding: 'hex',
        timestampHeader: 'x-timestamp',
        deliveryHeader: 'x-delivery',
      },
      secret: '/webhook_secret',
      screen: ({ body }) =>
        Check(News, body) ? undefined : reply(200, { ok: true, skipped: 'no item' }),
      receive: async ({ connection_id, body }) => {
        const connection = await ctx.connections.find(connection_id);
        if (!connection || !Check(News, body)) return 'skipped';
        return keepItem(ctx, connection, body.item);
      },
    });
  },

  async testConnection(ctx, { config }) {
    await readItems(ctx, config, '');
    return { ok: true, message: 'The items can be read.' };
  },

  async sync(ctx, connection, run) {
    const result = { synced: 0, updated: 0, skipped: 0, errors: [] };
    let after = run.cursor<string>() ?? '';
    for (;;) {
      const page = await readItems(ctx, connection.config, after, run.signal);
      for (const item of page.items) {
        const did = await keepItem(ctx, connection, item);
        result[did] += 1;
      }
      if (page.after === after) return result;
      after = page.after;
      // Whatever happens next, the next run goes on here.
      await run.save(after);
      await run.progress(result);
    }
  },
});

/** An item is one task in each project: told twice, late or at once, its newest state wins. */
async function keepItem(
  ctx: Context,
  { id, user_id, config }: Connection<Config>,
  item: Item,
): Promise<'synced' | 'updated' | 'skipped'> {
  const key = `${config.default_project_id}/${item.id}`;
  const data = ctx.data.as(user_id, { connection: id, external_id: item.id });
  return ctx.lock(key, async () => {
    const known = await ctx.kv.get<string>(`seen:${key}`);
    if (known !== undefined && known >= item.updated_at) return 'skipped';
    const status = item.is_done ? 'done' : 'todo';
    const fields = { name: cutText(item.title.trim(), 200) || item.id, status };
    const task_id = await ctx.links.find('item', key);
    if (task_id === undefined) {
      const { default_project_id: project_id } = config;
      const task = await data.post<Task>('/tasks', { project_id, ...fields });
      await ctx.links.link('item', key, task.id);
    } else {
      await data.patch(`/tasks/${task_id}`, fields).catch(unlessGone);
    }
    await ctx.kv.set(`seen:${key}`, item.updated_at);
    return task_id === undefined ? 'synced' : 'updated';
  });
}

/** Somebody deleted the task here: they do not want it back. */
function unlessGone(error: unknown): void {
  if (!(error instanceof DataError && error.status === 404)) throw error;
}
