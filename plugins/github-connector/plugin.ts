/** Brings the issues of GitHub repositories to Stint as tasks, and starts the timer of whom one is assigned to. */
import { definePlugin } from '@stint/plugin';
import { checkRepository, whoAmI } from './github.ts';
import { listOpenIssues, OpenIssues } from './open-issues.ts';
import { repositoriesOf } from './repositories.ts';
import { settings } from './settings.ts';
import { requireProject, syncIssues } from './sync.ts';
import { issuesWebhook } from './webhook.ts';

export default definePlugin({
  settings,
  syncEveryMinutes: 30,
  sync: syncIssues,

  setup(ctx) {
    ctx.webhook('issues', issuesWebhook(ctx));

    ctx.route({
      method: 'GET',
      path: '/issues',
      summary: 'The open issues of your repositories',
      response: { 200: OpenIssues },
      handler: async ({ user }) => {
        const connection = await ctx.connections.ofUser(user.id);
        if (!connection?.is_active) return { is_connected: false, issues: [] };
        return { is_connected: true, issues: await listOpenIssues(ctx, connection) };
      },
    });
  },

  async testConnection(ctx, { user_id, config }) {
    const login = await whoAmI(ctx, config);
    const repositories = repositoriesOf(config);
    for (const repository of repositories) {
      await requireProject(ctx, { user_id }, repository);
      await checkRepository(ctx, config, repository);
    }
    const names = repositories.map(({ owner, name }) => `${owner}/${name}`).join(', ');
    return { ok: true, message: `Signed in as ${login}; ${names} can be read.` };
  },

  async health(ctx) {
    const connections = await ctx.connections.listActive();
    const ill = connections.filter(({ health }) => health === 'degraded').length;
    // One may be its own fault; all of them are not.
    return ill > 1 && ill === connections.length
      ? { status: 'degraded', message: 'GitHub works for nobody: is the address of its API right?' }
      : { status: 'ok' };
  },
});
