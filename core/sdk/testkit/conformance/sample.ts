/** A value that fits a JSON Schema, as far as it can be told from the schema. */

export interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  'x-secret'?: boolean;
  'x-generate'?: boolean;
  'x-optionsFrom'?: string;
}

const formats: Record<string, string> = {
  date: '2025-01-27',
  time: '12:00:00Z',
  'date-time': '2025-01-27T12:00:00Z',
  email: 'somebody@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  hostname: 'example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
  'time-zone': 'Europe/Berlin',
};

/** @param secret what stands where the schema has `x-secret` */
export function sampleOf(schema: Schema, secret = 'secret'): unknown {
  if (schema['x-secret']) return secret;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.enum?.length) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return sampleOf(choice, secret);
  switch ([schema.type].flat()[0]) {
    case 'string':
      return formats[schema.format ?? ''] ?? 'x'.repeat(Math.max(1, schema.minLength ?? 1));
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () =>
        sampleOf(schema.items ?? {}, secret),
      );
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .map(([name, field]): [string, unknown] => [name, sampleOf(field, secret)])
          .filter(([name, value]) => schema.required?.includes(name) || fits(schema, name, value)),
      );
    default:
      return null;
  }
}

/** What nobody asks for need not be there: what was made up for it may be none. And some the host makes. */
function fits({ properties }: Schema, name: string, value: unknown): boolean {
  const { pattern, 'x-generate': isMade } = properties?.[name] ?? {};
  return !isMade && (pattern === undefined || new RegExp(pattern, 'u').test(String(value)));
}
