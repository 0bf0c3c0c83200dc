/** The main job on real input: the walk-through of the docs, on a fresh data folder. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { startStint } from '../fixtures/process.ts';

t.test(
  'getting started: from a fresh folder to a summary that adds up to the second',
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'stint-docs-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    const stint = await startStint({ DATA_DIR: join(folder, 'data') });
    t.teardown(() => stint.end());

    const commands = await readCommands('docs/getting-started.md');
    const here = commands.map((block) => block.replaceAll('http://localhost:8080', stint.url));
    const { code, outputs, stderr } = await runBlocks(here, {
      cwd: folder,
      env: { SETUP_TOKEN: stint.setupToken as string },
    });
    t.equal(code, 0, stderr + outputs.join('\n'));

    // Blocks with one answer; those that print several are the timer's.
    const answers = outputs.flatMap((text) => {
      try {
        return [JSON.parse(text)];
      } catch {
        return [];
      }
    });
    const [setup, dryRun, imported, summary] = answers;
    t.equal(setup.user.role, 'admin');
    t.match(dryRun, { dry_run: true, entries_created: 3, errors: [] });
    t.match(imported, { dry_run: false, entries_created: 3, errors: [] });
    t.equal(summary.total.duration_seconds, 16_490);
    t.same(
      summary.groups.map((group: { key: { name: string }; duration_seconds: number }) => [
        group.key.name,
        group.duration_seconds,
      ]),
      [
        ['Audio guide', 15_290],
        ['Office', 1200],
      ],
    );
    const csv = await readFile(join(folder, 'january.csv'), 'utf8');
    t.equal(csv.trim().split('\n').length, 4);
  },
);
