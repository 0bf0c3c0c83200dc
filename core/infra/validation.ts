/**
 * How requests are checked: one Ajv that coerces what arrives as text (query, path) and one that
 * does not (JSON bodies). Unknown fields are refused, never dropped in silence.
 */
import { Ajv, type Options } from 'ajv';
import formats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { isTimeZone } from './instants.ts';

function makeAjv(options: Options): Ajv {
  const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: false, ...options });
  formats.default(ajv, ['date', 'date-time', 'email', 'uri', 'uuid']);
  ajv.addFormat('time-zone', isTimeZone);
  return ajv;
}

async function registerValidation(app: FastifyInstance): Promise<void> {
  const text = makeAjv({ coerceTypes: 'array' });
  const json = makeAjv({ coerceTypes: false });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? json : text).compile(schema as object),
  );
  // `curl -X POST …/timer/stop` sends no body at all, and means an empty one.
  app.addHook('preValidation', async (request) => {
    if (request.body === undefined && request.routeOptions.schema?.body) request.body = {};
  });
}

export default fp(registerValidation, { name: 'stint-validation', fastify: '5.x' });
