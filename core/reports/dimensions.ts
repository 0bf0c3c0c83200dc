/** What a summary can be grouped by, and how `group_by` names it. */
import { atField } from '../errors.ts';
import { ERR_REPORT_DIMENSION_COUNT, ERR_REPORT_DIMENSION_UNKNOWN } from './errors.ts';

export const units = ['day', 'week', 'month'] as const;
export type Unit = (typeof units)[number];

/** Table of each kind of thing, and the column of an entry `e` that leads to it. */
export const things = {
  project: { table: 'projects', column: 'e.project_id' },
  // By the project: the client is looked up once a group, not once an entry.
  client: { table: 'clients', column: 'e.project_id' },
  task: { table: 'tasks', column: 'e.task_id' },
  user: { table: 'users', column: 'e.user_id' },
  tag: { table: 'tags', column: 'tag.id' },
} as const;
export type Thing = keyof typeof things;

export type Dimension = Thing | Unit;
export const dimensions = [...(Object.keys(things) as Thing[]), ...units] as const;

export function isUnit(dimension: Dimension): dimension is Unit {
  return (units as readonly string[]).includes(dimension);
}

/**
 * Reads `group_by=project,day`, also as a repeated parameter.
 * @throws STINT_ERR_REPORT_DIMENSION_UNKNOWN, STINT_ERR_REPORT_DIMENSION_COUNT
 */
export function readDimensions(texts: string[]): Dimension[] {
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim());
  const unknown = names.find((name) => !(dimensions as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw atField(
      new ERR_REPORT_DIMENSION_UNKNOWN(JSON.stringify(unknown), dimensions.join(', ')),
      '/group_by',
    );
  }
  if (names.length < 1 || names.length > 2 || new Set(names).size < names.length)
    throw atField(new ERR_REPORT_DIMENSION_COUNT(names.join(', ') || 'nothing'), '/group_by');
  return names as Dimension[];
}
