/** What each command does. It returns what `--json` prints, and the lines for people. */
import type { StintClient } from '@stint/client';
import { readDuration, showDuration } from './durations.ts';
import { findProject, findTags, readProjectNames } from './names.ts';

export interface Outcome {
  json: unknown;
  lines: string[];
}

export interface SubjectOptions {
  project?: string;
  tag?: string[];
}

interface Entry {
  description: string;
  project_id: number | null;
  start_time: string;
  end_time: string | null;
  duration_seconds: number | null;
}

export async function start(
  stint: StintClient,
  description: string,
  { switch: takesOver, ...subject }: SubjectOptions & { switch?: boolean },
): Promise<Outcome> {
  const { data: entry } = await stint.POST('/api/v1/timer/start', {
    body: {
      description,
      ...(await readSubject(stint, subject)),
      ...(takesOver && { on_running: 'switch' }),
    },
  });
  return { json: entry, lines: [`Started ${await titleOf(stint, entry)}.`] };
}

export async function stop(stint: StintClient): Promise<Outcome> {
  const { data: entry } = await stint.POST('/api/v1/timer/stop', { body: {} });
  const worked = showDuration(entry?.duration_seconds ?? 0);
  return { json: entry, lines: [`Stopped ${await titleOf(stint, entry)} after ${worked}.`] };
}

export async function status(stint: StintClient): Promise<Outcome> {
  const { data: state } = await stint.GET('/api/v1/timer');
  if (!state?.timer) return { json: state, lines: ['No timer runs.'] };
  const pause = state.timer.paused_at ? ', paused' : '';
  const worked = showDuration(state.elapsed_seconds ?? 0);
  return { json: state, lines: [`${worked}  ${await titleOf(stint, state.timer)}${pause}`] };
}

/** What began today, in the zone of the person. */
export async function today(stint: StintClient): Promise<Outcome> {
  const { data: state } = await stint.GET('/api/v1/timer');
  const day = state?.server_time.slice(0, 10);
  const { data: page } = await stint.GET('/api/v1/time-entries', {
    params: {
      query: {
        from: `${day}T00:00:00`,
        user_id: [await findMe(stint)],
        sort: 'start_time',
        limit: 200,
      },
    },
  });
  const entries = page?.data ?? [];
  const names = await readProjectNames(stint);
  const secondsOf = (entry: Entry & { id: number }) =>
    entry.duration_seconds ?? (entry.id === state?.timer?.id ? (state?.elapsed_seconds ?? 0) : 0);
  const total_seconds = entries.reduce((sum, entry) => sum + secondsOf(entry), 0);
  const lines = entries.map((entry) => {
    const span = `${clockOf(entry.start_time)}–${clockOf(entry.end_time)}`;
    return `${span}  ${showDuration(secondsOf(entry)).padStart(5)}  ${title(entry, names)}`;
  });
  const total = `${' '.repeat(11)}  ${showDuration(total_seconds).padStart(5)}  in all`;
  return { json: { day, total_seconds, entries }, lines: [...lines, total] };
}

export async function log(
  stint: StintClient,
  duration: string,
  description: string,
  { date, ...subject }: SubjectOptions & { date?: string },
): Promise<Outcome> {
  const { data: entry } = await stint.POST('/api/v1/time-entries', {
    body: {
      description,
      duration_seconds: readDuration(duration),
      ...(date !== undefined && { date }),
      ...(await readSubject(stint, subject)),
    },
  });
  const worked = showDuration(entry?.duration_seconds ?? 0);
  const day = entry?.start_time.slice(0, 10);
  return { json: entry, lines: [`Logged ${worked} on ${day}: ${await titleOf(stint, entry)}.`] };
}

async function readSubject(stint: StintClient, { project, tag = [] }: SubjectOptions) {
  return {
    ...(project !== undefined && { project_id: await findProject(stint, project) }),
    ...(tag.length > 0 && { tag_ids: await findTags(stint, tag) }),
  };
}

async function findMe(stint: StintClient): Promise<number> {
  return (await stint.GET('/api/v1/me')).data?.id as number;
}

async function titleOf(stint: StintClient, entry: Entry | undefined): Promise<string> {
  if (!entry) return '';
  const names = entry.project_id === null ? new Map() : await readProjectNames(stint);
  return title(entry, names);
}

function title({ description, project_id }: Entry, names: Map<number, string>): string {
  const project = project_id === null ? undefined : names.get(project_id);
  return [description || undefined, project && `(${project})`].filter(Boolean).join(' ') || '–';
}

// As the server wrote it: in the zone of the person.
const clockOf = (instant: string | null) => instant?.slice(11, 16) ?? 'now  ';
