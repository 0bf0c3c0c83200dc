/** The words of a message, in the language of the person it is about. All that people wrote is escaped. */
import type { Project, User } from '@stint/plugin';
import { showDuration, toMrkdwn } from './mrkdwn.ts';
import type { Context } from './settings.ts';

export type Kind = 'started' | 'stopped' | 'summary' | 'attendance';

/** What happened, as plain data: each kind has its own. */
export interface Facts {
  project_id?: number | null;
  description?: string;
  seconds?: number;
  /** Of a summary. */
  date?: string;
  lines?: { name: string | null; seconds: number }[];
  /** Of attendance. */
  state?: string;
  note?: string;
}

export async function compose(
  ctx: Context,
  user_id: number,
  kind: Kind,
  facts: Facts,
): Promise<string> {
  const data = ctx.data.as(user_id);
  const { name, locale } = await data.get<User>('/me');
  const values = { name: toMrkdwn(name), duration: showDuration(facts.seconds ?? 0) };
  if (kind === 'summary') {
    const { date = '', lines = [] } = facts;
    const head = ctx.i18n.t(locale, 'summary', { ...values, date });
    return [head, ...listLines(ctx, locale, lines)].join('\n');
  }
  if (kind === 'attendance') {
    const { state = '', note = '' } = facts;
    const text = ctx.i18n.t(locale, `attendance.${state}`, values);
    return note ? `${text}: ${toMrkdwn(note)}` : text;
  }
  const { project_id, description = '' } = facts;
  const project = project_id ? await data.find<Project>(`/projects/${project_id}`) : undefined;
  return ctx.i18n.t(locale, `sent.${kind}`, {
    ...values,
    what: showWork(project?.name, description) || ctx.i18n.t(locale, 'no_project'),
  });
}

/** `Website: header`, of what there is. Empty when there is nothing. */
export function showWork(project: string | undefined, description: string): string {
  return [project ?? '', description]
    .map((text) => toMrkdwn(text))
    .filter((text) => text !== '')
    .join(': ');
}

const MOST_LINES = 30;

export function listLines(
  ctx: Context,
  locale: string,
  lines: { name: string | null; seconds: number }[],
): string[] {
  const shown = lines.slice(0, MOST_LINES).map(({ name, seconds }) => {
    const what = name === null ? ctx.i18n.t(locale, 'no_project') : toMrkdwn(name);
    return `• ${what}: ${showDuration(seconds)}`;
  });
  return lines.length > MOST_LINES ? [...shown, '…'] : shown;
}
