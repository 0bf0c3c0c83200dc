/** Where people reach this server, for addresses that others are told. */
import type { FastifyRequest } from 'fastify';

/** @example 'https://stint.example' */
export function originOf(request: FastifyRequest): string {
  return request.server.config.PUBLIC_URL ?? `${request.protocol}://${request.host}`;
}
