/** Plugins, as an administrator keeps them: installed from a file, switched, set, taken back and away. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { packPlugin } from '../fixtures/plugin-archive.ts';
import { openSite } from '../fixtures/site.ts';

const code = (word: string) => `export default {
  settings: { instance: { type: 'object', properties: {
    word: { type: 'string', title: 'The word', default: '${word}', minLength: 2 } } } },
  setup() {},
};`;
const permissions = { data: ['read:projects'], network: ['api.example.com'], secrets: true };
const fileOf = (version: string, options: object) => ({
  name: `greeter-${version}.tgz`,
  mimeType: 'application/gzip',
  buffer: packPlugin('greeter', { version, ...options }),
});

t.test('plugins', async (t) => {
  const site = await openSite(t, { DATA_DIR: t.testdir() });
  const page = await site.open(await site.person({ name: 'Anna', role: 'admin' }));
  await page.goto('/admin/plugins');
  await page.getByRole('button', { name: 'Install from a file' }).waitFor();
  const toast = (text: string | RegExp) => page.getByRole('status').getByText(text).waitFor();
  const pill = (word: string) =>
    page.getByRole('main').getByRole('status').filter({ hasText: word }).waitFor();

  await t.test('are looked at, trusted, and only then installed', async (t) => {
    await page.getByRole('button', { name: 'Install from a file' }).click();
    await page
      .getByLabel('File of the plugin')
      .setInputFiles({ name: 'x.tgz', mimeType: 'application/gzip', buffer: Buffer.from('no') });
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText(/This is no plugin that can be unpacked/).waitFor();
    await page
      .getByLabel('File of the plugin')
      .setInputFiles(fileOf('1.0.0', { code: code('Hello'), stint: { permissions } }));
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText(/Its code runs inside Stint, with the rights of the server/).waitFor();
    await page.getByText('api.example.com').waitFor();
    await checkAllThemes(t, page, 'trust');
    const install = page.getByRole('button', { name: 'Install', exact: true });
    t.ok(await install.isDisabled());
    t.same(await site.db('plugin_versions'), []);
    await page.getByLabel('I trust whoever made this file.').check();
    await install.click();
    await toast('greeter 1.0.0 is installed.');
    await page.getByRole('heading', { name: 'greeter', level: 1 }).waitFor();
    await pill('Running');
    await checkAllThemes(t, page, 'plugin');
  });

  await t.test('have their settings as a form', async (t) => {
    t.equal(await page.getByLabel('The word').inputValue(), 'Hello');
    await page.getByLabel('The word').fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('At least 2 characters.').waitFor();
    await page.getByLabel('The word').fill('Good day');
    await page.getByRole('button', { name: 'Save' }).click();
    await toast('Saved. The plugin has started anew.');
    t.match(await site.db('plugin_settings').first(), { data: { word: 'Good day' } });
  });

  await t.test('take a new version, say what it asks for more, and go back', async (t) => {
    await page.getByRole('link', { name: 'All plugins' }).click();
    await page.getByRole('button', { name: 'Install from a file' }).click();
    const more = { ...permissions, network: ['api.example.com', 'other.example.com'] };
    await page
      .getByLabel('File of the plugin')
      .setInputFiles(fileOf('1.1.0', { code: code('Hi'), stint: { permissions: more } }));
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText(/The version that you have does not ask for/).waitFor();
    await page.getByLabel('I trust whoever made this file.').check();
    await page.getByRole('button', { name: 'Install this version' }).click();
    await toast('greeter 1.1.0 is installed.');
    await page.getByRole('button', { name: 'Go to 1.0.0' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Go to 1.0.0' }).click();
    await toast('greeter is at 1.0.0 now.');
    t.match(await site.db('plugins').where({ id: 'greeter' }).first(), { version: '1.0.0' });
  });

  await t.test('are switched off and on', async (t) => {
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Switch off' }).click();
    await pill('Switched off');
    await page.getByRole('button', { name: 'Switch on' }).click();
    await pill('Running');
    t.pass();
  });

  await t.test('tell of what is to be repaired', async (t) => {
    await site.db('plugin_issues').insert({
      plugin_id: 'greeter',
      key: 'k',
      severity: 'warning',
      message: 'It is hoarse.',
      action: 'Give it tea.',
    });
    await page.reload();
    await page.getByText('It is hoarse.').waitFor();
    await page.getByText('Give it tea.').waitFor();
    await page.goto('/admin/plugins');
    await page.getByRole('row', { name: /It is hoarse/ }).waitFor();
    await checkAllThemes(t, page, 'plugins');
  });

  await t.test('are uninstalled, brought back, and deleted with their data', async (t) => {
    await page.getByRole('link', { name: 'greeter' }).click();
    await page.getByRole('button', { name: 'Uninstall, keep its data' }).click();
    await page
      .locator('stint-confirm')
      .getByRole('button', { name: 'Uninstall, keep its data' })
      .click();
    await page.getByRole('heading', { name: 'Uninstalled, with their data kept' }).waitFor();
    await page.getByRole('link', { name: 'greeter' }).click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await pill('Running');
    await page.getByRole('button', { name: 'Uninstall and delete its data' }).click();
    await page
      .locator('stint-confirm')
      .getByRole('button', { name: 'Uninstall and delete its data' })
      .click();
    await page.getByRole('heading', { name: 'Plugins', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'greeter' }).waitFor({ state: 'detached' });
    t.same(await site.db('plugin_settings'), []);
  });
});
