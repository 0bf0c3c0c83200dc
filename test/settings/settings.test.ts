import t from 'tap';
import { Identities } from '../../core/auth/identities.ts';
import { defaultSettings } from '../../core/settings/schema.ts';
import { startHost } from '../fixtures/app.ts';

t.test('settings', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test('are the defaults until somebody changes them', async (t) => {
    t.match((await member.get('/settings')).body, { ...defaultSettings, version: 1 });
  });

  t.test('are changed one by one, and the others stay', async (t) => {
    const first = await admin.patch('/settings', { overlap_policy: 'forbid' });
    t.match(first.body, { ...defaultSettings, overlap_policy: 'forbid', version: 2 });
    await admin.patch('/settings', { currency: 'USD', default_hourly_rate: '085.5' });
    t.match((await manager.get('/settings')).body, {
      overlap_policy: 'forbid',
      currency: 'USD',
      default_hourly_rate: '85.50',
      version: 3,
    });
  });

  t.test('do not tell members what an hour costs', async (t) => {
    t.equal((await member.get('/settings')).body.default_hourly_rate, null);
  });

  t.test('leave a trail and an event, with what was and what is', async (t) => {
    const [event] = await host.db('events').where({ type: 'settings.changed' }).orderBy('position');
    t.match(event, {
      entity_type: 'settings',
      entity_id: 1,
      seq: 2,
      data: { overlap_policy: 'forbid' },
      former: { overlap_policy: 'warn' },
    });
    const [trail] = await host.db('audit_log').where({ action: 'settings.changed' }).orderBy('id');
    t.same(trail.changes, { overlap_policy: ['warn', 'forbid'] });
  });

  t.test('are changed by administrators only, on fresh data, to values that exist', async (t) => {
    for (const caller of [manager, member]) {
      t.equal((await caller.patch('/settings', { currency: 'CHF' })).status, 403);
    }
    const stale = await admin.patch('/settings', { currency: 'CHF' }, { 'if-match': '"1-1"' });
    t.equal(stale.status, 412);
    const { headers } = await admin.get('/settings');
    const fresh = { 'if-match': headers.etag as string };
    t.equal((await admin.patch('/settings', { currency: 'CHF' }, fresh)).status, 200);
    t.equal((await admin.patch('/settings', { overlap_policy: 'maybe' })).status, 400);
    t.equal((await admin.patch('/settings', { version: 9 })).status, 400);
    t.equal((await admin.patch('/settings', {})).status, 400);
  });

  t.test('hold for the very next request', async (t) => {
    const credential = { kind: 'token', secret: member.token } as const;
    const identities = new Identities({ db: host.db, clock: host.clock, log: host.app.log });
    const found = await identities.find(credential, '127.0.0.1');
    t.equal(found?.settings.currency, 'CHF');
  });

  t.test('changed by many at once lose no change', async (t) => {
    await Promise.all([
      admin.patch('/settings', { rounding_minutes: 5 }),
      admin.patch('/settings', { multiple_timers: true }),
      admin.patch('/settings', { rounding_mode: 'up' }),
    ]);
    t.match((await admin.get('/settings')).body, {
      rounding_minutes: 5,
      multiple_timers: true,
      rounding_mode: 'up',
    });
  });
});
