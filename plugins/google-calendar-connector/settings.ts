/** What people set. The wire names are the documented ones; numbers out of range are clamped, not refused. */
import type { Connection, PluginContext, SettingsOf } from '@stint/plugin';
import { Type } from 'typebox';

const CalendarId = Type.String({ minLength: 1, maxLength: 300 });

/** Google's numbers of them, and what its calendar calls them. */
const colors: Record<string, string> = {
  1: 'Lavender',
  2: 'Sage',
  3: 'Grape',
  4: 'Flamingo',
  5: 'Banana',
  6: 'Tangerine',
  7: 'Peacock',
  8: 'Graphite',
  9: 'Blueberry',
  10: 'Basil',
  11: 'Tomato',
};

/** All that it names have to be true of an event. The first rule that fits says where its time goes. */
const Rule = Type.Object(
  {
    calendar_id: Type.Optional(
      Type.String({ ...CalendarId, title: 'Calendar', 'x-optionsFrom': 'calendars' }),
    ),
    /** Part of the title, upper and lower case alike. */
    title: Type.Optional(Type.String({ title: 'Title contains', maxLength: 200 })),
    /** Google's number of the event's colour. */
    color_id: Type.Optional(
      Type.Unsafe<string>({
        type: 'string',
        title: 'Colour',
        enum: Object.keys(colors),
        'x-labels': colors,
      }),
    ),
    project_id: Type.Integer({ minimum: 1, title: 'Project', 'x-optionsFrom': 'projects' }),
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
        Type.Unsafe<number | null>({
          type: ['integer', 'null'],
          minimum: 1,
          title: 'Project for events',
          'x-optionsFrom': 'projects',
        }),
      ),
      sync_days_back: Type.Integer({
        title: 'Days back',
        description: 'How far back events and entries are looked for, 1 to 30.',
        default: 7,
      }),
      rules: Type.Array(Rule, {
        title: 'Rules',
        description: 'Which project an event’s time goes to: the first rule that fits.',
        default: [],
        maxItems: 50,
      }),
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
