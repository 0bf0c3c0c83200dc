import { test } from 'node:test';
import { conformance } from '@stint/plugin-testkit';

const body = {
  command: '/tt',
  text: 'help',
  api_app_id: 'A1',
  team_id: 'T1',
  user_id: 'U1',
  trigger_id: '1.2.3',
};

await conformance(new URL('..', import.meta.url), test, { deliveries: { events: { body } } });
