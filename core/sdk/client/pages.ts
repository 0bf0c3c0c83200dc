/** Every item of a list, page after page, as they are asked for. */

interface Page<Item> {
  data?: { data: Item[]; next_cursor: string | null };
}

/**
 * @param readPage reads the page at a cursor; the first one has none
 * @example
 * for await (const project of allPages((cursor) => stint.GET('/api/v1/projects', { params: { query: { cursor } } }))) …
 */
export async function* allPages<Item>(
  readPage: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const { data: page } = await readPage(cursor);
    yield* page?.data ?? [];
    cursor = page?.next_cursor ?? undefined;
  } while (cursor !== undefined);
}
