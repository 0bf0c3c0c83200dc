/** Holds plain data against the schema that a plugin declared for them: payloads of jobs, data of events. */
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { ERR_PLUGIN_PAYLOAD } from '../errors.ts';

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validators = new WeakMap<object, ValidateFunction>();

/** @throws STINT_ERR_PLUGIN_PAYLOAD naming `what` and each field */
export function checkData(what: string, schema: object, data: unknown): void {
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (!validate(data)) throw new ERR_PLUGIN_PAYLOAD(what, ajv.errorsText(validate.errors));
}
