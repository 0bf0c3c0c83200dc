/** Cards of plugins: what works shows, and what breaks breaks alone and says so. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

interface CardPlugin {
  id: string;
  /** The ui module. */
  module: string;
  cards: string[];
  files?: Record<string, unknown>;
  translations?: string[];
}

/** The files of a plugin whose cards stand beside the timer. */
function treeOf({ id, module, cards, files = {}, translations }: CardPlugin): object {
  const declared = cards.map((name) => ({
    name,
    region: 'timer.sidebar/v1',
    title: `Card ${name}`,
    icon: 'target',
  }));
  return {
    'package.json': JSON.stringify({
      name: `stint-plugin-${id}`,
      version: '1.0.0',
      type: 'module',
      keywords: ['stint-plugin'],
      engines: { stint: '^1.0.0' },
      stint: {
        id,
        displayName: `The ${id}`,
        entry: './plugin.ts',
        ui: './ui/cards.js',
        contributes: { cards: declared, ...(translations && { translations }) },
      },
    }),
    'plugin.ts': 'export default { setup() {} };',
    ui: { 'cards.js': module, ...files },
  };
}

// Lit by its name, decorators and all: the import map has them, and there is one Lit.
const good = `
  import { html, LitElement } from 'lit';
  import { repeat } from 'lit/directives/repeat.js';
  import { defineUI } from '@stint/plugin/ui';
  class Good extends LitElement {
    static properties = { api: { attribute: false }, user: { attribute: false }, names: { state: true } };
    connectedCallback() {
      super.connectedCallback();
      this.api.subscribe('project', () => this.refresh());
      this.refresh();
    }
    async refresh() {
      const { data } = await this.api.read('/projects');
      this.names = data.map(({ name }) => name);
    }
    render() {
      return html\`<p>\${this.api.t('hello', { name: this.user.name })}</p>
        <p>\${repeat(this.names ?? [], (name) => html\`<b>\${name}</b>\`)}</p>
        <p>Lit \${globalThis.litElementVersions?.length}, \${this.api.format.duration(5400)}</p>\`;
    }
  }
  export default defineUI({ api: 1, cards: { good: Good } });
`;

const bad = `
  const fail = (where) => { throw new Error('fault in ' + where); };
  class Construct extends HTMLElement { constructor() { super(); fail('construct'); } }
  class Give extends HTMLElement { set config(value) { fail('set'); } }
  class Connect extends HTMLElement { connectedCallback() { fail('connect'); } }
  class Flood extends HTMLElement {
    connectedCallback() { for (let i = 0; i < 200; i += 1) this.api.fetch('/me'); }
  }
  class Foreign extends HTMLElement {
    async connectedCallback() { await this.api.fetch('/api/plugins/good/anything'); }
  }
  export default { api: 1, cards: { construct: Construct, give: Give, connect: Connect, flood: Flood, foreign: Foreign } };
`;
const rejecting = `
  class Reject extends HTMLElement { connectedCallback() { setTimeout(async () => { throw new Error('fault later'); }); } }
  export default { api: 1, cards: { reject: Reject } };
`;

t.test('cards of plugins', async (t) => {
  const made: CardPlugin[] = [
    {
      id: 'good',
      module: good,
      cards: ['good'],
      translations: ['en', 'de'],
      files: {
        i18n: {
          'en.json': '{"hello": "Hello {name}", "card.good.title": "Good in English"}',
          'de.json': '{"hello": "Hallo {name}"}',
        },
      },
    },
    {
      id: 'bad',
      module: bad,
      cards: ['construct', 'give', 'connect', 'flood', 'foreign', 'absent'],
    },
    { id: 'rejecting', module: rejecting, cards: ['reject'] },
    { id: 'broken', module: 'export default {', cards: ['syntax'] },
    { id: 'stuck', module: 'await new Promise(() => {});', cards: ['late'] },
  ];
  const trees = made.map((one) => [one.id, treeOf(one)]);
  const folder = t.testdir(Object.fromEntries(trees));
  const site = await openSite(t, { PLUGINS: made.map(({ id }) => `${folder}/${id}`).join() });
  const admin = await site.person({ name: 'Anna', role: 'admin' });
  const page = await site.open(admin);
  await page.goto('/');
  const card = (name: string) => page.locator('stint-card-host').filter({ hasText: name });

  await t.test('share the one Lit, the cache, live changes and their own texts', async (t) => {
    await card('Good in English').getByText('Hello Anna').waitFor();
    await card('Good in English').getByText('Lit 1, 1:30').waitFor();
    await site.call(admin, 'POST', '/projects', { name: 'Museum' });
    await card('Good in English').getByText('Museum').waitFor();
    t.pass();
  });

  await t.test('that fail say so, each in its own place', async (t) => {
    const said: Record<string, RegExp> = {
      'Card construct': /fault in construct/,
      'Card give': /fault in set/,
      'Card connect': /fault in connect/,
      'Card flood': /60 calls within 10 seconds/,
      'Card foreign': /is not for this card/,
      'Card absent': /no card "absent"/,
      'Card reject': /fault later/,
      'Card syntax': /SyntaxError|Unexpected|import/,
      'Card late': /did not load in time/,
    };
    for (const [name, text] of Object.entries(said)) {
      await card(name).getByText(text).waitFor();
    }
    await card('Good in English').getByText('Hello Anna').waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await checkAllThemes(t, page, 'broken cards');
  });

  await t.test('stay off after three failures, until the page is loaded anew', async (t) => {
    const connect = card('Card connect');
    for (let failures = 1; failures < 3; failures += 1) {
      await connect.getByRole('button', { name: 'Try again' }).click();
      await connect.getByRole('alert').waitFor();
    }
    await connect.getByText(/stays off until/).waitFor();
    t.equal(await connect.getByRole('button', { name: 'Try again' }).count(), 0);
    t.equal(await card('Card give').getByRole('button', { name: 'Try again' }).count(), 1);
  });

  await t.test('are hidden or switched off from there', async (t) => {
    await card('Card give').getByRole('button', { name: 'Hide' }).click();
    await card('Card give').waitFor({ state: 'hidden' });
    await card('Card syntax').getByRole('button', { name: 'Disable plugin' }).click();
    await page.getByRole('dialog').getByText('Disable The broken?').waitFor();
    await page.locator('stint-confirm').getByRole('button', { name: 'Disable plugin' }).click();
    await card('Card syntax').waitFor({ state: 'detached' });
    const { data } = await site.call(admin, 'GET', '/plugins');
    const broken = data.find(({ id }: { id: string }) => id === 'broken');
    t.equal(broken.enabled, false);
  });

  await t.test('are all left out in safe mode', async (t) => {
    await page.goto('/?safe=1');
    await page.getByText('This week by project').waitFor();
    t.equal(await page.locator('stint-card-host').count(), 1);
  });

  // That is how a page tells its developer; a person is told by the card.
  const faults = site.takeFaults(page);
  t.ok(faults.length > 0);
  for (const fault of faults)
    t.match(fault, /^Card (bad|rejecting|broken|stuck)\/|\/plugins\/rejecting\//);
});
