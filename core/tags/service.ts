/**
 * The rules of tags: everyone may add one, managers rename and delete them. A deleted tag leaves
 * every entry that had it, and an entry never names a tag that does not exist.
 */
import { ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { changeContext, recordChange } from '../infra/record-change.ts';
import { containsText } from '../infra/search.ts';
import { firstVersion, nextVersion } from '../infra/versions.ts';
import { Tag } from './model.ts';
import type { TagCreate, TagPatch, TagQuery } from './schema.ts';

const sorting = {
  columns: { name: 'lower(name)', created_at: 'created_at', updated_at: 'updated_at' },
  id: 'id',
};

export async function listTags(context: Context, query: TagQuery): Promise<Page<Tag>> {
  const list = Tag.query(context.db).select('tags.*');
  if (query.search) list.whereRaw(containsText('name'), [query.search]);
  whereModifiedAfter(context, list, 'updated_at', query.modified_after);
  return fetchPage(list, sorting, query);
}

export async function getTag(context: Context, id: number): Promise<Tag> {
  return findTag(context, id);
}

export async function createTag(context: Context, input: TagCreate): Promise<Tag> {
  return inTransaction(context, async (context) => {
    const tag = await Tag.query(context.db)
      .insert({ ...input, ...firstVersion(context) })
      .returning('*');
    await recordChange(context, { type: 'tag.created', entity: 'tag', after: tag });
    return tag;
  });
}

export async function updateTag(
  context: Context,
  id: number,
  patch: TagPatch,
  expected?: string,
): Promise<Tag> {
  return inTransaction(context, async (context) => {
    const before = await findTag(context, id, true);
    requireVersion(before, expected);
    const after = await Tag.query(context.db).patchAndFetchById(id, {
      ...patch,
      ...nextVersion(context, before),
    });
    await recordChange(context, { type: 'tag.updated', entity: 'tag', before, after });
    return after;
  });
}

export async function deleteTag(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    await holdEntries(context, id);
    // From here no entry can get it any more: entries hold the tags they are given.
    const before = await findTag(context, id, true);
    await untagEntries(context, id);
    await Tag.query(context.db).deleteById(id);
    await recordChange(context, { type: 'tag.deleted', entity: 'tag', before });
  });
}

// Entries before the tag, as an edit of an entry locks them: the other way round the two could
// wait for each other.
async function holdEntries({ db }: Context, tagId: number): Promise<void> {
  await db.raw(
    `SELECT count(*) FROM (
       SELECT FROM time_entries WHERE tag_ids @> ARRAY[?::int] ORDER BY id FOR NO KEY UPDATE) held`,
    [tagId],
  );
}

// In one statement, for the many entries that a tag may have. Entries in the bin lose it as well,
// but in silence: whoever follows events was told that they are gone.
async function untagEntries(context: Context, tagId: number): Promise<void> {
  await context.db.raw(
    `WITH b AS (
       SELECT * FROM time_entries WHERE tag_ids @> ARRAY[?::int] FOR NO KEY UPDATE
     ), e AS (
       UPDATE time_entries t SET tag_ids = array_remove(t.tag_ids, ?::int),
         version = t.version + 1, updated_at = ?
       FROM b WHERE t.id = b.id RETURNING t.*
     )
     SELECT count(record_change('entry.updated', 'time_entry', ?, to_jsonb(b), to_jsonb(e)))
     FROM e JOIN b ON b.id = e.id WHERE e.deleted_at IS NULL`,
    [tagId, tagId, context.clock.now(), changeContext(context)],
  );
}

async function findTag({ db }: Context, id: number, forUpdate = false): Promise<Tag> {
  const query = Tag.query(db).findById(id);
  const tag = await (forUpdate ? query.forUpdate() : query);
  if (!tag) throw new ERR_NOT_FOUND('tag', id);
  return tag;
}
