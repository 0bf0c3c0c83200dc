/** What people set. The wire names are the documented ones; numbers out of range are clamped, not refused. */
import type { Connection, PluginContext, SettingsOf } from '@stint/plugin';
import { Type } from 'typebox';

const CalendarId = Type.String({ minLength: 1, maxLength: 300 });
const ProjectId = Type.Integer({ minimum: 1, 'x-optionsFrom': 'projects' });

/** All that it names have to be true of an event. The first rule that fits says where its time goes. */
const Rule = Type.Object(
  {
    calendar_id: Type.Optional(CalendarId),
    /** Part of the title, upper and lower case alike. */
    title: Type.Optional(Type.String({ maxLength: 200 })),
    /** Google's number of the event's colour. */
    color_id: Type.Optional(Type.String({ pattern: '^([1-9]|1[01])?$' })),
    project_id: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

export const settings = {
  /** For administrators: where Google's API is. */
  instance: Type.Object({
    base_url: Type.String({
      title: 'Address of the Google API',
      description: 'Another one only for tests, or behind a proxy.',
      format: 'uri',
      default: 'https://www.googleapis.com',
    }),
  }),
  connection: Type.Object(
    {
      calendar_id: Type.String({
        ...CalendarId,
        title: 'Calendar',
        description: 'Events come from it, and time goes to it.',
        default: 'primary',
        'x-optionsFrom': 'calendars',
      }),
      more_calendar_ids: Type.Array(CalendarId, {
        title: 'More calendars to import from',
        default: [],
        maxItems: 20,
        uniqueItems: true,
        'x-optionsFrom': 'calendars',
      }),
      sync_direction: Type.Unsafe<'import' | 'export' | 'both'>({
        type: 'string',
        enum: ['import', 'export', 'both'],
        title: 'Direction',
        default: 'import',
        'x-labels': {
          import: 'Events become time entries',
          export: 'Time entries become events',
          both: 'Both',
        },
      }),
      import_mode: Type.Unsafe<'create' | 'suggest'>({
        type: 'string',
        enum: ['create', 'suggest'],
        title: 'What becomes of an event',
        default: 'create',
        'x-labels': { create: 'A time entry', suggest: 'A suggestion, to accept with one click' },
      }),
      default_project_id: Type.Optional(
        Type.Union([ProjectId, Type.Null()], {
          title: 'Project for events',
          'x-optionsFrom': 'projects',
        }),
      ),
      sync_days_back: Type.Integer({
        title: 'Days back',
        description: 'How far back events and entries are looked for, 1 to 30.',
        default: 7,
      }),
      rules: Type.Array(Rule, { title: 'Rules', default: [], maxItems: 50 }),
    },
    { additionalProperties: false },
  ),
};

export type Context = PluginContext<typeof settings>;
export type Config = SettingsOf<typeof settings, 'connection'>;
export type GoogleConnection = Connection<Config>;

const DAY_MS = 86_400_000;

/** Events that ended before it, and entries that began before it, are left alone. */
export function windowStart({ sync_days_back }: Config, now: Date): Date {
  const days = Math.min(30, Math.max(1, sync_days_back));
  return new Date(now.getTime() - days * DAY_MS);
}

/** What begins before it is known in advance, and taken once it has ended. */
export function horizon(now: Date): Date {
  return new Date(now.getTime() + 14 * DAY_MS);
}

/** The first is the one that is written to. */
export function calendarsOf({ calendar_id, more_calendar_ids }: Config): string[] {
  return [...new Set([calendar_id, ...more_calendar_ids])];
}
