import { test } from 'node:test';
import { conformance } from '@stint/plugin-testkit';
import { plugin } from './fixtures/connected.ts';

await conformance(plugin, test);
