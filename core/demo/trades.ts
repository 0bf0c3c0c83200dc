/** The kinds of work in the demo: for each the tasks a project has, and what people write about it. */
import type { TagName } from './catalogue.ts';

export type Trade = 'app' | 'website' | 'service' | 'design' | 'support' | 'internal';

export interface Note {
  text: string;
  tags: readonly TagName[];
}

interface TradeWords {
  /** Three a project, so that twenty projects have sixty. */
  tasks: readonly [string, string, string];
  notes: readonly Note[];
}

const note = (text: string, ...tags: TagName[]): Note => ({ text, tags });

/** Said about work of every kind. */
export const commonNotes: readonly Note[] = [
  note('Weekly call with the client', 'meeting', 'remote'),
  note('Sprint planning', 'meeting'),
  note('Code review', 'review'),
  note('Estimates for the next milestone'),
  note('Status report', 'documentation'),
  note('Workshop on site', 'meeting', 'on site'),
  note('', 'remote'),
];

export const trades: Record<Trade, TradeWords> = {
  app: {
    tasks: ['Sign-in and profiles', 'Offline mode', 'Push notifications'],
    notes: [
      note('Sign-in screen: error states', 'development'),
      note('Sync queue for offline edits', 'development'),
      note('Crash on slow networks', 'development', 'bug'),
      note('Notification settings', 'development'),
      note('Prototype of the start screen', 'design'),
      note('Device tests before the release', 'review'),
      note('Store listing and screenshots', 'documentation'),
      note('Compare map libraries', 'research'),
    ],
  },
  website: {
    tasks: ['Page templates', 'Content migration', 'Search and filters'],
    notes: [
      note('Header and navigation', 'development'),
      note('Product page layout', 'design'),
      note('Move the news archive', 'development'),
      note('Filter by category', 'development'),
      note('Images too large on phones', 'bug', 'development'),
      note('Redirects from the old addresses', 'development'),
      note('Editor training', 'meeting', 'on site'),
      note('Page speed: measure and fix', 'research'),
    ],
  },
  service: {
    tasks: ['Import of master data', 'Public API', 'Monitoring'],
    notes: [
      note('CSV import: validation of rows', 'development'),
      note('API: paging and filters', 'development'),
      note('Slow query on the order list', 'bug', 'development'),
      note('Dashboards and alerts', 'development'),
      note('Migration of customer numbers', 'development'),
      note('Interface description for the partner', 'documentation'),
      note('Nightly job failed: find out why', 'bug', 'urgent'),
      note('Load test with last year’s data', 'research'),
    ],
  },
  design: {
    tasks: ['Inventory of screens', 'Colour and type', 'Style guide'],
    notes: [
      note('Interviews with five users', 'research'),
      note('Contrast of buttons and links', 'design'),
      note('Keyboard order of the forms', 'review'),
      note('Icon set, second round', 'design'),
      note('Style guide: tables', 'design', 'documentation'),
      note('Presentation to the board', 'meeting', 'on site'),
    ],
  },
  support: {
    tasks: ['Tickets', 'Updates and patches', 'Emergency call-out'],
    notes: [
      note('Password reset does not arrive', 'bug'),
      note('Invoice PDF shows the wrong address', 'bug'),
      note('Security updates', 'development'),
      note('Site is down: certificate', 'urgent', 'bug'),
      note('Question about the export', 'remote'),
      note('Restore of a deleted page', 'urgent'),
    ],
  },
  internal: {
    tasks: ['Bookkeeping and invoices', 'Team meetings', 'Learning'],
    notes: [
      note('Invoices of the month'),
      note('Team breakfast', 'meeting'),
      note('One-to-one', 'meeting'),
      note('Interview with a candidate', 'meeting'),
      note('New laptop set up'),
      note('Read about accessibility', 'research'),
      note('Proposal for a new client', 'documentation'),
    ],
  },
};
