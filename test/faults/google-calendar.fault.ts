// The process dies at each page that it reads and at each thing that it writes: nothing is lost, and nothing is there twice.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';
import { systemClock } from '../../core/infra/clock.ts';
import { putGrant } from '../../core/plugin-host/oauth/grants.ts';
import { generateKey } from '../../core/secrets/key-ring.ts';
import { openKeyRing } from '../../core/secrets/open-key-ring.ts';
import { startGoogle } from '../../plugins/google-calendar-connector/test/fixtures/google-server.ts';
import { call, startProcesses, until } from '../fixtures/plugin-processes.ts';

const folder = fileURLToPath(new URL('../../plugins/google-calendar-connector', import.meta.url));
const provider = 'google_calendar_connector';
const path = `/api/plugins/${provider}`;
const names = ['Anna', 'Berta', 'Cora'];
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

async function connect(t: Test, sync_direction: 'import' | 'export') {
  const google = await startGoogle();
  t.teardown(() => google.stop());
  const account = google.account('ya29.ada');
  const processes = await startProcesses(t);
  const { db } = processes;
  const key = generateKey();
  const env = {
    SECRET_KEY: key,
    OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
    GOOGLE_CLIENT_ID: 'stint',
    GOOGLE_CLIENT_SECRET: 'a-secret-of-google',
    GOOGLE_TOKEN_URL: `${google.url}/token`,
  };
  const start = () => processes.spawn([folder], {}, env);
  let stint = await start();
  const ada = await processes.person('admin', [`read:${provider}`, `write:${provider}`]);
  const ask = (method: string, to: string, body?: unknown) =>
    call(stint, ada.token, [method, to], body);
  await ask('PUT', `/plugins/${provider}/settings`, { base_url: google.url });
  const { body: project } = await ask('POST', '/projects', { name: 'Shop', color: '#2563eb' });
  const [row] = await db('integrations')
    .insert({
      user_id: ada.id,
      provider,
      is_active: true,
      health: 'connected',
      config: JSON.stringify({ sync_direction, default_project_id: project.id }),
    })
    .returning('id');
  const keys = await openKeyRing({ SECRET_KEY: key, DATA_DIR: '/nowhere' }, db);
  const tokens = { access_token: 'ya29.ada', expires_in: 3600 };
  await putGrant(
    { db, keys, clock: systemClock },
    { pluginId: provider, id: row.id, scopes: [] },
    tokens,
  );
  await until(
    'the settings have arrived',
    20,
    async () => (await ask('GET', `${path}/status`)).status === 200,
  );

  let deaths = 0;
  return {
    google,
    account,
    db,
    ask,
    deaths: () => deaths,
    die() {
      deaths += 1;
      stint.child.kill('SIGKILL');
    },
    /** One synchronisation is asked for; whenever the process dies, another takes over. */
    async syncThroughAllOfIt(): Promise<void> {
      ask('POST', `${path}/sync`, {}).catch(() => {});
      const isDone = async () => {
        const { sync } = await db('integrations').where({ id: row.id }).first();
        return sync?.state === 'done';
      };
      await until('the synchronisation is done', 120, async () => {
        const { child } = stint;
        if (child.killed && child.signalCode === null) await once(child, 'exit');
        if (child.signalCode !== null) stint = await start();
        return isDone();
      });
    },
  };
}

t.test('a process that dies at every page brings each event once', async (t) => {
  const { google, ask, die, deaths, syncThroughAllOfIt } = await connect(t, 'import');
  names.forEach((summary, index) => {
    const [start, end] = [hoursAgo(index + 2), hoursAgo(index + 1.5)];
    google.write({
      id: `event${index}`,
      summary,
      start: { dateTime: start },
      end: { dateTime: end },
    });
  });
  google.most = 1;
  let asked = 0;
  google.before = ({ path }) => {
    if (!path.endsWith('/events')) return undefined;
    asked += 1;
    if (asked % 2 === 0) return undefined;
    die();
    return 'hang';
  };
  await syncThroughAllOfIt();
  const { body } = await ask('GET', '/time-entries?sort=-start_time');
  t.same(
    body.data.map(({ description }: { description: string }) => description),
    names,
  );
  t.equal(deaths(), names.length);
});

t.test(
  'a process that dies between an entry and what says where it came from brings it once',
  async (t) => {
    const { google, ask, db, die, deaths, syncThroughAllOfIt } = await connect(t, 'import');
    names.forEach((summary, index) => {
      const [start, end] = [hoursAgo(index + 2), hoursAgo(index + 1.5)];
      google.write({
        id: `event${index}`,
        summary,
        start: { dateTime: start },
        end: { dateTime: end },
      });
    });
    // So slow that the test sees it.
    await db.raw(`CREATE FUNCTION plugin_${provider}.slow() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(0.4); RETURN NEW; END $$`);
    await db.raw(`CREATE TRIGGER slow BEFORE UPDATE ON plugin_${provider}.items FOR EACH ROW
    WHEN (NEW.state = 'linked') EXECUTE FUNCTION plugin_${provider}.slow()`);
    const killer = setInterval(async () => {
      const { rows } = await db.raw(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
      );
      if (rows.length > 0 && deaths() < 2) die();
    }, 100);
    t.teardown(() => clearInterval(killer));
    await syncThroughAllOfIt();
    const { body } = await ask('GET', '/time-entries?sort=-start_time');
    t.same(
      body.data.map(({ description }: { description: string }) => description),
      names,
    );
    t.equal(deaths(), 2);
  },
);

t.test('a process that dies after every event that it writes writes each once', async (t) => {
  const { google, ask, die, deaths, syncThroughAllOfIt } = await connect(t, 'export');
  for (const [index, description] of names.entries())
    await ask('POST', '/time-entries', {
      description,
      start_time: hoursAgo(index + 2),
      end_time: hoursAgo(index + 1.5),
    });
  google.loses = ({ method }) => {
    if (method !== 'POST') return false;
    die();
    return true;
  };
  await syncThroughAllOfIt();
  t.same(
    google
      .events()
      .map(({ summary }) => summary)
      .toSorted(),
    names.map((name) => `[TT] ${name}`),
  );
  t.equal(deaths(), names.length);
});
