import { test } from 'node:test';
import { conformance } from '@stint/plugin-testkit';
import { issue, plugin } from './connected.ts';

const told = {
  action: 'opened',
  issue: issue(7),
  repository: { full_name: 'acme/shop' },
};

await conformance(plugin, test, {
  deliveries: { issues: { body: told, headers: { 'x-github-event': 'issues' } } },
});
