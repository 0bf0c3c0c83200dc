/** What a manifest says in one place of another, beyond the reach of its schema: each fault with its field. */
import type { Manifest } from '@stint/plugin';

export function findReferenceFaults({ ui, contributes = {} }: Manifest): string[] {
  const { cards = [], pages = [], commands = [], routes = [] } = contributes;
  const at = (kind: string, index: number) => `/stint/contributes/${kind}/${index}`;
  return [
    ...repeated(cards, 'name').map(([i, name]) => `${at('cards', i)}/name repeats "${name}"`),
    ...repeated(pages, 'path').map(([i, path]) => `${at('pages', i)}/path repeats "${path}"`),
    ...repeated(commands, 'name').map(([i, name]) => `${at('commands', i)}/name repeats "${name}"`),
    ...(pages.length > 0 && !ui ? ['/stint/ui is missing, and there are pages'] : []),
    ...pages.flatMap(({ path, card = path }, i) =>
      cards.some(({ name, region }) => name === card && region === 'page/v1')
        ? []
        : [`${at('pages', i)} is filled by "${card}", which is no card of the region page/v1`],
    ),
    ...commands.flatMap(({ opens, calls }, i) => {
      if ((opens === undefined) === (calls === undefined))
        return [`${at('commands', i)} has to have either opens or calls`];
      return calls === undefined || routes.includes(calls)
        ? []
        : [`${at('commands', i)}/calls "${calls}", which is none of its routes`];
    }),
  ];
}

/** Position and value of those that an earlier one has as well. */
function repeated<Key extends string>(
  all: readonly Record<Key, string>[],
  key: Key,
): [number, string][] {
  const values = all.map((one) => one[key]);
  return [...values.entries()].filter(([index, value]) => values.indexOf(value) < index);
}
