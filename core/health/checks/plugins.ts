/** Plugins, the connections that people have by them, and what other services sent. */
import type { Context } from '../../infra/context.ts';
import { problem } from '../problem.ts';
import type { HealthProblem, ProblemCode } from '../schema.ts';

interface PluginRow {
  id: string;
  name: string;
  state: string;
  last_error: string | null;
}

const states: Record<
  string,
  [HealthProblem['severity'], ProblemCode, [detail: string, action: string]]
> = {
  failed: [
    'error',
    'plugin_failed',
    [
      '{name} does not run: {error}',
      'Correct what it says, install another version, or disable it.',
    ],
  ],
  incompatible: [
    'error',
    'plugin_incompatible',
    ['{name} does not fit this Stint: {error}', 'Install a version that does, or disable it.'],
  ],
  degraded: [
    'warning',
    'plugin_degraded',
    [
      '{name} runs, but not all of it works: {error}',
      'It recovers by itself when the cause is gone.',
    ],
  ],
  needs_config: [
    'warning',
    'plugin_needs_config',
    ['{name} waits for its settings.', 'Fill them in.'],
  ],
};

export async function checkPlugins({ db }: Context): Promise<HealthProblem[]> {
  const rows: PluginRow[] = await db('plugins')
    .where({ enabled: true, uninstalled_at: null })
    .whereIn('state', Object.keys(states))
    .orderBy('id')
    .select('id', 'display_name as name', 'state', 'last_error');
  return rows.map(({ id, name, state, last_error }) => {
    const [severity, code, words] = states[state] as (typeof states)[string];
    return problem(severity, code, words, { name, error: last_error ?? '' }, id);
  });
}

/** What plugins, and the host about them, tell administrators. */
export async function checkIssues({ db }: Context): Promise<HealthProblem[]> {
  const rows = await db('plugin_issues as i')
    .join('plugins as p', 'p.id', 'i.plugin_id')
    .where({ 'p.enabled': true, 'p.uninstalled_at': null })
    .orderBy(['i.plugin_id', 'i.key'])
    .select('i.plugin_id', 'p.display_name as name', 'i.severity', 'i.message', 'i.action');
  return rows.map(({ plugin_id, name, severity, message, action }) =>
    problem(
      severity,
      'plugin_issue',
      ['{name}: {message}', '{action}'],
      { name, message, action: action ?? 'See the page of the plugin.' },
      plugin_id,
    ),
  );
}

/** How many, and not whose: each person sees their own. */
export async function checkConnections({ db }: Context): Promise<HealthProblem[]> {
  const rows = await db('integrations as i')
    .join('plugins as p', 'p.id', 'i.provider')
    .join('users as u', 'u.id', 'i.user_id')
    .where({ 'i.is_active': true, 'u.active': true, 'p.enabled': true, 'p.uninstalled_at': null })
    .whereIn('i.health', ['reconnect', 'error'])
    .groupBy('p.id')
    .orderBy('p.id')
    .select('p.id', 'p.display_name as name', db.raw('count(*)::int AS count'));
  return rows.map(({ id, name, count }) =>
    problem(
      'warning',
      'connections_broken',
      [
        '{count} connections to {name} do not work.',
        'Whoever owns them has been told to connect again or correct the settings. Many at once point to the service, or to the registration with it.',
      ],
      { name, count },
      id,
    ),
  );
}

const RECENT = '24 hours';

export async function checkDeliveries({ db }: Context): Promise<HealthProblem[]> {
  const rows = await db('inbound_deliveries as d')
    .join('inbound_receivers as r', 'r.id', 'd.receiver_id')
    .join('plugins as p', 'p.id', 'r.plugin_id')
    .where('d.outcome', 'failed')
    .whereRaw('d.received_at > now() - ?::interval', [RECENT])
    .groupBy('p.id')
    .orderBy('p.id')
    .select('p.id', 'p.display_name as name', db.raw('count(*)::int AS count'));
  return rows.map(({ id, name, count }) =>
    problem(
      'warning',
      'deliveries_failed',
      [
        '{count} deliveries to {name} of the last 24 hours could not be handled.',
        'Read why, mend the cause, and have them handled again.',
      ],
      { name, count },
      id,
    ),
  );
}
