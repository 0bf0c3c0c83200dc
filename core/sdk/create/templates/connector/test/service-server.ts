/** The other side on this machine, for the tests. */
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Item } from '../service.ts';

const PAGE = 2;

export async function startService(items: Item[]) {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const isKnown = request.headers.authorization === 'Bearer right';
    const after = searchParams.get('after') ?? '';
    const page = items.filter(({ updated_at }) => updated_at > after).slice(0, PAGE);
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ items: page, after: page.at(-1)?.updated_at ?? after }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** News as they are sent to a webhook. */
export function signNews(item: Item, secret: string, now: Date) {
  const body = JSON.stringify({ item });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-signature': createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'),
    'x-delivery': randomUUID(),
  };
  return { method: 'POST' as const, body, headers };
}
