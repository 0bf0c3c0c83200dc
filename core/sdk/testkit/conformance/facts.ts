/** Facts of a day at work, and how they are told to a plugin one by one, without the queue. */
import assert from 'node:assert/strict';
import { deliver } from '../../../plugin-host/deliver.ts';
import type { TestHost } from '../test-host.ts';

// A failure of a first attempt is thrown, and not yet put away.
const firstAttempt = { id: '0', attempt: 1, maxAttempts: 12 };

export interface Fact {
  position: number;
  type: string;
}

/** Of each type that the plugin wants those that happened; one that did not is made up. */
export async function findFacts(host: TestHost): Promise<Fact[]> {
  const { subscriptions = [] } = host.host.get(host.plugin.id)?.run?.registrations ?? {};
  const types = [...new Set(subscriptions.map(({ type }) => type))];
  const happened = (): Promise<Fact[]> =>
    host.db('events').whereIn('type', types).orderBy('position').select('position', 'type');
  const seen = new Set((await happened()).map(({ type }) => type));
  for (const type of types.filter((one) => !seen.has(one))) {
    await host.emit({ type, data: { id: 1, version: 1, user_id: 1 } });
  }
  return happened();
}

export async function tell(
  { db, host, plugin }: TestHost,
  fact: Fact,
  what: string,
): Promise<void> {
  for (const { handler } of host.handlersOf(plugin.id, fact.type)) {
    try {
      const delivery = { positions: [fact.position], plugin: plugin.id, handler };
      await deliver({ db, host }, delivery, firstAttempt);
    } catch (error) {
      assert.fail(`${what} ${fact.type}: ${(error as Error).stack}`);
    }
  }
}
