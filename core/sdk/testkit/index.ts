/** What a plugin's tests import: `import { conformance, createTestHost } from '@stint/plugin-testkit'`. */
export type { Answer, Caller, PersonOptions } from './callers.ts';
export { TestClock } from './clock.ts';
export { type Check, conformance, type RunTest } from './conformance/conformance.ts';
export type { ConformanceOptions } from './conformance/options.ts';
export {
  createTestHost,
  type RequestOptions,
  type TestEvent,
  type TestHost,
  type TestHostOptions,
  type TestPlugin,
} from './test-host.ts';
