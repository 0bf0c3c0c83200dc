/** The instance's settings: what an administrator decides while Stint runs. */
import { type Static, Type } from 'typebox';
import {
  Currency,
  Decimal,
  Instant,
  Nullable,
  OneOf,
  RoundingMinutes,
  RoundingMode,
} from '../infra/fields.ts';

export const OverlapPolicy = OneOf(['allow', 'warn', 'forbid'], {
  description:
    'What happens when two entries of one user overlap: nothing, a warning in the answer, or a refusal.',
});

const fields = {
  currency: { ...Currency, description: 'Currency of rates, unless the client has its own.' },
  default_hourly_rate: {
    ...Nullable(Decimal),
    description: 'Rate where neither member, project nor client has one.',
  },
  overlap_policy: OverlapPolicy,
  multiple_timers: Type.Boolean({
    description: 'Whether a user may run several timers at once.',
  }),
  rounding_mode: RoundingMode,
  rounding_minutes: RoundingMinutes,
  organization_name: Type.String({
    maxLength: 200,
    description: 'Head of printed reports: whose they are.',
  }),
  organization_address: Type.String({
    maxLength: 1000,
    description:
      'Below the name on printed reports: address, telephone, tax number. Lines are kept.',
  }),
  report_footer: Type.String({
    maxLength: 500,
    description: 'At the foot of each page of a printed report.',
  }),
};

export const SettingsSchema = Type.Object(fields, { additionalProperties: false });
export type Settings = Static<typeof SettingsSchema>;

export const SettingsPatch = Type.Partial(SettingsSchema, {
  additionalProperties: false,
  minProperties: 1,
});
export type SettingsPatch = Static<typeof SettingsPatch>;

/** The settings as they stand, with what their ETag and history need. */
export const SettingsRow = Type.Object({
  ...fields,
  default_hourly_rate: {
    ...fields.default_hourly_rate,
    description: `${fields.default_hourly_rate.description} Hidden from members.`,
  },
  version: Type.Integer(),
  updated_at: Instant,
});
export type SettingsRow = Static<typeof SettingsRow> & { id: number };

export const defaultSettings: Settings = {
  currency: 'EUR',
  default_hourly_rate: null,
  overlap_policy: 'warn',
  multiple_timers: false,
  rounding_mode: 'none',
  rounding_minutes: 15,
  organization_name: '',
  organization_address: '',
  report_footer: '',
};
