/**
 * The core's own cards, declared as a plugin's are in its manifest. Titles and descriptions, those in a
 * schema included, are keys of its texts.
 */

import type { CardClass } from '@stint/plugin/ui';
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw';
import chart from 'lucide-static/icons/chart-no-axes-column.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import sigma from 'lucide-static/icons/sigma.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import type { Plugin } from '../data/wire.ts';
import { loadTexts } from '../i18n/texts.ts';

type CoreCard = Plugin['cards'][number] & {
  /** Its icon, which need not be looked up by name. */
  glyph: string;
  load(): Promise<{ default: CardClass }>;
};

const loadWeekProjects = async () => {
  await loadTexts('../cards/week-projects/i18n');
  return import('./week-projects/card.ts');
};

// In the order of the dashboard that Stint comes with.
export const coreCards: CoreCard[] = [
  {
    name: 'week-projects',
    region: 'timer.sidebar/v1',
    title: 'cards.weekProjects',
    glyph: chart,
    load: loadWeekProjects,
  },
  {
    name: 'hours',
    region: 'dashboard/v1',
    title: 'cards.hours',
    description: 'cards.hoursText',
    glyph: sigma,
    size: { columns: 4, rows: 2 },
    load: async () => {
      await loadTexts('../cards/hours/i18n');
      return import('./hours/card.ts');
    },
  },
  {
    name: 'hours-by-day',
    region: 'dashboard/v1',
    title: 'cards.hoursByDay',
    description: 'cards.hoursByDayText',
    glyph: calendarDays,
    size: { columns: 8, rows: 2 },
    configSchema: {
      type: 'object',
      properties: {
        days: { type: 'integer', title: 'cards.days', minimum: 7, maximum: 31, default: 14 },
      },
    },
    stub: { days: 7 },
    load: async () => {
      await loadTexts('../cards/hours-by-day/i18n');
      return import('./hours-by-day/card.ts');
    },
  },
  {
    name: 'recent-entries',
    region: 'dashboard/v1',
    title: 'cards.recentEntries',
    description: 'cards.recentEntriesText',
    glyph: history,
    size: { columns: 5, rows: 3 },
    configSchema: {
      type: 'object',
      properties: {
        count: { type: 'integer', title: 'cards.count', minimum: 1, maximum: 20, default: 5 },
      },
    },
    stub: { count: 3 },
    load: async () => {
      await loadTexts('../cards/recent-entries/i18n');
      return import('./recent-entries/card.ts');
    },
  },
  {
    name: 'projects-this-week',
    region: 'dashboard/v1',
    title: 'cards.weekProjects',
    description: 'cards.weekProjectsText',
    glyph: chart,
    size: { columns: 4, rows: 3 },
    load: loadWeekProjects,
  },
  {
    name: 'team-timers',
    region: 'dashboard/v1',
    title: 'cards.teamTimers',
    description: 'cards.teamTimersText',
    glyph: users,
    size: { columns: 3, rows: 3 },
    permission: 'manager',
    load: async () => {
      await loadTexts('../cards/team-timers/i18n');
      return import('./team-timers/card.ts');
    },
  },
];
