/** Webhooks as a worker sends them: by themselves, and each receiver by itself. */
import t from 'tap';
import { loadConfig } from '../../core/config.ts';
import { makeLogger } from '../../core/infra/logger.ts';
import { makeWaker } from '../../core/infra/waker.ts';
import { generateKey, parseKeyRing } from '../../core/secrets/key-ring.ts';
import { startWorker } from '../../core/worker.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { until } from '../fixtures/until.ts';
import { openReceiver } from '../fixtures/webhook-receiver.ts';

t.test('receivers that hang delay nobody else', async (t) => {
  const env = { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' };
  const secretKey = generateKey();
  const now = new Date().toISOString();
  const app = await startPluginHost(t, [], { now, env, secretKey, isLive: true });
  const { db, connectionString, host } = app;
  const log = makeLogger({ LOG_LEVEL: 'silent' });
  const waker = makeWaker(db, log);
  const worker = await startWorker({
    config: loadConfig(env),
    keys: parseKeyRing(secretKey),
    db,
    connectionString,
    log,
    host,
    waker,
  });
  const person = await app.person();
  const [dead, alive] = [await openReceiver(t), await openReceiver(t)];
  dead.answer = 'hang';
  const subscribe = async (url: string) =>
    (await person.post('/webhooks', { name: url, url })).body as { id: number; secret: string };
  await subscribe(dead.url);
  const hook = await subscribe(alive.url);
  const entries = Array.from({ length: 40 }, () => ({ date: '2025-01-20', duration_seconds: 60 }));
  await person.post('/time-entries/bulk-create', { entries });
  // One after the other, and each after 15 s in vain: the other would need ten minutes for as many.
  await until(async () => alive.received.length === 40, 60_000);
  t.ok(dead.received.length < 6, 'the other one is still being waited for');
  for (const one of alive.received) t.ok(alive.verify(hook.secret, one));
  t.match(await host.metrics.render(), 'stint_webhook_attempts_total{outcome="delivered"} 40');
  await db('webhooks').where('url', dead.url).update({ enabled: false });
  dead.release();
  await worker.stop();
  await waker.stop();
});
