/** What can be done to the cards of a dashboard. Plain data: each makes a new one. */
import { type Schema, withDefaults } from '../../components/schema-form/schema.ts';
import type { PlacedCard } from '../../data/wire.ts';

/** What it has to know of a card that can be placed. */
interface Placeable {
  key: string;
  owner: string;
  declaration: { size?: Cells; configSchema?: Record<string, unknown> };
}
interface Cells {
  columns: number;
  rows: number;
}

export type Arrangement = readonly PlacedCard[];

const USUAL_SIZE = { columns: 4, rows: 2 };
const LEAST = { columns: 3, rows: 1 };
export const MOST = { columns: 12, rows: 8 };

/**
 * The dashboard that Stint comes with: the core's cards, as far as the person may see them. The last one
 * takes what is left of its line.
 */
export function usualArrangement(entries: Placeable[]): Arrangement {
  const cards = entries.filter(({ owner }) => owner === 'core').map(place);
  const last = cards.at(-1);
  const used = cards.reduce((sum, { columns }) => sum + columns, 0);
  if (!last || used % MOST.columns === 0) return cards;
  const columns = last.columns + MOST.columns - (used % MOST.columns);
  return cards.with(-1, { ...last, columns });
}

/** A new card as it is declared. */
export function place({ key, declaration }: Placeable): PlacedCard {
  const { size = USUAL_SIZE, configSchema } = declaration;
  return { card: key, ...size, config: withDefaults((configSchema ?? {}) as Schema) };
}

export function move(cards: Arrangement, from: number, to: number): Arrangement {
  const card = cards[from];
  if (!card || to < 0 || to >= cards.length) return cards;
  return cards.toSpliced(from, 1).toSpliced(to, 0, card);
}

export function resize(cards: Arrangement, at: number, size: Partial<Cells>): Arrangement {
  const card = cards[at] as PlacedCard;
  const within = (axis: 'columns' | 'rows') =>
    Math.min(MOST[axis], Math.max(LEAST[axis], size[axis] ?? card[axis]));
  return cards.with(at, { ...card, columns: within('columns'), rows: within('rows') });
}

export function configure(
  cards: Arrangement,
  at: number,
  config: PlacedCard['config'],
): Arrangement {
  return cards.with(at, { ...(cards[at] as PlacedCard), config });
}

export function remove(cards: Arrangement, at: number): Arrangement {
  return cards.toSpliced(at, 1);
}

/** Tells cards apart, several of the same kind as well, so that what is moved is not made anew. */
export function keysOf(cards: Arrangement): string[] {
  const seen = new Map<string, number>();
  return cards.map(({ card }) => {
    const nth = (seen.get(card) ?? 0) + 1;
    seen.set(card, nth);
    return `${card} ${nth}`;
  });
}
