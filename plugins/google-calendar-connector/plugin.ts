/** Time from Google calendars, and time to one: read this first. */
import { definePlugin, Reject } from '@stint/plugin';
import { Type } from 'typebox';
import { Clean, Default, Errors } from 'typebox/value';
import { findOptions } from './choices.ts';
import { GoogleRefusal, openGoogle } from './google.ts';
import { previewSync } from './preview.ts';
import { listRuns } from './runs.ts';
import { type Config, settings } from './settings.ts';
import { registerSuggestions } from './suggestions.ts';
import { requireProject, syncCalendar } from './sync.ts';
import { noCalendar } from './walk.ts';

const Instant = Type.String({ format: 'date-time' });
const Preview = Type.Object({
  counts: Type.Record(Type.String(), Type.Integer(), {
    description:
      'How many events would be `create`d, `suggest`ed, `change`d, `delete`d, `skip`ped, or `wait` for their end; how many entries `write`n to Google, or `remove`d there.',
  }),
  items: Type.Array(
    Type.Object({
      does: Type.String(),
      title: Type.String(),
      start_time: Instant,
      end_time: Instant,
      project_id: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
});
const Runs = Type.Object({
  data: Type.Array(
    Type.Object({
      began_at: Instant,
      ended_at: Instant,
      synced: Type.Integer(),
      updated: Type.Integer(),
      skipped: Type.Integer(),
      errors: Type.Array(Type.String()),
      error: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});

export default definePlugin({
  settings,
  syncEveryMinutes: 30,
  // People look at the preview first.
  firstSyncIsAsked: true,
  sync: syncCalendar,

  setup(ctx) {
    registerSuggestions(ctx);
    ctx.provide('options', (question) => findOptions(ctx, question));

    ctx.route({
      method: 'POST',
      path: '/preview',
      summary: 'What a synchronisation would do, with settings that need not be saved',
      body: Type.Object({
        values: Type.Optional(
          Type.Record(Type.String(), Type.Unknown(), {
            description: 'The settings; the saved ones when absent.',
          }),
        ),
      }),
      response: { 200: Preview },
      handler: async ({ user, body, signal }) => {
        const connection = await ctx.connections.ofUser(user.id);
        if (!connection?.is_active)
          throw new Reject(
            'STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_NOT_CONNECTED',
            'Connect Google Calendar first.',
            { status: 409 },
          );
        const config = body.values ? requireConfig(body.values) : connection.config;
        return previewSync(ctx, { ...connection, config }, signal).catch((error: Error) => {
          // Google's fault, or of what the person chose: theirs to read, and not the plugin's.
          ctx.log.warn(`a preview failed: ${error.message}`);
          throw new Reject('STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_NO_PREVIEW', error.message);
        });
      },
    });

    ctx.route({
      method: 'GET',
      path: '/runs',
      summary: 'Your last synchronisations',
      response: { 200: Runs },
      handler: async ({ user }) => {
        const connection = await ctx.connections.ofUser(user.id);
        if (!connection) return { data: [] };
        const runs = await listRuns(ctx.db, connection.id);
        return {
          data: runs.map(({ began_at, ended_at, ...run }) => ({
            began_at: began_at.toISOString(),
            ended_at: ended_at.toISOString(),
            ...run,
          })),
        };
      },
    });
  },

  async testConnection(ctx, { id, user_id, config }) {
    const google = openGoogle(ctx, { connectionId: id as number });
    const { calendar_id: calendarId, sync_direction } = config;
    const { summary = calendarId, accessRole } = await google
      .listEvents({ calendarId, maxResults: 1 })
      .catch((error) => {
        throw error instanceof GoogleRefusal ? noCalendar(calendarId) : error;
      });
    await requireProject(ctx, { user_id, config });
    const mayWrite = accessRole === undefined || accessRole === 'owner' || accessRole === 'writer';
    if (sync_direction !== 'import' && !mayWrite)
      return { ok: false, message: `The calendar ${summary} can be read, but not written to.` };
    return { ok: true, message: `The calendar ${summary} can be read.` };
  },
});

/** Of a form that is not saved: as strict as saving it. */
function requireConfig(values: Record<string, unknown>): Config {
  const config = Default(settings.connection, Clean(settings.connection, structuredClone(values)));
  const [fault] = Errors(settings.connection, config);
  if (!fault) return config as Config;
  throw new Reject(
    'STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_SETTINGS',
    `${fault.instancePath || '/'} ${fault.message}`,
    { status: 400, pointer: fault.instancePath },
  );
}
