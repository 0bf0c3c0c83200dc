/** A sick other side: the connection shows it as what it is, nothing is thrown, and nothing is lost. */
import assert from 'node:assert/strict';
import type { Health } from '@stint/plugin';
import { findText } from '../contents.ts';
import type { ConformanceOptions } from '../options.ts';
import { type ConnectedHost, type Member, withConnector } from './connected.ts';
import { type Illness, illnesses, RETRY_AFTER_SECONDS } from './upstream.ts';

// What a person has to mend, and what mends itself.
const rightHealth: Record<Illness, readonly Health[]> = {
  down: ['degraded'],
  hanging: ['degraded'],
  unauthorized: ['reconnect'],
  forbidden: ['reconnect', 'error'],
  limited: ['degraded'],
  broken: ['degraded'],
  garbage: ['degraded'],
  'another shape': ['degraded'],
  'half a body': ['degraded'],
};

export async function checkIllness(folder: string, options: ConformanceOptions): Promise<void> {
  await withConnector(folder, options, async (connected) => {
    const { sync, testConnection } = connected.run.definition;
    if (!sync && !testConnection) return;
    const { permissions } =
      connected.host.host.get(connected.host.plugin.id)?.found.package?.stint ?? {};
    assert.ok(
      permissions?.network?.some((pattern) => pattern.startsWith('$')),
      'no setting names the address of the other side ("$base_url" in permissions.network): nobody can take its place in a test',
    );
    const member = await connected.connect();
    for (const illness of illnesses) {
      await connected.connect(member);
      await connected.upstream.become(illness);
      if (sync) await checkSync(connected, member, illness);
      if (testConnection && !(sync && illness === 'hanging'))
        await checkTest(connected, member, illness);
    }
    await checkSilence(connected, member);
  });
}

async function checkSync(
  { host, upstream, status, run }: ConnectedHost,
  member: Member,
  illness: Illness,
): Promise<void> {
  const when = `when the other side is ${illness}, a synchronisation`;
  upstream.asked.splice(0);
  await run.context.connections.sync(member.connection_id);
  await host.runJobs();
  const isSeen = upstream.asked.length > 0 || illness === 'down';
  assert.ok(isSeen, `${when} does not ask it, at the address of the settings`);
  const { health, last_error, sync } = await status(member);
  assertHealth(when, illness, health);
  assert.ok(last_error, `${when} leaves no last error`);
  const waits = await findSyncJob(host, member);
  if (health === 'degraded') {
    assert.equal(sync?.state, 'retrying', `${when} is given up`);
    assert.ok(waits, `${when} is lost: no job waits to try again`);
  } else {
    assert.ok(!waits, `${when} is tried again, before anybody has mended it`);
  }
  if (illness === 'limited') {
    assert.ok(
      (waits?.seconds ?? 0) > RETRY_AFTER_SECONDS - 20,
      `${when} comes again before the time that Retry-After named: throw RateLimited`,
    );
  }
  const { state, error } = await host.plugin.state();
  assert.equal(state, 'active', `${when} makes the plugin ${state}: ${error}`);
}

async function findSyncJob({ db, plugin }: ConnectedHost['host'], { connection_id }: Member) {
  const { rows } = await db.raw(
    `SELECT extract(epoch FROM run_at - now())::float AS seconds FROM graphile_worker._private_jobs
     WHERE payload ->> 'plugin' = ? AND (payload ->> 'connection')::int = ?`,
    [plugin.id, connection_id],
  );
  return rows[0] as { seconds: number } | undefined;
}

async function checkTest(
  { host, status }: ConnectedHost,
  member: Member,
  illness: Illness,
): Promise<void> {
  const when = `when the other side is ${illness}, the test of a connection`;
  const path = host.plugin.route('/test');
  const tried = await host.request(path, { as: member.person, body: {} });
  assert.equal(tried.status, 200, `${when} answers ${tried.status}`);
  assert.equal(tried.body.ok, false, `${when} is passed`);
  assert.ok(tried.body.error, `${when} does not say why`);
  assertHealth(when, illness, (await status(member)).health);
}

function assertHealth(when: string, illness: Illness, health: Health | undefined): void {
  const right = rightHealth[illness];
  assert.ok(
    health && right.includes(health),
    `${when} leaves the connection ${health}; right is ${right.join(' or ')}: see requireOk and readJson`,
  );
}

/** It was told its own secrets by everybody that it asked. */
async function checkSilence({ host, lines }: ConnectedHost, { secret }: Member): Promise<void> {
  const tables = await findText(host.db, host.plugin.id, secret);
  assert.deepEqual(tables, [], 'a secret that the other side repeated stands in these tables');
  assert.ok(
    !lines.some((line) => line.includes(secret)),
    'a secret that the other side repeated is in the log',
  );
}
