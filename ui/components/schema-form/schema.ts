/**
 * The part of JSON Schema that settings are written in, and what a form has to know of it. It reads and
 * checks; it draws nothing.
 *
 * `x-secret` is write-only, with `x-generate` made by the server where nobody gives one, `x-widget` chooses `textarea`, `color` or `time`, `x-group` is a heading,
 * `x-showIf: { field: value }` hides a field until others have those values, and `x-optionsFrom` names
 * where the choices come from.
 */
export interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  examples?: unknown[];
  'x-secret'?: boolean;
  'x-generate'?: boolean;
  'x-widget'?: string;
  'x-group'?: string;
  'x-showIf'?: Record<string, unknown>;
  'x-optionsFrom'?: string;
  /** Words for the values of `enum`. */
  'x-labels'?: Record<string, string>;
}

export type Values = Record<string, unknown>;
export type Kind =
  | 'secret'
  | 'choice'
  | 'switch'
  | 'number'
  | 'choices'
  | 'lines'
  /** A list of objects, to add to and take from. */
  | 'rows'
  | 'object'
  | 'long'
  | 'text';

export interface Choice {
  value: unknown;
  label: string;
}

export interface Field {
  name: string;
  /** JSON pointer into the values, as refusals name it. */
  pointer: string;
  schema: Schema;
  kind: Kind;
  label: string;
  isRequired: boolean;
  isNullable: boolean;
}

/** The fields of an object's schema, in its order. */
export function fieldsOf(schema: Schema, base = ''): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, own]) => ({
    name,
    pointer: `${base}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    schema: own,
    kind: kindOf(own),
    label: own.title ?? wordsOf(name),
    isRequired: schema.required?.includes(name) ?? false,
    isNullable: [own.type].flat().includes('null'),
  }));
}

/** Whether the other values ask for this field. */
export function isShown({ schema }: Field, values: Values): boolean {
  return Object.entries(schema['x-showIf'] ?? {}).every(([name, wanted]) =>
    [wanted].flat().includes(values[name] as never),
  );
}

/** Values with the defaults of what nobody has set. */
export function withDefaults(schema: Schema, values: Values = {}): Values {
  const filled: Values = { ...values };
  for (const { name, schema: own, kind } of fieldsOf(schema)) {
    if (kind === 'object') filled[name] = withDefaults(own, values[name] as Values);
    else if (filled[name] === undefined && own.default !== undefined) filled[name] = own.default;
  }
  return filled;
}

export function choicesOf(schema: Schema): Choice[] {
  const consts = schema.anyOf?.filter((one) => one.const !== undefined) ?? [];
  const values = schema.enum ?? consts.map((one) => one.const);
  return values
    .filter((value) => value !== null)
    .map((value) => {
      const title = consts.find((one) => one.const === value)?.title;
      return {
        value,
        label: schema['x-labels']?.[String(value)] ?? title ?? wordsOf(String(value)),
      };
    });
}

function kindOf(schema: Schema): Kind {
  const types = [schema.type].flat();
  if (schema['x-secret']) return 'secret';
  if (schema['x-optionsFrom']) return types.includes('array') ? 'choices' : 'choice';
  if (schema.enum || schema.anyOf?.some((one) => one.const !== undefined)) return 'choice';
  if (types.includes('boolean')) return 'switch';
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (types.includes('array')) return kindOfArray(schema.items);
  if (types.includes('object')) return 'object';
  return schema['x-widget'] === 'textarea' || (schema.maxLength ?? 0) > 500 ? 'long' : 'text';
}

function kindOfArray(items: Schema | undefined): Kind {
  if (items?.type === 'object') return 'rows';
  return items?.enum ? 'choices' : 'lines';
}

/** `remind_at` as a person reads it, where the schema has no title. */
function wordsOf(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
