/** What is wrong with the values of a form, field by field, before the server says the same. */
import { type Field, fieldsOf, isShown, type Schema, type Values } from './schema.ts';

/** A text by its key, with its values. */
export interface Fault {
  key: string;
  values?: Record<string, string | number>;
}

/** JSON pointer → what is wrong there. Hidden fields are never wrong. */
export function checkValues(schema: Schema, values: Values, base = ''): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const field of fieldsOf(schema, base)) {
    if (!isShown(field, values)) continue;
    const value = values[field.name];
    if (field.kind === 'object') {
      const inner = checkValues(field.schema, (value ?? {}) as Values, field.pointer);
      for (const [pointer, text] of inner) faults.set(pointer, text);
      continue;
    }
    if (field.kind === 'rows') {
      for (const [index, row] of ((value ?? []) as Values[]).entries()) {
        const inner = checkValues(field.schema.items ?? {}, row, `${field.pointer}/${index}`);
        for (const [pointer, text] of inner) faults.set(pointer, text);
      }
    }
    const fault = faultOf(field, value);
    if (fault) faults.set(field.pointer, fault);
  }
  return faults;
}

function faultOf({ schema, kind, isRequired }: Field, value: unknown): Fault | undefined {
  const isEmpty = value === undefined || value === null || value === '';
  if (kind === 'secret') {
    const isSaved = (value as { set?: boolean } | undefined)?.set === true;
    return isRequired && !isSaved && !schema['x-generate'] && (isEmpty || typeof value !== 'string')
      ? { key: 'form.required' }
      : undefined;
  }
  if (isEmpty) return isRequired && kind !== 'switch' ? { key: 'form.required' } : undefined;
  if (kind === 'number') return faultOfNumber(schema, value as number);
  if (Array.isArray(value)) {
    if (schema.minItems !== undefined && value.length < schema.minItems)
      return { key: 'form.minItems', values: { least: schema.minItems } };
    if (schema.maxItems !== undefined && value.length > schema.maxItems)
      return { key: 'form.maxItems', values: { most: schema.maxItems } };
    return undefined;
  }
  return typeof value === 'string' ? faultOfText(schema, value) : undefined;
}

function faultOfNumber({ type, minimum, maximum }: Schema, value: number): Fault | undefined {
  if (!Number.isFinite(value)) return { key: 'form.number' };
  if ([type].flat().includes('integer') && !Number.isInteger(value)) return { key: 'form.integer' };
  if (minimum !== undefined && value < minimum)
    return { key: 'form.minimum', values: { least: minimum } };
  if (maximum !== undefined && value > maximum)
    return { key: 'form.maximum', values: { most: maximum } };
  return undefined;
}

function faultOfText(schema: Schema, value: string): Fault | undefined {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined && value.length < minLength)
    return { key: 'form.minLength', values: { least: minLength } };
  if (maxLength !== undefined && value.length > maxLength)
    return { key: 'form.maxLength', values: { most: maxLength } };
  if (pattern && !new RegExp(pattern, 'u').test(value))
    return { key: 'form.pattern', values: { example: String(schema.examples?.[0] ?? pattern) } };
  if (format === 'email' && !/^\S+@\S+$/.test(value)) return { key: 'form.email' };
  if ((format === 'uri' || format === 'url') && !URL.canParse(value)) return { key: 'form.url' };
  return undefined;
}
