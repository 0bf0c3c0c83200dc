/** Brings the issues of a Trackboard to Stint as tasks, and the time that is tracked on them back. */
import { ConfigError, definePlugin, reply, type Task } from '@stint/plugin';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { noteAssignment } from './assignment.ts';
import { issueKeyOf, keepIssue } from './issues.ts';
import { type Context, settings, type TrackboardConnection } from './settings.ts';
import { syncIssues } from './sync.ts';
import { registerTime } from './time.ts';
import { type Issue, listBoards, Report, readChanges, whoAmI } from './trackboard.ts';

const MOST_ON_CARD = 20;

const OpenIssues = Type.Object({
  is_connected: Type.Boolean(),
  issues: Type.Array(
    Type.Object({
      task_id: Type.Integer(),
      key: Type.String(),
      title: Type.String(),
      url: Type.String(),
      is_mine: Type.Boolean(),
    }),
  ),
});

export default definePlugin({
  settings,
  syncEveryMinutes: 15,
  sync: syncIssues,

  setup(ctx) {
    registerTime(ctx);

    ctx.provide('options', async ({ query: { name, config } }) => {
      if (name !== 'boards' || !config.token) return [];
      const boards = await listBoards(ctx, { token: config.token });
      return boards.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
    });

    ctx.webhook('issues', {
      verifier: {
        kind: 'hmac',
        header: 'x-trackboard-signature',
        algorithm: 'sha256',
        encoding: 'hex',
        prefix: 'sha256=',
        timestampHeader: 'x-trackboard-timestamp',
        deliveryHeader: 'x-trackboard-delivery',
      },
      secret: '/webhook_secret',
      // What is of no use is not kept: Trackboard shows the answer to whoever set the webhook up.
      screen: ({ body }) => {
        if (body.event === 'ping') return reply(200, { ok: true, message: 'Webhook received' });
        return Check(Report, body) ? undefined : reply(200, { ok: true, skipped: 'not an issue' });
      },
      receive: async ({ connection_id, body }) => {
        const connection = await ctx.connections.find(connection_id);
        if (!connection || !Check(Report, body)) return 'skipped';
        return takeReport(ctx, connection, body.event, body.issue);
      },
    });

    ctx.cron('digest', {
      perConnection: ({ config }) => config.digest_at || undefined,
      run: async ({ user, local_date, connection }) => {
        const issues = await listOpenTasks(ctx, connection);
        const count = issues.filter(({ assignee_id }) => assignee_id === user.id).length;
        const key = `digest:${local_date}`;
        if (count > 0) await ctx.notify(user.id, { message: 'digest', values: { count }, key });
      },
    });

    ctx.route({
      method: 'GET',
      path: '/issues',
      summary: 'The open issues of your board',
      response: { 200: OpenIssues },
      handler: async ({ user }) => {
        const connection = await ctx.connections.ofUser(user.id);
        if (!connection?.is_active) return { is_connected: false, issues: [] };
        const { base_url } = await ctx.settings.instance();
        const tasks = await listOpenTasks(ctx, connection);
        const issues = tasks.map(({ id, name, key, assignee_id }) => ({
          task_id: id,
          key,
          title: name,
          url: new URL(`/issues/${key}`, base_url).href,
          is_mine: assignee_id === user.id,
        }));
        // Their own first; the others as they were.
        const mineFirst = issues.toSorted((a, b) => Number(b.is_mine) - Number(a.is_mine));
        return { is_connected: true, issues: mineFirst.slice(0, MOST_ON_CARD) };
      },
    });
  },

  async testConnection(ctx, { config }) {
    const { login, name } = await whoAmI(ctx, config);
    if (login.toLowerCase() !== config.login.toLowerCase())
      throw new ConfigError(`The token is of ${login}, not of ${config.login}.`, '/login');
    await readChanges(ctx, config, { after: '' });
    return { ok: true, message: `Signed in as ${name}; the board ${config.board} can be read.` };
  },

  async health(ctx) {
    const connections = await ctx.connections.listActive();
    const ill = connections.filter(({ health }) => health === 'degraded').length;
    // One may be its own fault; all of them are not.
    return ill > 1 && ill === connections.length
      ? { status: 'degraded', message: 'Trackboard works for nobody: is its address right?' }
      : { status: 'ok' };
  },
});

async function takeReport(
  ctx: Context,
  connection: TrackboardConnection,
  event: string,
  issue: Issue,
): Promise<string> {
  const { did, task_id } = await keepIssue(ctx, connection, issue);
  if (task_id === undefined) return did;
  const timer = await noteAssignment(ctx, connection, issue, { event, task_id });
  return timer ? `${did}, ${timer}` : did;
}

/** As the person may see them, and of the project that their connection brings issues to. */
async function listOpenTasks(ctx: Context, { user_id, config }: TrackboardConnection) {
  const query = { project_id: config.default_project_id, sort: '-updated_at' };
  const tasks = await Array.fromAsync(ctx.data.as(user_id).list<Task>('/tasks', query));
  return tasks.flatMap((task) => {
    const key = issueKeyOf(task);
    return key === undefined || task.status === 'done' ? [] : [{ ...task, key }];
  });
}
