/** Searching by a part of a text, as SQL with one binding: case-insensitive, `%` and `_` taken literally. */
export function containsText(column: string): string {
  return `strpos(lower(${column}), lower(?)) > 0`;
}
