/** What a synchronisation would do, by the same decisions, and without doing any of it. */
import { EventWriter } from './event-body.ts';
import { isToWrite, listChanged } from './export.ts';
import { type Google, GoogleRefusal, openGoogle } from './google.ts';
import { findByEntries, findItems } from './items.ts';
import { readEvent } from './meeting.ts';
import { planEvent } from './plan.ts';
import {
  type Context,
  calendarsOf,
  type GoogleConnection,
  horizon,
  windowStart,
} from './settings.ts';
import { requireProject } from './sync.ts';
import { noCalendar } from './walk.ts';

const PAGE = 250;
const MOST_SHOWN = 100;
const MOST_PAGES = 20;

export interface PreviewItem {
  does: string;
  title: string;
  start_time: string;
  end_time: string;
  project_id: number | null;
}

export interface Preview {
  /** How many of each, those that are not shown among them. */
  counts: Record<string, number>;
  items: PreviewItem[];
}

export async function previewSync(
  ctx: Context,
  connection: Pick<GoogleConnection, 'id' | 'user_id' | 'config'>,
  signal: AbortSignal,
): Promise<Preview> {
  const { sync_direction } = connection.config;
  const google = openGoogle(ctx, { connectionId: connection.id, signal });
  const preview: Preview = { counts: {}, items: [] };
  if (sync_direction !== 'export') {
    await requireProject(ctx, connection);
    for (const id of calendarsOf(connection.config))
      await previewCalendar(ctx, connection, google, id, preview);
  }
  if (sync_direction !== 'import') await previewExport(ctx, connection, preview);
  return preview;
}

async function previewCalendar(
  ctx: Context,
  { id, config }: Pick<GoogleConnection, 'id' | 'config'>,
  google: Google,
  calendarId: string,
  preview: Preview,
): Promise<void> {
  const now = ctx.clock.now();
  const query = {
    calendarId,
    maxResults: PAGE,
    singleEvents: true,
    timeMin: windowStart(config, now).toISOString(),
    timeMax: horizon(now).toISOString(),
  };
  let pageToken: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await google.listEvents({ ...query, pageToken }).catch((error) => {
      if (error instanceof GoogleRefusal && error.status === 404) throw noCalendar(calendarId);
      throw error;
    });
    const events = page.items;
    const known = await findItems(
      ctx.db,
      id,
      calendarId,
      events.map((event) => event.id),
    );
    for (const event of events) {
      const read = readEvent(event, calendarId, page.timeZone);
      const plan = planEvent(read, known.get(event.id), { config, now });
      const title = event.summary ?? '';
      if (!('meeting' in plan) || !plan.meeting) {
        count(preview, plan.does === 'nothing' ? 'skip' : plan.does);
        continue;
      }
      const { starts_at, ends_at } = plan.meeting;
      show(preview, {
        does: plan.does,
        title,
        start_time: starts_at.toISOString(),
        end_time: ends_at.toISOString(),
        project_id: ('project_id' in plan ? plan.project_id : undefined) ?? null,
      });
    }
    pageToken = page.nextPageToken;
    if (!pageToken) return;
  }
}

async function previewExport(
  ctx: Context,
  connection: Pick<GoogleConnection, 'id' | 'user_id' | 'config'>,
  preview: Preview,
): Promise<void> {
  const writer = new EventWriter(ctx, connection.user_id);
  const reading = { ctx, connection: connection as GoogleConnection, cursor: {} };
  const seen = new Set<number>();
  for await (const entry of listChanged(reading)) {
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    const [item] = (await findByEntries(ctx.db, connection.id, [entry.id])).values();
    if (!isToWrite(reading, entry, item)) continue;
    show(preview, {
      does: entry.deleted_at === null ? 'write' : 'remove',
      title: await writer.titleOf(entry),
      start_time: new Date(entry.start_time).toISOString(),
      end_time: new Date(entry.end_time as string).toISOString(),
      project_id: entry.project_id,
    });
  }
}

function show(preview: Preview, item: PreviewItem): void {
  count(preview, item.does);
  if (preview.items.length < MOST_SHOWN) preview.items.push(item);
}

function count({ counts }: Preview, does: string): void {
  counts[does] = (counts[does] ?? 0) + 1;
}
