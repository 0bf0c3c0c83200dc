/**
 * The one place where errors become answers: RFC 9457 problem details. PostgreSQL's own errors
 * are translated here and never sent raw; what nobody expected is logged whole and says little.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import {
  ERR_BUSY,
  ERR_DUPLICATE,
  ERR_IN_USE,
  ERR_INTERNAL,
  ERR_REQUEST_INVALID,
  ERR_ROUTE_NOT_FOUND,
  type FieldFault,
  type StintError,
} from './errors.ts';
import { isConnectionLost } from './infra/connection-lost.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

interface PostgresError extends Error {
  code: string;
  constraint?: string;
  table?: string;
}

// Constraint → what a person calls it. A constraint that is not here is a defect and answers 500.
const uniqueKeys: Record<string, string> = {
  users_email_key: 'email address',
  clients_name_key: 'name',
  projects_name_key: 'name with the same client',
  projects_code_key: 'code',
  tags_name_key: 'name',
};

/** Translates what PostgreSQL says into a coded error; anything unknown is left as it is. */
export function translateDatabaseError(error: unknown): unknown {
  // Objection wraps what PostgreSQL said.
  const { nativeError } = error as { nativeError?: unknown };
  const native = (nativeError ?? error) as PostgresError;
  if (isConnectionLost(native)) return new ERR_BUSY();
  const { code, constraint, table } = native;
  if (typeof code !== 'string') return error;
  if (code === '23505' && constraint && uniqueKeys[constraint]) {
    return new ERR_DUPLICATE(uniqueKeys[constraint]);
  }
  if (code === '23503') return new ERR_IN_USE(table ?? 'another record');
  // Deadlock, serialization failure, lock or statement time-out, too many connections.
  if (/^(40P01|40001|55P03|57014|53300)$/.test(code)) return new ERR_BUSY();
  return error;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: FieldFault[];
  request_id: string;
}

function toProblem(error: StintError, request: FastifyRequest): Problem {
  return {
    type: `/docs/errors#${error.code.toLowerCase()}`,
    title: titles[error.statusCode] ?? 'Error',
    status: error.statusCode,
    detail: error.message,
    code: error.code,
    ...(error.errors && { errors: error.errors }),
    request_id: request.id,
  };
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Not possible',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
};

/** Ajv's complaints, each with the pointer of the field and the value that was sent. */
function fromValidation(error: FastifyError, request: FastifyRequest): StintError {
  const part = error.validationContext ?? 'body';
  const source =
    part === 'querystring' ? request.query : part === 'params' ? request.params : request.body;
  const faults = (error.validation ?? []).map((fault): FieldFault => {
    const params = fault.params as Record<string, unknown>;
    const name = params.missingProperty ?? params.additionalProperty;
    const pointer = fault.instancePath + (name === undefined ? '' : `/${name}`);
    return { pointer, detail: `${describe(fault.message, params)}${shown(source, pointer)}` };
  });
  const unique = [
    ...new Map(faults.map((fault) => [fault.pointer + fault.detail, fault])).values(),
  ];
  const first = unique[0];
  const where = part === 'body' ? '' : `${part === 'querystring' ? 'query' : part} `;
  const text = first ? `${where}${first.pointer || '/'} ${first.detail}` : error.message;
  return Object.assign(new ERR_REQUEST_INVALID(text), { errors: unique }) as StintError;
}

function describe(message = 'is invalid', params: Record<string, unknown>): string {
  if (Array.isArray(params.allowedValues))
    return `must be one of ${params.allowedValues.join(', ')}`;
  if ('allowedValue' in params) return `must be ${JSON.stringify(params.allowedValue)}`;
  if ('additionalProperty' in params) return 'is not a field of this request';
  if ('missingProperty' in params) return 'is required';
  return message;
}

function shown(source: unknown, pointer: string): string {
  if (/password|token|secret/i.test(pointer)) return '';
  let value = source;
  for (const key of pointer.split('/').slice(1)) {
    if (value === null || typeof value !== 'object') return '';
    value = (value as Record<string, unknown>)[key];
  }
  if (value === undefined || (value !== null && typeof value === 'object')) return '';
  return ` (is ${JSON.stringify(value).slice(0, 100)})`;
}

function isCoded(error: StintError): boolean {
  return typeof error.code === 'string' && error.code.startsWith('STINT_ERR_');
}

/** Any thrown thing as a coded error with a status. */
export function toStintError(thrown: unknown, request: FastifyRequest): StintError {
  if ((thrown as FastifyError).validation) return fromValidation(thrown as FastifyError, request);
  const error = translateDatabaseError(thrown) as StintError;
  if (isCoded(error)) return error;
  // Fastify's own refusals: malformed JSON, body too large, unknown content type.
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    const refusal = new ERR_REQUEST_INVALID(error.message) as StintError;
    return Object.assign(refusal, { statusCode: error.statusCode });
  }
  return new ERR_INTERNAL() as StintError;
}

function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = toStintError(thrown, request);
  if (error.statusCode >= 500) request.log.error({ err: thrown }, error.code);
  else request.log.debug({ code: error.code }, error.message);
  if (error.statusCode === 503) reply.header('retry-after', '1');
  if (error.statusCode === 401) reply.header('www-authenticate', 'Bearer');
  // Past the serializer of the route: a problem has one shape everywhere.
  const body = JSON.stringify(toProblem(error, request));
  reply
    .code(error.statusCode)
    .headers(error.headers ?? {})
    .type(PROBLEM)
    .serializer(String)
    .send(body);
}

async function registerErrorHandler(app: FastifyInstance): Promise<void> {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new ERR_ROUTE_NOT_FOUND(`${request.method} ${request.url.split('?')[0]}`),
      request,
      reply,
    ),
  );
}

export default fp(registerErrorHandler, { name: 'stint-error-handler', fastify: '5.x' });
