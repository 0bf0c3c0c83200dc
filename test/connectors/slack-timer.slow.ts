/**
 * A Slack that refuses, asks for patience, breaks or never answers, and the timer meanwhile: in a process that
 * tells it of every start and stop, and in one without the plugin, turn by turn.
 */
import { fileURLToPath } from 'node:url';
import t from 'tap';
import {
  type Illness,
  startSlack,
  TOKEN,
} from '../../plugins/slack-connector/test/slack-server.ts';
import { call, type PluginProcess, startProcesses, until } from '../fixtures/plugin-processes.ts';

const folder = fileURLToPath(new URL('../../plugins/slack-connector', import.meta.url));
const own = ['read:slack_connector', 'write:slack_connector'];
const PAIRS = 60;
// Waiting for Slack would cost a hundred times as much; a busy machine, a few times.
const MOST_TIMES = 10;

const ills: [what: string, illness: Illness][] = [
  ['answers ok:false', { error: 'internal_error' }],
  ['refuses the token', { error: 'token_revoked' }],
  ['answers 429', { status: 429, retryAfter: 1 }],
  ['answers 500', { status: 500 }],
  ['never answers', 'silence'],
];

interface Turn {
  stint: PluginProcess;
  token: string;
}

/** Milliseconds that a start and the stop after it took, each on its own. */
async function startAndStop({ stint, token }: Turn): Promise<number[]> {
  const times = [];
  for (const verb of ['start', 'stop']) {
    const begin = performance.now();
    const { status, body } = await call(stint, token, ['POST', `/timer/${verb}`], {});
    times.push(performance.now() - begin);
    if (status !== 200 && status !== 201) throw new Error(`${verb}: ${JSON.stringify(body)}`);
  }
  return times;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

t.test('the timer is as fast as without Slack', async (t) => {
  const slack = await startSlack();
  t.teardown(() => slack.stop());
  const withSlack = await startProcesses(t);
  const without = await startProcesses(t);
  const env = { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' };
  const stint = await withSlack.spawn([folder], {}, env);
  const bare: Turn = {
    stint: await without.spawn([], {}, env),
    token: (await without.person('member')).token,
  };
  const admin = await withSlack.person('admin');
  const settings = { base_url: slack.url, bot_token: TOKEN };
  const path = '/plugins/slack_connector/settings';
  t.equal((await call(stint, admin.token, ['PUT', path], settings)).status, 200);
  // Once, unmeasured: what is compiled at the first use is no one's every day.
  for (let pair = 0; pair < 10; pair += 1) {
    await startAndStop(bare);
    await startAndStop({ stint, token: admin.token });
  }

  for (const [what, illness] of ills) {
    await t.test(`of a Slack that ${what}`, async (t) => {
      // Somebody new each time, so that no connection is resting from the illness before.
      const { id, token } = await withSlack.person('member', own);
      const config = { channel_id: 'C0001' };
      const saved = await call(
        stint,
        token,
        ['POST', '/api/plugins/slack_connector/config'],
        config,
      );
      t.equal(saved.status, 200);
      slack.illness = illness;
      const { asked } = slack;
      const told: number[] = [];
      const untold: number[] = [];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        told.push(...(await startAndStop({ stint, token })));
        untold.push(...(await startAndStop(bare)));
      }
      await until('Slack was asked', 20, async () => slack.asked > asked);
      const [ours, theirs] = [median(told), median(untold)];
      t.comment(`median ${ours.toFixed(1)} ms, without the plugin ${theirs.toFixed(1)} ms`);
      t.ok(ours < MOST_TIMES * theirs, 'in the middle');
      const entries = await withSlack.db('time_entries').where({ user_id: id });
      t.equal(entries.length, PAIRS);
      t.ok(entries.every(({ end_time }) => end_time !== null));
      const messages = () => withSlack.db('plugin_slack_connector.messages as m').count({ n: '*' });
      const all = await until('all is noted', 60, async () => {
        const [row] = await messages()
          .join('integrations as i', 'i.id', 'm.connection_id')
          .where('i.user_id', id);
        return Number(row?.n) === PAIRS * 2 && row;
      });
      t.ok(all, 'nothing is lost of what is to be told');
      t.equal(slack.posted.length, 0, 'and none was told');
    });
  }

  await t.test(
    'and who is well is told of theirs, however many wait for those who are not',
    async (t) => {
      slack.illness = undefined;
      const { token } = await withSlack.person('member', own);
      const config = { channel_id: 'C0002' };
      await call(stint, token, ['POST', '/api/plugins/slack_connector/config'], config);
      await startAndStop({ stint, token });
      const isTold = async () =>
        slack.posted.filter(({ channel }) => channel === 'C0002').length === 2;
      t.ok(await until('both are told', 10, isTold));
    },
  );
});
