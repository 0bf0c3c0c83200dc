import t from 'tap';
import { keysOf, move, resize, usualArrangement } from '../../ui/pages/dashboard/arrangement.ts';

const card = (name: string, columns = 4, rows = 2) => ({
  card: `core/${name}`,
  columns,
  rows,
  config: {},
});
const names = (cards: readonly { card: string }[]) =>
  cards.map((one) => one.card.slice(5)).join('');

t.test('the cards of a dashboard', async (t) => {
  const cards = [card('a'), card('b'), card('c')];

  t.test('move within it, and not beyond', async (t) => {
    t.equal(names(move(cards, 0, 2)), 'bca');
    t.equal(names(move(cards, 2, 0)), 'cab');
    t.equal(move(cards, 0, -1), cards);
    t.equal(move(cards, 2, 3), cards);
  });

  t.test('are as wide and high as the grid allows', async (t) => {
    t.match(resize(cards, 1, { columns: 40, rows: 0 })[1], { columns: 12, rows: 1 });
    t.match(resize(cards, 1, { columns: 1 })[1], { columns: 3, rows: 2 });
  });

  t.test('are told apart, those of one kind as well', async (t) => {
    const keys = keysOf([card('a'), card('b'), card('a')]);
    t.same(keys, ['core/a 1', 'core/b 1', 'core/a 2']);
  });

  t.test(
    'fill the last line of the one that Stint comes with, where plugins have no place',
    async (t) => {
      const entry = (owner: string, columns: number, configSchema?: Record<string, unknown>) =>
        ({
          key: `${owner}/x`,
          owner,
          declaration: { size: { columns, rows: 2 }, configSchema },
        }) as never;
      const schema = { properties: { days: { type: 'integer', default: 14 } } };
      const usual = usualArrangement([
        entry('core', 8, schema),
        entry('goals', 4),
        entry('core', 1),
      ]);
      t.same(
        usual.map(({ columns, config }) => [columns, config]),
        [
          [8, { days: 14 }],
          [4, {}],
        ],
      );
    },
  );
});
