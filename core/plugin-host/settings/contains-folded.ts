/** SQL: whether saved settings contain a part, letters of either case being equal. As the indexes of migration 010 have it. */

export function containsFolded(column: string): string {
  return `lower(${column}::text)::jsonb @> lower(?::jsonb::text)::jsonb`;
}
