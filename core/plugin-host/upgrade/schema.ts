/** What an upgrade of Stint would do to plugins, on the wire. */
import { type Static, Type } from 'typebox';
import { Nullable, OneOf } from '../../infra/fields.ts';

export const UpgradeQuery = Type.Object(
  {
    contract: Type.String({
      maxLength: 100,
      description: 'Version of the plugin contract in that Stint: see its release notes.',
      examples: ['2.0.0'],
    }),
  },
  { additionalProperties: false },
);

export const UpgradeReport = Type.Object({
  contract: Type.Object({ current: Type.String(), target: Type.String() }),
  stops: Type.Integer({ description: 'How many that can run now could not. Their data stays.' }),
  data: Type.Array(
    Type.Object({
      id: Type.String(),
      display_name: Type.String(),
      version: Type.String(),
      needs_contract: Type.String(),
      verdict: OneOf(['runs', 'stops', 'cannot_run', 'could_run'], {
        description:
          'Runs on; stops; cannot run, now or then; could run then, and cannot now. Whether it is switched on is another question.',
      }),
      reason: Nullable(Type.String()),
    }),
  ),
});
export type UpgradeReport = Static<typeof UpgradeReport>;
