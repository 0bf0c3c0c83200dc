/**
 * Pictures of every page, both themes, wide and narrow, on a year of demo data: `npm run screenshots`,
 * into `test/screenshots/`, which git ignores; `npm run screenshots -- today admin` takes the pages whose
 * names begin so, `/profile/tokens` an address. For looking at; it asserts nothing.
 */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type DemoSite, withDemoSite } from '../fixtures/demo-site.ts';

const themes = ['light', 'dark'] as const;
const widths = [1440, 360];
const target = new URL('../screenshots/', import.meta.url);
const only = process.argv.slice(2);
const addresses = only.filter((one) => one.startsWith('/'));

async function takeAll({ pages, signIn }: DemoSite): Promise<void> {
  const isWanted = (name: string) => only.length === 0 || only.some((one) => name.startsWith(one));
  const wanted = [
    ...pages.filter(({ name }) => isWanted(name)),
    ...addresses.map((path) => ({ name: path.slice(1).replaceAll('/', '-'), path })),
  ];
  for (const colorScheme of themes) {
    for (const width of widths) {
      const viewport = { width, height: width < 600 ? 780 : 900 };
      const context = await signIn({ colorScheme, viewport });
      const page = await context.newPage();
      for (const { name, path } of wanted) {
        await page.goto(path);
        // Reads, icons and charts: a second after the last of them is enough for a picture.
        await page.locator('main h1').first().waitFor();
        await page.waitForTimeout(1500);
        const file = new URL(`${name}-${colorScheme}-${width}.png`, target);
        await page.screenshot({ path: file.pathname });
      }
      if (isWanted('palette')) await takePalette(page, colorScheme, width);
      await context.close();
    }
  }
}

async function takePalette(page: Page, colorScheme: string, width: number): Promise<void> {
  await page.goto('/');
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(1500);
  await page.keyboard.press('Control+k');
  for (const text of ['', 'mu']) {
    await page.keyboard.type(text);
    await page.waitForTimeout(500);
    const name = `palette${text && '-found'}-${colorScheme}-${width}.png`;
    await page.screenshot({ path: new URL(name, target).pathname });
  }
}

await mkdir(target, { recursive: true });
await withDemoSite(takeAll);
console.log(`Pictures are in ${target.pathname}`);
