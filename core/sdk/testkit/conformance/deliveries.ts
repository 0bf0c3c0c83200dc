/**
 * Events as they arrive in bad weather: twice, in the wrong order, with fields that nobody knew of. The
 * facts are real ones, made by a person at work.
 */
import assert from 'node:assert/strict';
import { deliver } from '../../../plugin-host/events.ts';
import { createTestHost, type TestHost } from '../test-host.ts';
import { readState } from './contents.ts';
import { workADay } from './day-of-work.ts';

// A failure of a first attempt is thrown, and not yet put away.
const firstAttempt = { id: '0', attempt: 1, maxAttempts: 12 };

interface Fact {
  position: number;
  type: string;
}

export async function checkDeliveries(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const wanted = typesOf(host);
    if (wanted.length === 0) return;
    await workADay(host);
    const facts = await findFacts(host, wanted);
    for (const fact of facts) {
      await deliverTo(host, fact, 'it fails at');
      const once = await readState(host.db, host.plugin.id);
      await deliverTo(host, fact, 'it fails at a repeated');
      const twice = await readState(host.db, host.plugin.id);
      assert.deepEqual(twice, once, `${fact.type} delivered twice is not the same as once`);
    }
    for (const fact of facts.toReversed()) await deliverTo(host, fact, 'it fails at a late');
    for (const fact of await addUnknownFields(host, facts)) {
      await deliverTo(host, fact, 'an unknown field breaks it in');
    }
  } finally {
    await host.stop();
  }
}

function typesOf({ host, plugin }: TestHost): string[] {
  const subscriptions = host.get(plugin.id)?.run?.registrations.subscriptions ?? [];
  return [...new Set(subscriptions.map(({ type }) => type))];
}

/** Of each type those that happened; one that did not is made up. */
async function findFacts(host: TestHost, types: string[]): Promise<Fact[]> {
  const happened = () =>
    host.db('events').whereIn('type', types).orderBy('position').select('position', 'type');
  const seen = new Set((await happened()).map(({ type }) => type));
  for (const type of types.filter((one) => !seen.has(one))) {
    await host.emit({ type, data: { id: 1, version: 1, user_id: 1 } });
  }
  return happened();
}

async function addUnknownFields({ db }: TestHost, facts: Fact[]): Promise<Fact[]> {
  const positions = facts.map(({ position }) => position);
  await db('events')
    .whereIn('position', positions)
    .update({ v: 2, data: db.raw(`data || '{"field_of_tomorrow": {"deep": [1]}}'`) });
  return facts;
}

async function deliverTo({ db, host, plugin }: TestHost, fact: Fact, what: string): Promise<void> {
  for (const { handler } of host.handlersOf(plugin.id, fact.type)) {
    try {
      const delivery = { position: fact.position, plugin: plugin.id, handler };
      await deliver({ db, host }, delivery, firstAttempt);
    } catch (error) {
      assert.fail(`${what} ${fact.type}: ${(error as Error).stack}`);
    }
  }
}
