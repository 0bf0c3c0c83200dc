/** What a release is made of: decided by paths and by git. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { listCommitted, requireCommitted, selectReleased } from '../../core/release/files.ts';

t.test('a release has what runs and what is read, and not what tests it', async (t) => {
  const paths = [
    'package.json',
    'core/app.ts',
    'ui/tsconfig.json',
    'plugins/slack-connector/plugin.ts',
    'plugins/slack-connector/test/slack.test.ts',
    'examples/weekly-goals/test/goals.test.ts',
    'docs/admin/backup.md',
    'test/run.ts',
    'bench/run.ts',
    '.ci/run',
    '.gitignore',
    'biome.json',
  ];
  t.same(selectReleased(paths), [
    'core/app.ts',
    'docs/admin/backup.md',
    // An example is there to be copied, its test included.
    'examples/weekly-goals/test/goals.test.ts',
    'package.json',
    'plugins/slack-connector/plugin.ts',
    // Part of the stamp of the web app.
    'ui/tsconfig.json',
  ]);
});

t.test('a release is refused where a file differs from the commit', async (t) => {
  const root = t.testdir({ 'a file.ts': 'first\n' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: root,
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z' },
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'First');
  t.same(await requireCommitted(root), new Date('2026-01-02T03:04:05Z'));
  t.same(await listCommitted(root), ['a file.ts']);

  await writeFile(join(root, 'new.ts'), '');
  await t.rejects(requireCommitted(root), {
    code: 'STINT_ERR_RELEASE_UNCOMMITTED',
    message: /new\.ts is not as committed/,
  });
  git('add', '.');
  git('commit', '--quiet', '-m', 'Second');
  await writeFile(join(root, 'a file.ts'), 'second\n');
  await t.rejects(requireCommitted(root), { message: /a file\.ts/ });
});
