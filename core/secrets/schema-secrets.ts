/**
 * Takes secrets out of settings and puts them back, guided by the schema. Settings are stored
 * without them, and leave by the API masked. Secrets are named by JSON pointers into the settings.
 */
import { atField } from '../errors.ts';
import { ERR_SECRET_VALUE } from './errors.ts';
import {
  below,
  getOwn,
  isObject,
  isSecret,
  readPointer,
  type SettingsSchema,
} from './secret-fields.ts';

export interface Split<Data = Record<string, unknown>> {
  /** The settings without any secret. */
  plain: Data;
  /** What was sent: a new value, or null to delete. One that is not here is to be kept. */
  secrets: Record<string, string | null>;
}

/**
 * Takes the secrets out of what somebody sent. Absent, empty and `{"set": …}`, which is how the
 * API shows them, all mean "as it was".
 * @throws STINT_ERR_SECRET_VALUE when a secret is no text
 */
export function splitSecrets<Data = Record<string, unknown>>(
  schema: object,
  data: Data,
): Split<Data> {
  const secrets: Record<string, string | null> = {};
  const plain = split(schema, data, '', secrets) as Data;
  return { plain, secrets };
}

/** The settings with their secrets, in clear. A secret whose object is gone is left out. */
export function mergeSecrets<Data = Record<string, unknown>>(
  plain: Data,
  secrets: Record<string, string>,
): Data {
  const merged = structuredClone(plain);
  for (const [pointer, value] of Object.entries(secrets)) {
    const steps = readPointer(pointer);
    const name = steps.pop() as string;
    const holder = steps.reduce<unknown>(
      (node, step) => getOwn((node ?? {}) as Record<string, unknown>, step),
      merged,
    );
    if (isObject(holder)) setOwn(holder, name, value);
  }
  return merged;
}

/** The settings as the API shows them: each secret as `{"set": true}` or `{"set": false}`. */
export function maskSecrets<Data = Record<string, unknown>>(
  schema: object,
  plain: Data,
  storedPaths: Iterable<string>,
): Data {
  return mask(schema, plain, '', new Set(storedPaths)) as Data;
}

function split(
  schema: SettingsSchema,
  value: unknown,
  pointer: string,
  secrets: Record<string, string | null>,
): unknown {
  return mapFields(schema, value, pointer, (field, child, at) => {
    if (!isSecret(field)) return split(field, child, at, secrets);
    const sent = readSent(child, at);
    if (sent !== undefined) secrets[at] = sent;
    return undefined;
  });
}

function mask(
  schema: SettingsSchema,
  value: unknown,
  pointer: string,
  stored: Set<string>,
): unknown {
  const masked = mapFields(schema, value, pointer, (field, child, at) =>
    isSecret(field) ? undefined : mask(field, child, at, stored),
  );
  if (!isObject(masked)) return masked;
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (isSecret(field)) setOwn(masked, name, { set: stored.has(below(pointer, name)) });
  }
  return masked;
}

/** A copy in which `change` replaces what the schema describes, one level down; undefined drops it. */
function mapFields(
  schema: SettingsSchema,
  value: unknown,
  pointer: string,
  change: (field: SettingsSchema, child: unknown, at: string) => unknown,
): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((item, i) => change(items, item, below(pointer, i))) : value;
  }
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, child]) => {
    const field = getOwn(schema.properties, name);
    return [name, field ? change(field, child, below(pointer, name)) : child];
  });
  return Object.fromEntries(fields.filter(([, child]) => child !== undefined));
}

function readSent(value: unknown, pointer: string): string | null | undefined {
  if (value === undefined || value === '' || isMask(value)) return undefined;
  if (value === null || typeof value === 'string') return value;
  throw atField(new ERR_SECRET_VALUE(pointer), pointer);
}

function isMask(value: unknown): boolean {
  return isObject(value) && typeof value.set === 'boolean' && Object.keys(value).join() === 'set';
}

// An assignment to `__proto__` would not make a property.
function setOwn(holder: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
