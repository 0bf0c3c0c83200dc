/**
 * Which secrets settings have after a save: those that were sent, and of the stored ones those that
 * were left alone. A secret lives with its object: it goes when that goes, and moves with its item.
 */
import { below, getOwn, isObject, isSecret, type SettingsSchema } from './secret-fields.ts';

export interface Save {
  /** The settings as they are stored, without secrets; `{}` before the first save. */
  before: unknown;
  /** The same, as sent. */
  after: unknown;
  /** What was sent, from `splitSecrets`. */
  sent: Record<string, string | null>;
  stored: Record<string, string>;
}

interface Node {
  value: unknown;
  pointer: string;
}

/** All secrets of the settings from now on. */
export function keepSecrets(schema: object, save: Save): Record<string, string> {
  const { sent, stored } = save;
  const all: [string, string][] = [];
  collect(schema, { value: save.before, pointer: '' }, { value: save.after, pointer: '' });
  return Object.fromEntries(all);

  function collect(schema: SettingsSchema, before: Node | undefined, after: Node): void {
    if (Array.isArray(after.value)) {
      for (const item of schema.items ? listItems(after) : []) {
        collect(schema.items as SettingsSchema, findSame(schema, item, before, after), item);
      }
    } else if (isObject(after.value)) {
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        const child = getField(after, name);
        if (isSecret(field)) keep(name, before, after);
        else if (child) collect(field, getField(before, name), child);
      }
    }
  }

  function keep(name: string, before: Node | undefined, after: Node): void {
    const pointer = below(after.pointer, name);
    const kept = before && isObject(before.value) && stored[below(before.pointer, name)];
    const value = pointer in sent ? sent[pointer] : kept;
    if (typeof value === 'string') all.push([pointer, value]);
  }
}

function getField(node: Node | undefined, name: string): Node | undefined {
  if (!node || !isObject(node.value) || !Object.hasOwn(node.value, name)) return undefined;
  return { value: node.value[name], pointer: below(node.pointer, name) };
}

function listItems({ value, pointer }: Node): Node[] {
  return Array.isArray(value)
    ? value.map((item, i) => ({ value: item, pointer: below(pointer, i) }))
    : [];
}

// Known by its key alone, and only where that leaves no doubt: a secret must not get to another item.
function findSame(
  schema: SettingsSchema,
  item: Node,
  before: Node | undefined,
  after: Node,
): Node | undefined {
  const key = keyOf(schema, item);
  if (!before || key === undefined) return undefined;
  const equals = (other: Node) => keyOf(schema, other) === key;
  const [found, ...more] = listItems(before).filter(equals);
  return more.length === 0 && listItems(after).filter(equals).length === 1 ? found : undefined;
}

function keyOf({ 'x-key': key }: SettingsSchema, { value }: Node): unknown {
  return key !== undefined && isObject(value) ? getOwn(value, key) : undefined;
}
