/** An entry as an event of Google's, and the id that both sides know it by. */
import { createHash } from 'node:crypto';
import type { Project, Task, TimeEntry } from '@stint/plugin';
import type { EventBody } from './google.ts';
import { cleanTitle, MARK, OWN_PROPERTY } from './meeting.ts';
import type { Context } from './settings.ts';

const SALT = 'salt';
const MAX_DESCRIPTION = 5000;

/**
 * Of the entry alone, so that writing it twice is writing it once. Letters a to v and digits are allowed. Two
 * Stints that write to one calendar have the same entry ids, hence the salt.
 */
export function eventIdOf(salt: string, entryId: number): string {
  return `stint${createHash('sha256').update(`${salt}:${entryId}`).digest('hex').slice(0, 40)}`;
}

export async function readSalt(ctx: Context): Promise<string> {
  return ctx.lock(SALT, async () => {
    const known = await ctx.kv.get<string>(SALT);
    if (known) return known;
    const made = crypto.randomUUID();
    await ctx.kv.set(SALT, made);
    return made;
  });
}

export class EventWriter {
  readonly #ctx: Context;
  readonly #userId: number;
  readonly #names = new Map<string, Promise<string>>();

  constructor(ctx: Context, userId: number) {
    this.#ctx = ctx;
    this.#userId = userId;
  }

  async write(entry: TimeEntry, eventId: string): Promise<EventBody> {
    return {
      id: eventId,
      status: 'confirmed',
      summary: await this.titleOf(entry),
      description: cleanText(entry.description),
      start: at(entry.start_time),
      end: at(entry.end_time as string),
      reminders: { useDefault: false },
      extendedProperties: { private: { [OWN_PROPERTY]: String(entry.id) } },
    };
  }

  /** `[TT] {project} — {task or notes}`; what is missing is left out. */
  async titleOf({ project_id, task_id, description }: TimeEntry): Promise<string> {
    const project = project_id ? await this.#nameOf<Project>(`/projects/${project_id}`) : '';
    const task = task_id ? await this.#nameOf<Task>(`/tasks/${task_id}`) : '';
    const what = [project, task || description].filter(Boolean).join(' — ');
    return cleanTitle(`${MARK} ${what}`);
  }

  /** Empty where it is deleted, or is not to be seen any more. */
  #nameOf<Row extends { name: string }>(path: string): Promise<string> {
    const known = this.#names.get(path);
    if (known) return known;
    const asked = this.#ctx.data
      .as(this.#userId)
      .get<Row>(path)
      .then(({ name }) => name)
      .catch((error: { status?: number }) => {
        if (error.status === 404 || error.status === 403) return '';
        throw error;
      });
    this.#names.set(path, asked);
    return asked;
  }
}

function at(instant: string) {
  return { dateTime: new Date(instant).toISOString(), timeZone: 'UTC' };
}

function cleanText(text: string): string {
  return Array.from(text.toWellFormed().replaceAll('\0', '')).slice(0, MAX_DESCRIPTION).join('');
}
