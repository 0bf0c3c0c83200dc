import { test } from 'node:test';
import { conformance } from '@stint/plugin-testkit';
import { plugin } from './connected.ts';

const issue = {
  id: 7,
  board: 'SHOP',
  key: 'SHOP-7',
  title: 'Door',
  body: '',
  state: 'open',
  labels: [],
  assignee: 'x',
  updated_at: '2025-01-27T11:00:00.000Z',
};

await conformance(plugin, test, {
  deliveries: { issues: { body: { event: 'issue.assigned', issue } } },
});
