/** `/tt`: the timer of whoever typed it, by the same rules as in the page. What it says only they see. */
import { DataError, type MessageValues, type Project, type User } from '@stint/plugin';
import { dayOf, readDay, readTimer } from './day.ts';
import { showDuration, toMrkdwn } from './mrkdwn.ts';
import { findProject } from './projects.ts';
import type { Context } from './settings.ts';
import { listLines, showWork } from './texts.ts';

/** Who asks, and how they are spoken to. */
export interface Speaker {
  ctx: Context;
  user: User;
  t(key: string, values?: MessageValues): string;
}

type Command = (speaker: Speaker, text: string) => Promise<string> | string;

const MOST_DETAIL = 300;

export async function speakerOf(ctx: Context, user_id: number): Promise<Speaker> {
  const user = await ctx.data.as(user_id).get<User>('/me');
  return { ctx, user, t: (key, values) => ctx.i18n.t(user.locale, key, values) };
}

/** @param text what follows the command's name */
export async function runTimerCommand(speaker: Speaker, text: string): Promise<string> {
  const [, verb = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const name = verb.toLowerCase();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return (command ?? showHelp)(speaker, rest.trim());
}

const commands: Record<string, Command> = {
  start: startTimer,
  stop: stopTimer,
  status: showStatus,
  today: showToday,
  help: showHelp,
};

async function startTimer({ ctx, user, t }: Speaker, text: string): Promise<string> {
  let project: Project | undefined;
  if (text !== '') {
    const found = await findProject(ctx, user.id, text);
    if ('isUnknown' in found) return t('start.unknown', { text: toMrkdwn(text) });
    if ('isArchived' in found) return t('start.archived', { text: toMrkdwn(text) });
    if ('candidates' in found) {
      const lines = found.candidates.map(({ id, name }) => `• ${toMrkdwn(name)} (${id})`);
      const head = t('start.ambiguous', { text: toMrkdwn(text) });
      return [head, ...lines, ...(found.hasMore ? ['…'] : [])].join('\n');
    }
    project = found.project;
  }
  try {
    await ctx.data.as(user.id).post('/timer/start', project ? { project_id: project.id } : {});
  } catch (error) {
    if (error instanceof DataError && error.code === 'STINT_ERR_TIMER_RUNNING')
      return t('start.running');
    return refusalOf(error, t);
  }
  return t('start.done', { what: showWork(project?.name, '') || t('no_project') });
}

async function stopTimer({ ctx, user, t }: Speaker): Promise<string> {
  try {
    const { duration_seconds, project_id, description } = await ctx.data
      .as(user.id)
      .post<{ duration_seconds: number; project_id: number | null; description: string }>(
        '/timer/stop',
      );
    const what = await nameWork({ ctx, user, t }, project_id, description);
    return t('stop.done', { what, duration: showDuration(duration_seconds) });
  } catch (error) {
    if (error instanceof DataError && error.code === 'STINT_ERR_TIMER_NOT_RUNNING')
      return t('status.none');
    return refusalOf(error, t);
  }
}

async function showStatus({ ctx, user, t }: Speaker): Promise<string> {
  const { timer, elapsed_seconds } = await readTimer(ctx, user.id);
  if (!timer) return t('status.none');
  const what = await nameWork({ ctx, user, t }, timer.project_id, timer.description);
  const duration = showDuration(elapsed_seconds ?? 0);
  return t(timer.paused_at === null ? 'status.running' : 'status.paused', { what, duration });
}

async function showToday(speaker: Speaker): Promise<string> {
  const { ctx, user, t } = speaker;
  const date = dayOf(ctx.clock.now(), user.time_zone);
  const [{ seconds, count, lines }, status] = await Promise.all([
    readDay(ctx, user.id, date),
    showStatus(speaker),
  ]);
  const head = count === 0 ? t('today.none') : t('today', { duration: showDuration(seconds) });
  return [head, ...listLines(ctx, user.locale, lines), status].join('\n');
}

async function showHelp({ ctx, t }: Speaker): Promise<string> {
  const { attendance } = await ctx.settings.instance();
  return attendance ? `${t('help')}\n${t('help.attendance')}` : t('help');
}

async function nameWork(
  { ctx, user, t }: Speaker,
  project_id: number | null,
  description: string,
): Promise<string> {
  const project = project_id
    ? await ctx.data.as(user.id).find<Project>(`/projects/${project_id}`)
    : undefined;
  return showWork(project?.name, description) || t('no_project');
}

/** What the core refuses, in its words; anything else is a fault. */
function refusalOf(error: unknown, t: Speaker['t']): string {
  if (!(error instanceof DataError)) throw error;
  return t('refused', { detail: toMrkdwn(error.message, MOST_DETAIL) });
}
