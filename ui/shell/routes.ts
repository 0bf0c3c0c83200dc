/**
 * Every page, one line each: where it is, what it is called, and how it is loaded. A line makes the
 * address, the entry in the navigation and the texts of `pages/<name>/i18n`; there is nothing else to do.
 */

import briefcase from 'lucide-static/icons/briefcase.svg?raw';
import calendar from 'lucide-static/icons/calendar-days.svg?raw';
import chart from 'lucide-static/icons/chart-column.svg?raw';
import upload from 'lucide-static/icons/file-up.svg?raw';
import folder from 'lucide-static/icons/folder.svg?raw';
import heartPulse from 'lucide-static/icons/heart-pulse.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import layoutDashboard from 'lucide-static/icons/layout-dashboard.svg?raw';
import cog from 'lucide-static/icons/list-checks.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import puzzle from 'lucide-static/icons/puzzle.svg?raw';
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import table from 'lucide-static/icons/table-2.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import people from 'lucide-static/icons/users.svg?raw';
import type { Role } from '../data/session.ts';

export interface PageRoute {
  /** Its folder below `pages/`, its element `stint-<name>-page`, and its texts' prefix. */
  name: string;
  /** URLPattern of the path. */
  path: string;
  load(): Promise<unknown>;
  /** Absent for a page that others lead to. `key` opens it after `G`, no two alike. */
  nav?: {
    group: 'track' | 'analyse' | 'manage' | 'admin';
    icon: string;
    key?: string;
    isOnPhone?: boolean;
  };
  /** For one that others lead to: the page whose entry in the navigation is marked. */
  within?: string;
  /** Least role. @default member */
  role?: Role;
}

// In the order of the navigation.
export const routes: PageRoute[] = [
  {
    name: 'today',
    path: '/',
    nav: { group: 'track', icon: sun, key: 't', isOnPhone: true },
    load: () => import('../pages/today/page.ts'),
  },
  {
    name: 'week',
    path: '/week',
    nav: { group: 'track', icon: table, key: 'w', isOnPhone: true },
    load: () => import('../pages/week/page.ts'),
  },
  {
    name: 'calendar',
    path: '/calendar',
    nav: { group: 'track', icon: calendar, key: 'c', isOnPhone: true },
    load: () => import('../pages/calendar/page.ts'),
  },
  {
    name: 'dashboard',
    path: '/dashboard',
    nav: { group: 'analyse', icon: layoutDashboard, key: 'd' },
    load: () => import('../pages/dashboard/page.ts'),
  },
  {
    name: 'reports',
    path: '/reports',
    nav: { group: 'analyse', icon: chart, key: 'r', isOnPhone: true },
    load: () => import('../pages/reports/page.ts'),
  },
  {
    name: 'projects',
    path: '/projects',
    nav: { group: 'manage', icon: folder, key: 'p' },
    load: () => import('../pages/projects/page.ts'),
  },
  {
    name: 'project',
    path: '/projects/:id',
    within: 'projects',
    load: () => import('../pages/project/page.ts'),
  },
  {
    name: 'clients',
    path: '/clients',
    nav: { group: 'manage', icon: briefcase, key: 'l' },
    load: () => import('../pages/clients/page.ts'),
  },
  {
    name: 'client',
    path: '/clients/:id',
    within: 'clients',
    load: () => import('../pages/client/page.ts'),
  },
  {
    name: 'tags',
    path: '/tags',
    nav: { group: 'manage', icon: tag, key: 'a' },
    load: () => import('../pages/tags/page.ts'),
  },
  {
    name: 'profile',
    path: '/profile/:section?',
    load: () => import('../pages/profile/page.ts'),
  },
  {
    name: 'extension',
    path: '/p/:plugin/:page',
    load: () => import('../pages/extension/page.ts'),
  },
  {
    name: 'integrations',
    path: '/integrations/:id?',
    nav: { group: 'manage', icon: plug, key: 'i' },
    load: () => import('../pages/integrations/page.ts'),
  },
  {
    name: 'users',
    path: '/admin/users',
    nav: { group: 'admin', icon: people },
    role: 'admin',
    load: () => import('../pages/users/page.ts'),
  },
  {
    name: 'import',
    path: '/import',
    nav: { group: 'manage', icon: upload },
    load: () => import('../pages/import/page.ts'),
  },
  {
    name: 'locks',
    path: '/admin/locks',
    nav: { group: 'admin', icon: lock },
    role: 'manager',
    load: () => import('../pages/locks/page.ts'),
  },
  {
    name: 'plugins',
    path: '/admin/plugins',
    nav: { group: 'admin', icon: puzzle },
    role: 'admin',
    load: () => import('../pages/plugins/page.ts'),
  },
  {
    name: 'plugin',
    path: '/admin/plugins/:id',
    within: 'plugins',
    role: 'admin',
    load: () => import('../pages/plugin/page.ts'),
  },
  {
    name: 'audit',
    path: '/admin/audit',
    nav: { group: 'admin', icon: history },
    role: 'admin',
    load: () => import('../pages/audit/page.ts'),
  },
  {
    name: 'settings',
    path: '/admin/settings',
    nav: { group: 'admin', icon: sliders },
    role: 'admin',
    load: () => import('../pages/settings/page.ts'),
  },
  {
    name: 'health',
    path: '/admin/health',
    nav: { group: 'admin', icon: heartPulse },
    role: 'admin',
    load: () => import('../pages/health/page.ts'),
  },
  {
    name: 'deliveries',
    path: '/admin/deliveries',
    nav: { group: 'admin', icon: inbox },
    role: 'admin',
    load: () => import('../pages/deliveries/page.ts'),
  },
  {
    name: 'jobs',
    path: '/admin/jobs',
    nav: { group: 'admin', icon: cog },
    role: 'admin',
    load: () => import('../pages/jobs/page.ts'),
  },
];

/** Without the parts of its path that vary. */
export function addressOf({ path }: PageRoute): string {
  return path.replace(/\/:.*$/, '') || '/';
}
