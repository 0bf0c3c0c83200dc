/**
 * Where a JSON Schema keeps secrets: string properties with `x-secret: true`, in objects and in
 * arrays of objects. Anything else with that mark is refused, so that no secret ends up in clear.
 */
import { ERR_SECRET_SCHEMA } from './errors.ts';

export interface SettingsSchema {
  type?: unknown;
  properties?: Record<string, SettingsSchema>;
  items?: SettingsSchema;
  'x-secret'?: boolean;
  /** Of an array: the property by which an item is known again when others come or go. */
  'x-key'?: string;
}

/**
 * Checks a schema before it is used. An array whose items hold secrets names the property that
 * tells its items apart (`x-key`): by position, one's secret would become another's.
 * @throws STINT_ERR_SECRET_SCHEMA naming the place in the schema
 */
export function checkSecretSchema(schema: object): void {
  const kept = new Set(listKept(schema, ''));
  const lost = listMarked(schema, '').find((pointer) => !kept.has(pointer));
  if (lost !== undefined) throw new ERR_SECRET_SCHEMA(lost || '/');
}

/** Whether what is set by it has secrets at all. */
export function hasSecrets(schema: object): boolean {
  return listKept(schema, '').length > 0;
}

export function isSecret(field: SettingsSchema | undefined): boolean {
  return field?.['x-secret'] === true;
}

/** What is called `name` in a value or a list of properties; never something inherited. */
export function getOwn<T>(value: Record<string, T> | undefined, name: string): T | undefined {
  return value && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON pointer (RFC 6901) one step further. */
export function below(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The steps of a JSON pointer. */
export function readPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function listKept(schema: SettingsSchema, pointer: string): string[] {
  if (isObject(schema.items)) {
    const kept = listKept(schema.items, below(pointer, 'items'));
    return hasKey(schema) ? kept : [];
  }
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = below(below(pointer, 'properties'), name);
    if (isSecret(field)) return isText(field) ? [at] : [];
    return isObject(field) ? listKept(field, at) : [];
  });
}

function hasKey({ 'x-key': key, items }: SettingsSchema): boolean {
  const field = key === undefined ? undefined : getOwn(items?.properties, key);
  return field !== undefined && !isSecret(field);
}

function isText({ type }: SettingsSchema): boolean {
  return [type].flat().every((word) => word === 'string' || word === 'null');
}

function listMarked(node: unknown, pointer: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const marked = Object.hasOwn(node, 'x-secret') && !isFalse(node) ? [pointer] : [];
  const deeper = Object.entries(node).flatMap(([name, value]) =>
    listMarked(value, below(pointer, name)),
  );
  return [...marked, ...deeper];
}

function isFalse(node: SettingsSchema): boolean {
  return node['x-secret'] === false;
}
