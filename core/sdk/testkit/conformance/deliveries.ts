/**
 * Events as they arrive in bad weather: twice, in the wrong order, with fields that nobody knew of. The
 * facts are real ones, made by people at work.
 */
import assert from 'node:assert/strict';
import { createTestHost } from '../test-host.ts';
import { readState } from './contents.ts';
import { workADay } from './day-of-work.ts';
import { findFacts, tell } from './facts.ts';
import { rememberState } from './start-over.ts';

export async function checkDeliveries(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  const { db, plugin } = host;
  try {
    const startOver = await rememberState(db, plugin.id);
    await workADay(host);
    const facts = await findFacts(host);
    for (const fact of facts) {
      await tell(host, fact, 'it fails at');
      const once = await readState(db, plugin.id);
      await tell(host, fact, 'it fails at a repeated');
      const twice = await readState(db, plugin.id);
      assert.deepEqual(twice, once, `${fact.type} delivered twice is not the same as once`);
    }
    await host.runJobs();
    const inOrder = await readState(db, plugin.id);
    await startOver();
    for (const fact of facts.toReversed()) await tell(host, fact, 'it fails at a late');
    await host.runJobs();
    const reversed = await readState(db, plugin.id);
    assert.deepEqual(
      reversed,
      inOrder,
      'the same events in another order lead to something else: compare their `seq`',
    );
    await db('events')
      .whereIn(
        'position',
        facts.map(({ position }) => position),
      )
      .update({ v: 2, data: db.raw(`data || '{"field_of_tomorrow": {"deep": [1]}}'`) });
    for (const fact of facts) await tell(host, fact, 'an unknown field breaks it in');
  } finally {
    await host.stop();
  }
}
