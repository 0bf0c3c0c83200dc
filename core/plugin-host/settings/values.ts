/** Checks values against a plugin's schema, fills in defaults, and stores them with their secrets apart. */
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Knex } from 'knex';
import type { StintError } from '../../errors.ts';
import { isTimeZone } from '../../infra/instants.ts';
import { keepSecrets } from '../../secrets/keep-secrets.ts';
import type { KeyRing } from '../../secrets/key-ring.ts';
import { maskSecrets, mergeSecrets, splitSecrets } from '../../secrets/schema-secrets.ts';
import {
  listSecretPaths,
  readIntactSecrets,
  readSecrets,
  replaceSecrets,
} from '../../secrets/store.ts';
import { ERR_PLUGIN_SETTINGS } from '../errors.ts';

export type Values = Record<string, unknown>;

const ajv = new Ajv({ allErrors: true, strict: false, useDefaults: true });
formats.default(ajv);
ajv.addFormat('time-zone', isTimeZone);
const validators = new WeakMap<object, ValidateFunction>();

/** @throws STINT_ERR_PLUGIN_SETTINGS with a pointer to each field */
export function checkValues(schema: object, values: Values): Values {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  const checked = structuredClone(values);
  if (validate(checked)) return checked;
  const errors = (validate.errors ?? []).map(({ instancePath, message = 'is invalid', params }) => {
    const name = params.missingProperty ?? params.additionalProperty;
    return {
      pointer: name === undefined ? instancePath : `${instancePath}/${name}`,
      detail: message,
    };
  });
  const text = errors.map(({ pointer, detail }) => `${pointer || '/'} ${detail}`).join('; ');
  throw Object.assign(new ERR_PLUGIN_SETTINGS(text), { errors }) as unknown as StintError;
}

/** With what the schema has gained since they were saved; as they are where they do not fit it. */
export function withDefaults(schema: object, values: Values): Values {
  try {
    return checkValues(schema, values);
  } catch {
    return values;
  }
}

/** What is stored, with secrets in clear. */
export async function openValues(
  db: Knex,
  keys: KeyRing,
  owner: string,
  plain: Values,
): Promise<Values> {
  return mergeSecrets(plain, await readSecrets(db, keys, owner));
}

/** What is stored, as the API shows it. */
export async function maskValues(
  db: Knex,
  schema: object,
  owner: string,
  plain: Values,
): Promise<Values> {
  return maskSecrets(schema, plain, await listSecretPaths(db, owner));
}

export interface Change {
  owner: string;
  schema: object;
  before: Values;
  input: Values;
}

/** The values as they would be after the change, in clear: to be tried before they are saved. */
export async function draftValues(db: Knex, keys: KeyRing, change: Change): Promise<Values> {
  const { plain, secrets } = await resolveChange(db, keys, change);
  return checkValues(change.schema, mergeSecrets(plain, secrets));
}

/** The same while somebody types: not everything is there yet, and nothing is checked. */
export async function mergeValues(db: Knex, keys: KeyRing, change: Change): Promise<Values> {
  const { plain, secrets } = await resolveChange(db, keys, change);
  return withDefaults(change.schema, mergeSecrets(plain, secrets));
}

/** Checks and stores; returns the values without secrets, for the row. Call it in a transaction. */
export async function saveValues(db: Knex, keys: KeyRing, change: Change): Promise<Values> {
  const { plain, secrets } = await resolveChange(db, keys, change);
  const checked = checkValues(change.schema, mergeSecrets(plain, secrets));
  await replaceSecrets(db, keys, change.owner, secrets);
  return splitSecrets(change.schema, checked).plain;
}

async function resolveChange(db: Knex, keys: KeyRing, { owner, schema, before, input }: Change) {
  const { plain, secrets: sent } = splitSecrets(schema, input);
  // One that was tampered with can be entered again.
  const stored = await readIntactSecrets(db, keys, owner);
  return { plain, secrets: keepSecrets(schema, { before, after: plain, sent, stored }) };
}
