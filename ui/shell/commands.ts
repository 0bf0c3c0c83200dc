/**
 * Everything that can be done from anywhere, in one list: the palette shows it, and its `keys` are the
 * shortcuts. What depends on something that is not read yet is there when it is.
 */

import circlePause from 'lucide-static/icons/circle-pause.svg?raw';
import fastForward from 'lucide-static/icons/fast-forward.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import logOutIcon from 'lucide-static/icons/log-out.svg?raw';
import pencil from 'lucide-static/icons/pencil-line.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import puzzle from 'lucide-static/icons/puzzle.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import palette from 'lucide-static/icons/sun-moon.svg?raw';
import userIcon from 'lucide-static/icons/user.svg?raw';
import { confirm } from '../components/confirm.ts';
import { newEntryDialog } from '../components/entry-editor/open.ts';
import { icon, namedIcon } from '../components/icon.ts';
import type { Command } from '../components/palette/command.ts';
import { toast } from '../components/toast.ts';
import { call } from '../data/api.ts';
import { known, pluginsRead, projectsRead, readNow, refresh } from '../data/queries.ts';
import { hasRole, logOut, updateMe } from '../data/session.ts';
import { areKeysOn, setKeysOn } from '../data/shortcuts.ts';
import { setTheme, type Theme, theme } from '../data/theme.ts';
import {
  continueEntry,
  pauseTimer,
  resumeTimer,
  runningEntry,
  startTimer,
  timerRead,
} from '../data/timer.ts';
import type { Plugin, Project, TimeEntry } from '../data/wire.ts';
import { type Locale, locale, locales, setLocale, t } from '../i18n/texts.ts';
import { isSafe } from './cards/catalog.ts';
import { navigate } from './place.ts';
import { addressOf, routes } from './routes.ts';
import { continueLast, latestRead, stopRunning } from './timer-actions.ts';

const MOST_RESUMED = 6;

/** Waits for what commands are made of. What cannot be read has no commands. */
export async function readCommands(): Promise<void> {
  const reads = [timerRead, projectsRead, latestRead(), ...(isSafe ? [] : [pluginsRead])];
  await Promise.allSettled(reads.map((read) => readNow(read as typeof projectsRead)));
}

/** All that can be done now, of what is known. */
export function listCommands(): Command[] {
  return [
    ...timerCommands(),
    ...resumeCommands(),
    ...pageCommands(),
    ...projectCommands(),
    ...pluginCommands(),
    ...appCommands(),
  ];
}

function timerCommands(): Command[] {
  const running = runningEntry();
  const stop: Command[] = [
    command('timer', 'stop', square, stopRunning, { keys: 's' }),
    running?.paused_at
      ? command('timer', 'resume', play, resumeTimer)
      : command('timer', 'pause', circlePause, pauseTimer),
    command('timer', 'describe', pencil, focusTimer, { keys: 'n' }),
  ];
  const start: Command[] = [
    command('timer', 'start', play, focusTimer, { keys: 'n' }),
    command('timer', 'continue', fastForward, continueLast, { keys: 'c' }),
  ];
  return [...(running ? stop : start), command('timer', 'newEntry', plus, () => newEntryDialog())];
}

/** What was done lately, each once however often it was done. */
function resumeCommands(): Command[] {
  const seen = new Set<string>();
  const different = (known(latestRead())?.data ?? []).filter((entry) => {
    const { description, project_id, task_id, tag_ids } = entry;
    const what = JSON.stringify([description, project_id, task_id, tag_ids]);
    if (seen.has(what)) return false;
    seen.add(what);
    return true;
  });
  return different.slice(0, MOST_RESUMED).map((entry: TimeEntry) => {
    const project = known(projectsRead)?.find(({ id }) => id === entry.project_id);
    const what = entry.description || t('entry.noDescription');
    return {
      id: `resume:${entry.description}:${entry.project_id}:${entry.task_id}`,
      group: 'resume',
      title: t('command.resumeEntry', { what }),
      detail: project?.name,
      ...(project ? { color: project.color } : { sign: icon(play) }),
      run: () => continueEntry(entry),
    };
  });
}

function pageCommands(): Command[] {
  const own = routes
    .filter(({ nav, role = 'member' }) => nav && hasRole(role))
    .map((route): Command => {
      const { name, nav } = route;
      const page = t(`nav.page.${name}`);
      return {
        id: `page:${name}`,
        group: 'pages',
        title: t('command.goTo', { page }),
        sign: icon(nav?.icon ?? ''),
        keys: nav?.key && `g ${nav.key}`,
        run: () => navigate(addressOf(route)),
      };
    });
  const ofPlugins = plugins().flatMap(({ pages, display_name }) =>
    pages.map(
      ({ address, title, icon: name }): Command => ({
        id: `page:${address}`,
        group: 'pages',
        title: t('command.goTo', { page: title }),
        detail: display_name,
        sign: name ? namedIcon(name) : icon(puzzle),
        run: () => navigate(address),
      }),
    ),
  );
  return [...own, ...ofPlugins];
}

function projectCommands(): Command[] {
  return (known(projectsRead) ?? [])
    .filter(({ archived_at }: Project) => !archived_at)
    .map(({ id, name, client, color, code, billable }: Project) => ({
      id: `project:${id}`,
      group: 'projects',
      title: t('command.startOn', { project: name }),
      detail: client?.name,
      keywords: code ? [code] : [],
      color,
      isOnlyFound: true,
      run: () => startTimer({ project_id: id, billable }, 'switch'),
    }));
}

function pluginCommands(): Command[] {
  return plugins().flatMap((plugin) =>
    plugin.commands.map((declared) => ({
      id: `plugin:${plugin.id}:${declared.name}`,
      group: 'plugins',
      title: declared.title,
      detail: plugin.display_name,
      keywords: declared.keywords,
      sign: declared.icon ? namedIcon(declared.icon) : icon(puzzle),
      run: () => runDeclared(declared),
    })),
  );
}

/** Of a plugin: opens an address, or calls one of its routes and says what that answers. */
async function runDeclared({
  title,
  opens,
  calls,
  confirm: question,
}: Plugin['commands'][number]): Promise<void> {
  if (opens) return navigate(opens);
  if (!calls) return;
  if (question && !(await confirm({ heading: title, text: question, action: title }))) return;
  const answer = await call<{ message?: unknown } | undefined>(calls.method, calls.path);
  // Whatever it did to time: live updates tell of the core's data and not of its own.
  refresh('timer', 'time-entries', 'reports');
  toast(typeof answer?.message === 'string' ? answer.message : t('command.done', { title }));
}

function appCommands(): Command[] {
  const themes: Theme[] = ['light', 'dark', 'system'];
  return [
    command('app', 'profile', userIcon, () => navigate('/profile')),
    command('app', 'help', keyboard, openHelp, { keys: '[Shift]+?' }),
    command('app', areKeysOn.value ? 'keysOff' : 'keysOn', keyboard, () =>
      setKeysOn(!areKeysOn.value),
    ),
    ...themes
      .filter((name) => name !== theme.value)
      .map(
        (name): Command => ({
          id: `theme:${name}`,
          group: 'app',
          title: t('command.theme', { theme: t(`theme.${name}`) }),
          sign: icon(palette),
          run: () => setTheme(name),
        }),
      ),
    ...Object.entries(locales)
      .filter(([tag]) => tag !== locale.value)
      .map(
        ([tag, language]): Command => ({
          id: `language:${tag}`,
          group: 'app',
          title: t('command.language', { language }),
          sign: icon(languages),
          // Who looks for it may not know the language that they are in.
          keywords: ['language', 'sprache'],
          run: () => speak(tag as Locale),
        }),
      ),
    command('app', 'logOut', logOutIcon, logOut),
  ];
}

function command(
  group: Command['group'],
  name: string,
  source: string,
  run: Command['run'],
  more: Partial<Command> = {},
): Command {
  return { id: name, group, title: t(`command.${name}`), sign: icon(source), run, ...more };
}

function plugins(): Plugin[] {
  return isSafe ? [] : (known(pluginsRead) ?? []);
}

function focusTimer(): void {
  const frame = document.querySelector('stint-app')?.shadowRoot?.querySelector('stint-frame');
  frame?.shadowRoot?.querySelector<HTMLElement>('stint-timer-bar')?.focus();
}

async function speak(tag: Locale): Promise<void> {
  await setLocale(tag);
  await updateMe({ locale: tag });
}

async function openHelp(): Promise<void> {
  const { openShortcutHelp } = await import('./shortcut-help.ts');
  openShortcutHelp();
}
