/** What the palette finds, and what it puts first. */
import t from 'tap';
import type { Command } from '../../ui/components/palette/command.ts';
import { rank } from '../../ui/components/palette/rank.ts';

function commands(...titles: string[]): Command[] {
  return titles.map((title) => ({ id: title, group: 'app', title, run: () => {} }));
}

function found(all: Command[], search: string, recent: string[] = []): string[] {
  return rank(all, search, recent).map(({ command }) => command.title);
}

const all = commands(
  'Go to Today',
  'Go to Reports',
  'Go to Projects',
  'Start on Port authority',
  'Stop the timer',
  'Theme: Dark',
);

t.test('the beginning of a word goes before its middle', async (t) => {
  t.same(found(all, 'port'), ['Start on Port authority', 'Go to Reports']);
  t.same(found(all, 'st').slice(0, 2), ['Stop the timer', 'Start on Port authority']);
});

t.test('every word has to be found, in any order and case, with or without accents', async (t) => {
  t.same(found(all, 'dark THEME'), ['Theme: Dark']);
  t.same(found(all, 'dark reports'), []);
  t.same(found(commands('Start on Crème', 'Start on Müller'), 'muller'), ['Start on Müller']);
  t.same(found(commands('Start on Crème'), 'crème'), ['Start on Crème']);
});

t.test('letters from several words find them, letters from anywhere do not', async (t) => {
  t.equal(found(all, 'gtr')[0], 'Go to Reports');
  t.same(found(all, 'zzz'), []);
  t.same(found(all, 'oe'), []);
});

t.test('what stands beside the title is searched as well, and counts less', async (t) => {
  const [client, title] = [
    { ...commands('Start on Audio guide')[0], detail: 'Harbour museum' } as Command,
    ...commands('Start on Harbour'),
  ];
  t.same(found([client, title as Command], 'harbour'), [
    'Start on Harbour',
    'Start on Audio guide',
  ]);
  t.same(found([{ ...client, keywords: ['AC-1'] }], 'ac-1'), ['Start on Audio guide']);
});

t.test('of two alike the one that was used last is first', async (t) => {
  const twins = commands('Theme: Light', 'Theme: Like the system');
  t.equal(found(twins, 'theme')[0], 'Theme: Light');
  t.equal(found(twins, 'theme', ['Theme: Like the system'])[0], 'Theme: Like the system');
});

t.test('the marked letters are the ones that were found', async (t) => {
  const [first] = rank(commands('Go to Reports'), 'rep', []);
  t.same([...(first?.marks ?? [])], [6, 7, 8]);
});
