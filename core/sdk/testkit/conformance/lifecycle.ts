/** Starting, stopping, starting again, and going for good. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestHost, type TestHost } from '../test-host.ts';
import { findTraces, readShape } from './contents.ts';
import { workADay } from './day-of-work.ts';
import { findFacts, tell } from './facts.ts';
import { fillSettings } from './fill-settings.ts';
import type { ConformanceOptions } from './options.ts';

const ROUNDS = 3;
const PATIENCE_MS = 3000;

export async function checkLifecycle(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const { state: first } = await host.plugin.state();
    let idle: Record<string, number> | undefined;
    for (let round = 1; round <= ROUNDS; round += 1) {
      await host.plugin.disable();
      assert.deepEqual(await host.db('event_subscriptions'), [], 'subscriptions outlive it');
      idle ??= countHandles();
      await host.plugin.enable();
      const { state, error } = await host.plugin.state();
      assert.equal(state, first, `enabled again it is ${state}: ${error}`);
    }
    await host.plugin.disable();
    const left = await handlesBeyond(idle as Record<string, number>);
    assert.deepEqual(
      left,
      {},
      'disabled, it leaves timers, servers or listeners behind: use ctx.onDispose',
    );
  } finally {
    await host.stop();
  }
}

// Of the database's pool and of whoever runs the test; they come and go.
const foreign = new Set(['TCPSocketWrap', 'PipeWrap', 'Immediate', 'FSReqPromise', 'TTYWrap']);

function countHandles(): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (name: string, by = 1) => {
    counts[name] = (counts[name] ?? 0) + by;
  };
  for (const name of process.getActiveResourcesInfo()) if (!foreign.has(name)) count(name);
  for (const name of process.eventNames())
    count(`process.on(${String(name)})`, process.listenerCount(name));
  return counts;
}

/** What there is more of, after a while in which it could go. A timer or two is the pool's own. */
async function handlesBeyond(idle: Record<string, number>): Promise<Record<string, number>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const more = Object.entries(countHandles())
      .map(([name, count]) => [name, count - (idle[name] ?? 0)] as const)
      .filter(([name, count]) => count > (name === 'Timeout' ? ROUNDS - 1 : 0));
    if (more.length === 0 || Date.now() > end) return Object.fromEntries(more);
    await sleep(50);
  }
}

export async function checkMigrations(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const before = await describe(host);
    await host.plugin.disable();
    await host.plugin.enable();
    assert.deepEqual(await describe(host), before, 'a second start changes its tables');
  } finally {
    await host.stop();
  }
}

async function describe({ db, plugin }: TestHost) {
  const ledger = await db('plugin_migrations').where({ plugin_id: plugin.id }).orderBy('name');
  return { ledger, shape: await readShape(db, plugin.id) };
}

export async function checkPurge(folder: string, options: ConformanceOptions = {}): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const before = await findTraces(host.db, host.plugin.id);
    assert.ok(before.length > 0);
    // With something to leave behind: settings, secrets, and jobs that still wait.
    await fillSettings(host, 'to be forgotten', options);
    await workADay(host);
    for (const fact of await findFacts(host)) await tell(host, fact, 'it fails at');
    await host.plugin.purge();
    assert.deepEqual(await findTraces(host.db, host.plugin.id), []);
  } finally {
    await host.stop();
  }
}
