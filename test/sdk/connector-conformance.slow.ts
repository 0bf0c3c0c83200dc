import { conformance } from '@stint/plugin-testkit';
import t, { type Test } from 'tap';

/** Pieces of its code in place of the right ones. */
interface Wrong {
  /** What becomes of an answer. */
  read?: string;
  /** What a connecting does. */
  connect?: string;
  /** Whose token a call takes. */
  token?: string;
  verifier?: string;
  webhook?: string;
  receive?: string;
  /** What the route answers with. */
  route?: string;
}

/** A small connector, in which one thing at a time can be wrong. */
function makeConnector(t: Test, wrong: Wrong = {}): string {
  const {
    read = `readJson(answer, Type.Object({ items: Type.Array(Type.String()) }), 'Mill')`,
    connect = '',
    token = 'config.token',
    verifier = `{ kind: 'hmac', header: 'x-mill', algorithm: 'sha256', encoding: 'hex', deliveryHeader: 'x-id' }`,
    webhook = '',
    receive = `await ctx.kv.set('grain', String(body.grain))`,
    route = `{ items: (await ctx.connections.ofUser(user.id)) ? 1 : 0 }`,
  } = wrong;
  return t.testdir({
    'package.json': JSON.stringify({
      name: 'stint-plugin-mill',
      version: '1.0.0',
      type: 'module',
      keywords: ['stint-plugin'],
      engines: { stint: '^1.0.0' },
      stint: {
        id: 'mill',
        displayName: 'Mill',
        entry: './plugin.ts',
        permissions: { network: ['$base_url'], secrets: true },
        contributes: { routes: ['GET /items'], webhooks: ['news'] },
      },
    }),
    'plugin.ts': `
      import { randomUUID } from 'node:crypto';
      import { definePlugin, readJson, requireOk } from '@stint/plugin';
      import { Type } from 'typebox';
      let first;
      async function call(ctx, config, signal) {
        first ??= config.token;
        const { base_url } = await ctx.settings.instance();
        const headers = { authorization: 'Bearer ' + ${token} };
        const answer = await ctx.http.fetch(base_url + '/items', { headers, signal, timeoutSeconds: 2 });
        return ${read};
      }
      export default definePlugin({
        settings: {
          instance: Type.Object({ base_url: Type.String({ default: 'https://mill.example' }) }),
          connection: Type.Object({
            token: Type.String({ 'x-secret': true }),
            secret: Type.Optional(Type.String({ 'x-secret': true, 'x-generate': true })),
          }),
        },
        setup(ctx) {
          ctx.route({
            method: 'GET', path: '/items', summary: 'Items',
            response: { 200: Type.Object({ items: Type.Unknown() }) },
            handler: async ({ user }) => (${route}),
          });
          ctx.webhook('news', {
            verifier: ${verifier},
            secret: '/secret',
            ${webhook}
            receive: async ({ body }) => { ${receive}; },
          });
        },
        async connect(ctx, connection) { ${connect} },
        async testConnection(ctx, { config }) {
          await call(ctx, config);
          return { ok: true, message: 'Fine.' };
        },
        async sync(ctx, { config }, run) {
          await call(ctx, config, run.signal);
          return { synced: 0, updated: 0, skipped: 0, errors: [] };
        },
      });`,
  });
}

/** What the check whose title has these words says of it. */
async function ask(folder: string, words: string): Promise<string> {
  let said = '';
  let asked = 0;
  await conformance(folder, async (title, run) => {
    if (!title.includes(words)) return;
    asked += 1;
    await run().catch((error: Error) => {
      said = error.message;
    });
  });
  t.equal(asked, 1, `there is one check of "${words}"`);
  return said;
}

t.test('a connector that does all of it right passes every check', async (t) => {
  const faults: string[] = [];
  await conformance(makeConnector(t), async (title, run) => {
    await run().catch((error: Error) => faults.push(`${title}: ${error.message}`));
  });
  t.same(faults, []);
});

for (const [what, words, wrong, says] of [
  [
    'takes every answer for one',
    'sick',
    { read: 'answer.text()' },
    /unauthorized.*is connected|leaves the connection connected/,
  ],
  [
    'tries a refused token again',
    'sick',
    {
      read: `(() => { if (answer.status !== 200) throw new Error('no'); return answer.json(); })()`,
    },
    /unauthorized.*leaves the connection degraded; right is reconnect/,
  ],
  [
    'takes another shape for nothing new',
    'sick',
    { read: `requireOk(answer, 'Mill').json()` },
    /another shape/,
  ],
  [
    'keeps what the other side repeated',
    'sick',
    {
      read: `(ctx.kv.set('last', answer.text()), readJson(answer, Type.Object({ items: Type.Array(Type.String()) }), 'Mill'))`,
    },
    /a secret that the other side repeated stands in these tables/,
  ],
  [
    'believes whoever sends something',
    'not signed',
    { verifier: `{ kind: 'custom', verify: () => true }` },
    /answers 200 to what comes that is not signed/,
  ],
  [
    'gives the same delivery another name each time',
    'same delivery',
    { webhook: 'deliveryId: () => randomUUID(),' },
    /keeps the same delivery 20 times/,
  ],
  [
    'counts a delivery that is handled again',
    'same delivery',
    { receive: `await ctx.kv.set('count', ((await ctx.kv.get('count')) ?? 0) + 1)` },
    /handled twice is not the same as once/,
  ],
  [
    'needs somebody to be connected',
    'nobody is connected',
    { route: '{ items: (await ctx.connections.ofUser(user.id)).config.token.length }' },
    /GET \/items answers 502/,
  ],
  ['works with the first token that it saw', 'two people', { token: 'first' }, /another's secret/],
  [
    'keeps a token of its own',
    'disconnecting',
    { connect: `await ctx.kv.set('token', connection.config.token);` },
    /a secret outlives the connection/,
  ],
] satisfies [string, string, Wrong, RegExp][]) {
  t.test(`one that ${what} is caught`, async (t) => {
    t.match(await ask(makeConnector(t, wrong), words), says);
  });
}
