/**
 * A typed client of Stint's REST API: paths, bodies and answers as the OpenAPI document has them.
 * @example
 * const stint = createStintClient({ url: 'https://time.example.com', token: 'stint_…' });
 * const { data } = await stint.GET('/api/v1/timer');
 */
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.d.ts';
import { StintApiError } from './errors.ts';

export type { paths } from './api.d.ts';
export { StintApiError } from './errors.ts';
export { type EventOptions, followEvents, type StintEvent } from './events.ts';
export { allPages } from './pages.ts';

export type StintClient = Client<paths>;

export interface StintClientOptions {
  /** Where Stint is: what stands before `/api/v1`. */
  url: string;
  /** An API token. */
  token: string;
  /** @default the one of the platform */
  fetch?: (request: Request) => Promise<Response>;
}

/** Refusals are thrown as `StintApiError`, so `data` is there where a call returns. */
export function createStintClient({ url, token, fetch }: StintClientOptions): StintClient {
  const client = createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    headers: { authorization: `Bearer ${token}` },
    ...(fetch && { fetch }),
  });
  client.use({
    async onResponse({ response }) {
      if (response.status < 400) return;
      throw await StintApiError.of(response);
    },
  });
  return client;
}
