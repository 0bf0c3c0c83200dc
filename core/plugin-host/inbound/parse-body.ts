/** From the bytes of a delivery to an object: JSON, a form, or JSON in a form's `payload`. */
import { ERR_WEBHOOK_BODY } from '../errors.ts';

/** @throws STINT_ERR_WEBHOOK_BODY */
export function parseBody(
  contentType: string | undefined,
  bytes: Uint8Array,
): Record<string, unknown> {
  const text = decode(bytes);
  const media = contentType?.split(';')[0]?.trim().toLowerCase();
  if (media !== 'application/x-www-form-urlencoded') return parseObject(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parseObject(payload);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ERR_WEBHOOK_BODY('it is not UTF-8');
  }
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words would repeat what was sent.
    throw new ERR_WEBHOOK_BODY('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ERR_WEBHOOK_BODY('it is not a JSON object');
  }
  if (isDeeperThan(value, MAX_DEPTH)) throw new ERR_WEBHOOK_BODY('it is nested too deeply');
  return value as Record<string, unknown>;
}

// Whoever walks through it, PostgreSQL too, has a stack of some size.
const MAX_DEPTH = 200;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeperThan(child, levels - 1));
}

// PostgreSQL keeps neither NUL nor half a surrogate pair in jsonb.
const unstorable = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON text that PostgreSQL can store. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value).replace(unstorable, '$1\\ufffd');
}
