/** What the demo's people work on: the clients and projects of a small agency, and its tags. */
import type { Trade } from './trades.ts';

export const clients = [
  { name: 'Nordlicht Energie GmbH', currency: 'EUR', hourly_rate: '95.00' },
  { name: 'Bäckerei Sommer', currency: 'EUR', hourly_rate: '75.00' },
  { name: 'Hudson & Vale LLC', currency: 'USD', hourly_rate: '140.00' },
  { name: 'Bright Harbor Clinics', currency: 'USD', hourly_rate: '125.00' },
  { name: 'Kaveri Textiles', currency: 'EUR', hourly_rate: null },
  { name: 'Museum am Fluss', currency: 'EUR', hourly_rate: '68.50' },
  { name: 'Pinecrest Outdoor Inc.', currency: 'USD', hourly_rate: '110.00' },
  { name: 'Stadtwerke Lindau', currency: 'EUR', hourly_rate: '102.00' },
] as const;

export interface PlannedProject {
  client: (typeof clients)[number]['name'] | null;
  name: string;
  code: string;
  color: string;
  trade: Trade;
  hours: number | null;
  hourly_rate?: string;
  /** Open to its members alone. */
  isPrivate?: boolean;
  /** Ended, and archived, this many days ago. */
  archivedDaysAgo?: number;
}

function plan(
  client: PlannedProject['client'],
  ...projects: Omit<PlannedProject, 'client'>[]
): PlannedProject[] {
  return projects.map((project) => ({ client, ...project }));
}

export const projects: PlannedProject[] = [
  ...plan(
    'Nordlicht Energie GmbH',
    { name: 'Customer portal', code: 'NLE-1', color: '#2563eb', trade: 'app', hours: 900 },
    { name: 'Tariff calculator', code: 'NLE-2', color: '#0891b2', trade: 'service', hours: 420 },
    {
      name: 'Support and maintenance',
      code: 'NLE-3',
      color: '#64748b',
      trade: 'support',
      hours: null,
      hourly_rate: '85.00',
    },
  ),
  ...plan(
    'Bäckerei Sommer',
    {
      name: 'Website relaunch',
      code: 'BS-1',
      color: '#d97706',
      trade: 'website',
      hours: 450,
      archivedDaysAgo: 120,
    },
    { name: 'Online shop', code: 'BS-2', color: '#ea580c', trade: 'website', hours: 800 },
  ),
  ...plan('Hudson & Vale LLC', {
    name: 'Deal room',
    code: 'HV-1',
    color: '#7c3aed',
    trade: 'app',
    hours: 700,
    hourly_rate: '155.00',
    isPrivate: true,
  }),
  ...plan(
    'Bright Harbor Clinics',
    { name: 'Appointment booking', code: 'BHC-1', color: '#059669', trade: 'app', hours: 650 },
    { name: 'Accessibility audit', code: 'BHC-2', color: '#65a30d', trade: 'design', hours: 120 },
  ),
  ...plan(
    'Kaveri Textiles',
    {
      name: 'Supplier portal',
      code: 'KT-1',
      color: '#be123c',
      trade: 'service',
      hours: 500,
      hourly_rate: '72.00',
    },
    {
      name: 'Product catalogue',
      code: 'KT-2',
      color: '#e11d48',
      trade: 'website',
      hours: 500,
      hourly_rate: '70.00',
    },
  ),
  ...plan(
    'Museum am Fluss',
    { name: 'Exhibition guide', code: 'MF-1', color: '#9333ea', trade: 'app', hours: 600 },
    { name: 'Ticket shop', code: 'MF-2', color: '#c026d3', trade: 'service', hours: 240 },
  ),
  ...plan(
    'Pinecrest Outdoor Inc.',
    { name: 'Trail app', code: 'PO-1', color: '#15803d', trade: 'app', hours: 800 },
    { name: 'Brand refresh', code: 'PO-2', color: '#4d7c0f', trade: 'design', hours: 450 },
    { name: 'Store integration', code: 'PO-3', color: '#0f766e', trade: 'service', hours: 340 },
  ),
  ...plan(
    'Stadtwerke Lindau',
    { name: 'Outage map', code: 'SWL-1', color: '#0284c7', trade: 'website', hours: 280 },
    { name: 'Meter readings', code: 'SWL-2', color: '#1d4ed8', trade: 'service', hours: 450 },
    { name: 'Help desk', code: 'SWL-3', color: '#475569', trade: 'support', hours: null },
  ),
  ...plan(
    null,
    { name: 'Company', code: 'INT-1', color: '#6b7280', trade: 'internal', hours: null },
    {
      name: 'Hiring and onboarding',
      code: 'INT-2',
      color: '#9ca3af',
      trade: 'internal',
      hours: 150,
    },
  ),
];

export const tags = [
  { name: 'meeting', color: '#f59e0b' },
  { name: 'development', color: '#2563eb' },
  { name: 'design', color: '#db2777' },
  { name: 'review', color: '#7c3aed' },
  { name: 'bug', color: '#dc2626' },
  { name: 'research', color: '#0891b2' },
  { name: 'documentation', color: '#65a30d' },
  { name: 'on site', color: '#b45309' },
  { name: 'urgent', color: '#e11d48' },
  { name: 'remote', color: null },
] as const;
export type TagName = (typeof tags)[number]['name'];
