/**
 * Entries as an iCalendar file (RFC 5545). Times are written in UTC, so that every program shows the
 * instants that were recorded, whatever it knows of zones; the same entries make the same bytes.
 */
import { createHash } from 'node:crypto';

export interface CalendarEntry {
  id: number;
  description: string;
  start_time: Date;
  end_time: Date;
  duration_seconds: number;
  version: number;
  created_at: Date;
  updated_at: Date;
  project: string | null;
  client: string | null;
  task: string | null;
  tags: string[];
}

export interface Calendar {
  text: string;
  etag: string;
}

export async function writeCalendar({
  name,
  time_zone,
  entries,
}: {
  name: string;
  time_zone: string;
  entries: CalendarEntry[];
}): Promise<Calendar> {
  // At its first use: most instances have no feed.
  const { default: ical } = await import('ical-generator');
  const calendar = ical({
    name,
    prodId: { company: 'Stint', product: 'Stint', language: 'EN' },
    ttl: 900,
  });
  calendar.x([{ key: 'X-WR-TIMEZONE', value: time_zone }]);
  for (const entry of entries) {
    const place = [entry.client, entry.project, entry.task].filter(Boolean).join(' / ');
    calendar.createEvent({
      id: `time-entry-${entry.id}@stint`,
      // When it changed, not when it was read: else no two answers would be alike.
      stamp: entry.updated_at,
      created: entry.created_at,
      lastModified: entry.updated_at,
      sequence: entry.version - 1,
      start: entry.start_time,
      end: entry.end_time,
      summary: entry.description || place || '–',
      description: [place, `${toHours(entry.duration_seconds)} h`].filter(Boolean).join('\n'),
      categories: entry.tags.map((tag) => ({ name: tag })),
    });
  }
  const text = calendar.toString();
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  return { text, etag };
}

/** @example toHours(5400) // '1:30' */
function toHours(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
