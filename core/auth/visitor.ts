/** Where somebody who signs in comes from, as their sessions and the trail show it. */
import type { FastifyRequest } from 'fastify';

export interface Visitor {
  ip: string;
  user_agent?: string;
}

export function visitorOf(request: FastifyRequest): Visitor {
  return { ip: request.ip, user_agent: request.headers['user-agent']?.slice(0, 300) };
}
