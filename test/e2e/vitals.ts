/**
 * How fast the web app is to look at and to use: `npm run vitals`. For every page the largest paint, with
 * nothing and with everything in the browser's cache, and how much moved; then the time from a key or a
 * click to the next frame, of what people do all day. On a year of demo data. It prints tables; a machine
 * that does something else beside is slower, and nothing fails for it.
 * Source: https://web.dev/articles/vitals
 */
import type { Page } from 'playwright-core';
import { type DemoSite, withDemoSite } from '../fixtures/demo-site.ts';

const budgets = { paint: 1500, shift: 0.05, interaction: 150 };
const viewport = { width: 1440, height: 900 };

interface Vitals {
  paint: number;
  shift: number;
  /** Duration of each event that a person made, in milliseconds. */
  events: { name: string; duration: number }[];
}

/** Runs in the page, before anything of it. */
function observe(): void {
  const vitals: Vitals = { paint: 0, shift: 0, events: [] };
  Object.assign(globalThis, { vitals });
  const watch = (type: string, take: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  watch('largest-contentful-paint', ({ startTime }) => {
    vitals.paint = startTime;
  });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    };
    if (!hadRecentInput) vitals.shift += value;
  });
  watch('event', ({ name, duration }) => vitals.events.push({ name, duration }), {
    durationThreshold: 16,
  });
}

const read = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);

async function load(page: Page, path: string): Promise<Vitals> {
  await page.goto(path);
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(1500);
  return read(page);
}

async function measureLoads({ pages, signIn }: DemoSite): Promise<void> {
  console.log(
    `\n${'page'.padEnd(22)}${'first'.padStart(9)}${'again'.padStart(9)}${'shift'.padStart(8)}`,
  );
  for (const { name, path } of pages) {
    const context = await signIn({ viewport });
    await context.addInitScript(observe);
    const page = await context.newPage();
    const first = await load(page, path);
    const again = await load(page, path);
    const shift = Math.max(first.shift, again.shift);
    const isOver = Math.max(first.paint, again.paint) > budgets.paint || shift > budgets.shift;
    console.log(
      name.padEnd(22) +
        `${Math.round(first.paint)} ms`.padStart(9) +
        `${Math.round(again.paint)} ms`.padStart(9) +
        shift.toFixed(3).padStart(8) +
        (isOver ? '  over its budget' : ''),
    );
    await context.close();
  }
  console.log(
    `Largest contentful paint at most ${budgets.paint} ms, layout shift ${budgets.shift}.`,
  );
}

/** What people do all day, one after another on the same page. */
const interactions: [name: string, act: (page: Page) => Promise<void>][] = [
  [
    'type a description',
    (page) => page.getByLabel('What you are working on').pressSequentially('Audio guide'),
  ],
  ['start the timer', (page) => page.keyboard.press('Enter')],
  ['stop it', (page) => page.getByRole('button', { name: 'Stop', exact: true }).click()],
  [
    'open the list of projects',
    (page) => page.getByRole('button', { name: 'Project', exact: true }).click(),
  ],
  [
    'search in it',
    (page) => page.getByRole('combobox', { name: 'Search: Project' }).pressSequentially('web'),
  ],
  ['close it', (page) => page.keyboard.press('Escape')],
  [
    'open the editor',
    (page) =>
      page
        .getByRole('button', { name: /^Edit “/ })
        .nth(1)
        .click(),
  ],
  ['close the editor', (page) => page.getByRole('button', { name: 'Cancel' }).click()],
  ['open the palette', (page) => page.keyboard.press('Control+k')],
  ['search in the palette', (page) => page.keyboard.type('rep')],
  ['close the palette', (page) => page.keyboard.press('Escape')],
  ['go to another page', (page) => page.getByRole('link', { name: 'Reports' }).first().click()],
  ['and back', (page) => page.getByRole('link', { name: 'Today' }).first().click()],
];

async function measureInteractions({ signIn }: DemoSite): Promise<void> {
  const context = await signIn({ viewport });
  await context.addInitScript(observe);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await load(page, '/');
  // What the demo left running.
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  if (await stop.isVisible()) await stop.click();
  console.log(`\n${'interaction'.padEnd(28)}${'slowest'.padStart(9)}`);
  for (const [name, act] of interactions) {
    await page.waitForTimeout(800);
    await page.evaluate(() =>
      (globalThis as unknown as { vitals: Vitals }).vitals.events.splice(0),
    );
    await act(page);
    await page.waitForTimeout(800);
    const { events } = await read(page);
    const slowest = Math.max(0, ...events.map(({ duration }) => duration));
    // The browser tells of none that took less than a frame.
    const shown = slowest === 0 ? '< 16 ms' : `${slowest} ms`;
    const isOver = slowest > budgets.interaction;
    console.log(name.padEnd(28) + shown.padStart(9) + (isOver ? '  over its budget' : ''));
  }
  console.log(`From input to the next frame at most ${budgets.interaction} ms.`);
  await context.close();
}

await withDemoSite(async (site) => {
  await measureLoads(site);
  await measureInteractions(site);
});
