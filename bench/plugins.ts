/**
 * What fifty plugins add to a start: from the first instruction until the last of them answers on its
 * route, beside a start without any. Each does what plugins do: it has a table, settings, a route, an event,
 * a task, a schedule and a card.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf, removeFolder, writePlugin } from './plugin-folder.ts';
import { databaseOf, type Stage } from './stage.ts';
import type { TableRow } from './table.ts';
import { startWhole } from './whole.ts';

const NAME = 'plugins';
const PLUGINS = 50;
const MOST_SECONDS = 2;
const IDLE_MS = 3_000;

interface Start {
  seconds: number;
  megabytes: number;
  /** To PostgreSQL, once all is quiet. */
  connections: number;
}

export async function comparePlugins(
  { small }: Stage,
  { rounds, only }: BenchOptions,
): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  console.error(`Measuring: ${NAME} …`);
  const database = (name: string) => databaseOf(small.connectionString, name);

  async function startOnce(name: string, ids: readonly string[]): Promise<Start> {
    const begin = performance.now();
    const whole = await startWhole({
      DATABASE_URL: database(name),
      DATA_DIR: join(folderOf(NAME), name),
      PLUGINS: ids.map((id) => join(folderOf(NAME), id)).join(),
      RATE_LIMIT_PER_MINUTE: '0',
    });
    try {
      for (const id of ids) await waitFor(`${whole.url}/api/plugins/${id}/greeting`);
      const seconds = (performance.now() - begin) / 1000;
      await sleep(IDLE_MS);
      const { rows } = await small.db.raw(
        'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = ?',
        [name],
      );
      return { seconds, megabytes: await whole.residentMegabytes(), connections: rows[0].n };
    } finally {
      await whole.stop();
    }
  }

  try {
    const ids = Array.from({ length: PLUGINS }, (_, i) => `crowd_${i}`);
    await Promise.all(ids.map((id) => writePlugin(folderOf(NAME), crowdPlugin(id))));
    for (const name of ['plugins_none', 'plugins_many'])
      await small.db.raw('CREATE DATABASE ?? TEMPLATE ground', [name]);
    // The first ones migrate, and fill the cache of compiled code.
    await startOnce('plugins_none', []);
    const first = await startOnce('plugins_many', ids);
    const none: Start[] = [];
    const many: Start[] = [];
    for (let round = 0; round < rounds; round += 1) {
      none.push(await startOnce('plugins_none', []));
      many.push(await startOnce('plugins_many', ids));
    }
    const of = (starts: Start[], key: keyof Start) => median(starts.map((start) => start[key]));
    const [with50, without] = [of(many, 'seconds'), of(none, 'seconds')];
    const seconds = (value: number) => `${value.toFixed(2)} s`;
    return [
      {
        what: `start with ${PLUGINS} plugins : without any`,
        ours: seconds(with50),
        bare: seconds(without),
        ratio: `+${seconds(with50 - without)}`,
        target: `<= +${MOST_SECONDS} s`,
        isMet: with50 - without <= MOST_SECONDS,
      },
      {
        what: `the first start with ${PLUGINS} plugins`,
        ours: seconds(first.seconds),
        bare: seconds(without),
        ratio: `+${seconds(first.seconds - without)}`,
        target: 'for information',
      },
      {
        what: `memory with ${PLUGINS} plugins : without any`,
        ours: `${of(many, 'megabytes').toFixed(0)} MB`,
        bare: `${of(none, 'megabytes').toFixed(0)} MB`,
        target: 'for information',
      },
      {
        what: `connections with ${PLUGINS} plugins : without any`,
        ours: String(of(many, 'connections')),
        bare: String(of(none, 'connections')),
        target: 'for information',
      },
    ];
  } finally {
    await removeFolder(NAME);
  }
}

/** Until it answers: 503 tells that the plugin is still starting. */
async function waitFor(url: string): Promise<void> {
  for (;;) {
    const { status } = await fetch(url);
    if (status === 200) return;
    if (status !== 503) throw new Error(`${url}: ${status}`);
    await sleep(10);
  }
}

function crowdPlugin(id: string) {
  return {
    id,
    stint: {
      ui: './ui/cards.js',
      migrations: './migrations',
      contributes: {
        events: ['timer.stopped', 'entry.created'],
        tasks: ['add_up'],
        crons: ['clean'],
        routes: ['GET /greeting', 'GET /seconds'],
        cards: [{ name: 'seconds', region: 'dashboard/v1', title: id }],
      },
    },
    files: {
      'migrations/001_seconds.sql': `CREATE TABLE seconds (
  user_id integer PRIMARY KEY,
  seconds bigint NOT NULL
);
`,
      'migrations/002_seen.sql':
        'CREATE TABLE seen (id uuid PRIMARY KEY, at timestamptz NOT NULL);\n',
      'ui/cards.js': `class SecondsCard extends HTMLElement {}
export default { api: 1, cards: { seconds: SecondsCard } };
`,
    },
    code: `import { definePlugin, defineTask } from '@stint/plugin';
import { Type } from 'typebox';

const AddUp = defineTask('add_up', Type.Object({ user_id: Type.Integer(), seconds: Type.Integer() }));

export default definePlugin({
  settings: {
    instance: Type.Object({
      greeting: Type.String({ default: 'Hello' }),
      token: Type.Optional(Type.String({ 'x-secret': true })),
    }),
    user: Type.Object({ goal_hours: Type.Integer({ default: 40, minimum: 0 }) }),
  },
  setup(ctx) {
    ctx.on(['timer.stopped', 'entry.created'], ({ id, data }) =>
      ctx.jobs.add(AddUp, { user_id: data.user_id, seconds: data.duration_seconds ?? 0 }, { key: id }),
    );
    ctx.task(AddUp, async ({ user_id, seconds }) => {
      await ctx.db.query(
        \`INSERT INTO seconds AS s VALUES ($1, $2)
         ON CONFLICT (user_id) DO UPDATE SET seconds = s.seconds + excluded.seconds\`,
        [user_id, seconds],
      );
    });
    ctx.cron('clean', {
      pattern: '0 3 * * *',
      run: () => ctx.db.query("DELETE FROM seen WHERE at < now() - interval '30 days'"),
    });
    ctx.route({
      method: 'GET',
      path: '/greeting',
      summary: 'A greeting',
      access: 'public',
      response: { 200: Type.Object({ greeting: Type.String() }) },
      handler: () => ctx.settings.instance(),
    });
    ctx.route({
      method: 'GET',
      path: '/seconds',
      summary: 'What the caller worked',
      response: { 200: Type.Object({ seconds: Type.Integer(), goal_hours: Type.Integer() }) },
      handler: async ({ user }) => ({
        ...(await ctx.db.one('SELECT coalesce(sum(seconds), 0)::integer AS seconds FROM seconds WHERE user_id = $1', [user.id])),
        ...(await ctx.settings.user(user.id)),
      }),
    });
  },
});
`,
  };
}
