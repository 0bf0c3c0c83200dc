/** The main job of the first run: from the printed link to a running timer, by keyboard. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

t.test('the printed link leads to a running timer in under a minute', async (t) => {
  const site = await openSite(t);
  const page = await site.open(undefined, { locale: 'de-DE' });
  const begunAt = Date.now();
  await page.goto(`/setup?token=${site.stint.setupToken}`);

  await page.getByRole('heading', { name: 'Ihr Konto' }).waitFor();
  await checkAllThemes(t, page, 'account');
  await page.getByLabel('Ihr Name').fill('Ada Beispiel');
  await page.getByLabel('E-Mail').fill('ada@example.com');
  await page.getByLabel('Passwort').fill('password');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Ihre Zeit' }).waitFor();
  await checkAllThemes(t, page, 'place');
  t.equal(await page.getByLabel('Währung').inputValue(), 'EUR');
  await page.getByLabel('Zeitzone').fill('Europe/Vienna');
  await page.getByRole('button', { name: 'Weiter' }).click();

  t.test('a refusal leads back to the field it names, and nothing is lost', async (t) => {
    const password = page.getByLabel('Passwort');
    await password.waitFor();
    await page.locator('#password[aria-invalid="true"]').waitFor();
    t.equal(await page.getByLabel('Ihr Name').inputValue(), 'Ada Beispiel');
    await password.fill('correct horse battery');
    await page.keyboard.press('Enter');
    t.equal(await page.getByLabel('Zeitzone').inputValue(), 'Europe/Vienna');
    await page.getByRole('button', { name: 'Weiter' }).click();
  });

  await page.getByRole('heading', { name: 'Woran arbeiten Sie?' }).waitFor();
  t.notMatch(page.url(), /token/, 'the secret has left the address');
  await page.getByRole('link', { name: 'Importieren' }).waitFor();
  await checkAllThemes(t, page, 'work');
  await page.getByLabel('Ihr erstes Projekt').fill('Museum');
  await page.getByLabel('Was tun Sie zuerst?').fill('Audioguide');
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: 'Stopp' }).waitFor();
  await page.waitForFunction(() => /^0:00:0[1-9] · Heute/.test(document.title));
  t.ok(Date.now() - begunAt < 60_000);
  t.match(await site.db('users').first(), {
    name: 'Ada Beispiel',
    role: 'admin',
    time_zone: 'Europe/Vienna',
    locale: 'de',
    week_start: 1,
    date_format: 'DD.MM.YYYY',
  });
  t.match(await site.db('settings').first(), { data: { currency: 'EUR' } });
  const entry = await site.db('time_entries').first();
  t.match(entry, { description: 'Audioguide', end_time: null });
  t.match(await site.db('projects').first(), { id: entry.project_id, name: 'Museum' });

  t.test('and the link no longer sets anything up', async (t) => {
    const visitor = await site.open();
    await visitor.goto(`/setup?token=${site.stint.setupToken}`);
    await visitor.getByRole('heading', { name: 'Sign in' }).waitFor();
    t.pass();
  });
});

t.test('without the link the page says where it is', async (t) => {
  const site = await openSite(t);
  const page = await site.open();
  await page.goto('/');
  await page.getByRole('heading', { name: 'Not set up yet' }).waitFor();
  await checkAllThemes(t, page, 'needs the link');
});

t.test('the set-up leads to the import for whoever comes from elsewhere', async (t) => {
  const site = await openSite(t);
  const page = await site.open();
  await page.goto(`/setup?token=${site.stint.setupToken}`);
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Import it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  t.match(page.url(), /\/import$/);
});
