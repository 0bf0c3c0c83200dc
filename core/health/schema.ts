/** How the installation is, as administrators see it: what it is made of, and what is wrong with it. */
import { type Static, Type } from 'typebox';
import { Instant, Nullable, OneOf } from '../infra/fields.ts';

/** What can be wrong. A word for each, by which the web app finds its own. */
export const problemCodes = [
  'check_failed',
  'clock_differs',
  'disk_low',
  'address_unset',
  'address_insecure',
  'safe_mode',
  'jobs_waiting',
  'jobs_failed',
  'events_waiting',
  'deliveries_waiting',
  'plugin_failed',
  'plugin_incompatible',
  'plugin_degraded',
  'plugin_needs_config',
  'plugin_issue',
  'connections_broken',
  'deliveries_failed',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const HealthProblem = Type.Object({
  code: OneOf(problemCodes),
  severity: OneOf(['warning', 'error']),
  plugin: Nullable(Type.String({ description: 'Id of the plugin that it is about.' })),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
    description: 'What is in `detail` and differs from case to case.',
  }),
  detail: Type.String({ description: 'What is wrong.' }),
  action: Type.String({ description: 'What to do about it.' }),
});
export type HealthProblem = Static<typeof HealthProblem>;

export const SystemHealth = Type.Object({
  status: OneOf(['ok', 'warning', 'error'], { description: 'The worst of its problems.' }),
  checked_at: Instant,
  version: Type.String(),
  node_version: Type.String(),
  database: Type.Object({
    version: Type.String(),
    size_bytes: Type.Integer(),
  }),
  disk_free_bytes: Nullable(Type.Integer({ description: 'Where `DATA_DIR` lies.' })),
  queue: Type.Object({
    due: Type.Integer({ description: 'Jobs that wait to be run now.' }),
    oldest_seconds: Type.Integer({ description: 'How long the oldest of them has waited.' }),
  }),
  problems: Type.Array(HealthProblem),
});
export type SystemHealth = Static<typeof SystemHealth>;
