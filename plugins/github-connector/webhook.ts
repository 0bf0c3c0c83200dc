/** What GitHub sends by itself: which of it is kept, and what becomes of that. */
import { type InboundDelivery, type Reply, reply, type WebhookDefinition } from '@stint/plugin';
import { Compile } from 'typebox/compile';
import { noteAssignment } from './assignment.ts';
import { Report } from './github.ts';
import { dropIssue, keepIssue } from './issues.ts';
import { findRepository, parseFullName } from './repositories.ts';
import type { Config, Context } from './settings.ts';

/** GitHub sends up to 25 MB. */
const MOST_BYTES = 26_214_400;

const report = Compile(Report);

/** Of the event `issues`: the others (pinned, milestoned, locked …) change nothing here. */
const actions = new Set([
  'opened',
  'edited',
  'closed',
  'reopened',
  'labeled',
  'unlabeled',
  'assigned',
  'unassigned',
  'deleted',
  'transferred',
]);

export function issuesWebhook(ctx: Context): WebhookDefinition<Config> {
  return {
    verifier: { kind: 'github' },
    secret: '/webhook_secret',
    bodyLimit: MOST_BYTES,
    path: '/webhook',
    steps: [
      'On GitHub, open the repository, then Settings, Webhooks, “Add webhook”.',
      'Paste the address into “Payload URL”, choose “application/json”, and paste the secret into “Secret”.',
      'Under “Let me select individual events” choose “Issues” alone, and add the webhook.',
    ],
    resolve: async ({ body }) => {
      const { full_name } = (body.repository ?? {}) as { full_name?: unknown };
      const named = parseFullName(full_name);
      if (!named) return [];
      const [first, more] = await Promise.all([
        ctx.connections.matching({ repo_owner: named.owner, repo_name: named.name }),
        ctx.connections.matching({ repositories: [named] }),
      ]);
      return [...new Set([...first, ...more].map(({ id }) => id))];
    },
    screen: ({ headers, body, config }) => screen(headers['x-github-event'], body, config),
    receive: (delivery) => receive(ctx, delivery),
  };
}

// What is of no use is not kept: GitHub shows the answer to whoever set the webhook up.
function screen(
  event: string | undefined,
  body: Record<string, unknown>,
  config: Config,
): Reply | undefined {
  if (event === undefined) return reply(400, { ok: false, error: 'There is no X-GitHub-Event.' });
  if (event === 'ping') return reply(200, { ok: true, message: 'Webhook received' });
  if (event !== 'issues') return reply(200, { ok: true, skipped: event });
  const { action } = body;
  if (typeof action === 'string' && !actions.has(action))
    return reply(200, { ok: true, skipped: `issues.${action.slice(0, 100)}` });
  if (!report.Check(body))
    return reply(400, { ok: false, error: 'This is not what GitHub sends of an issue.' });
  const named = parseFullName(body.repository.full_name);
  if (!named || !findRepository(config, named))
    return reply(403, { ok: false, error: 'This repository is not connected.' });
  return undefined;
}

async function receive(
  ctx: Context,
  { connection_id, body }: InboundDelivery<Config>,
): Promise<string> {
  const connection = await ctx.connections.find(connection_id);
  if (!connection || !report.Check(body)) return 'skipped';
  const named = parseFullName(body.repository.full_name);
  // It may have been taken off the settings since.
  const repository = named && findRepository(connection.config, named);
  if (!repository) return 'the repository is not connected any more';
  const place = { connection, repository };
  const { action, issue } = body;
  if (action === 'deleted' || action === 'transferred') {
    const { did } = await dropIssue(ctx, place, issue.number);
    return did === 'nothing' ? did : 'unlinked';
  }
  const { did } = await keepIssue(ctx, place, issue);
  return [did, ...(await noteAssignment(ctx, body, connection_id))].join(', ');
}
