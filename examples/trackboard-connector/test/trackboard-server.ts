/**
 * A Trackboard on this machine: boards, issues that change, time, tokens, pages, ETags and signed webhooks.
 * It can be ill in every way that a real one can.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Issue } from '../trackboard.ts';

export type Illness = 'unauthorized' | 'forbidden' | 'limited' | 'broken' | 'garbage' | 'half';

export interface Delivery {
  body: string;
  headers: Record<string, string>;
}

export interface Trackboard {
  url: string;
  /** `GET /api/me`, in the order in which they came. */
  asked: string[];
  /** What is wrong with it from the `after`th request on; nothing when undefined. */
  illness?: { is: Illness; after: number };
  /** Says time by issue and name. */
  times: Map<string, Record<string, unknown>>;
  /** Login by token. */
  accounts: Map<string, string>;
  /** Adds or changes an issue, which is news: it returns its state. */
  write(id: number, changes?: Partial<Issue>): Issue;
  /** The news as it is sent to a webhook. */
  sign(event: string, issue: unknown, secret: string, now: Date): Delivery;
  stop(): Promise<void>;
}

export async function startTrackboard(): Promise<Trackboard> {
  const issues = new Map<number, Issue>();
  let changes = 0;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const trackboard: Trackboard = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    times: new Map(),
    accounts: new Map([['tb_ada', 'ada']]),
    write(id, changed = {}) {
      changes += 1;
      const before = issues.get(id) ?? {
        id,
        board: 'SHOP',
        key: `SHOP-${id}`,
        title: `Issue ${id}`,
        body: '',
        state: 'open' as const,
        labels: [],
        assignee: null,
      };
      const updated_at = new Date(Date.UTC(2025, 0, 1) + changes * 1000).toISOString();
      const issue = { ...before, ...changed, updated_at };
      issues.set(id, issue);
      return issue;
    },
    sign(event, issue, secret, now) {
      const body = JSON.stringify({ event, issue });
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const headers = {
        'content-type': 'application/json',
        'x-trackboard-timestamp': timestamp,
        'x-trackboard-signature': `sha256=${mac}`,
        'x-trackboard-delivery': randomUUID(),
      };
      return { body, headers };
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return trackboard;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', trackboard.url);
    trackboard.asked.push(`${request.method} ${pathname}`);
    const body = (await Array.fromAsync(request)).join('');
    const { illness } = trackboard;
    if (illness && trackboard.asked.length > illness.after) return suffer(illness.is, response);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const login = trackboard.accounts.get(token);
    if (login === undefined) return send(response, 401, { message: `Bad token ${token}` });
    if (pathname === '/api/me') return send(response, 200, { login, name: `Person ${login}` });
    if (pathname === '/api/boards')
      return send(response, 200, { boards: [{ key: 'SHOP', name: 'Shop' }] });
    const [, board] = /^\/api\/boards\/(\w+)\/issues$/.exec(pathname) ?? [];
    if (board === 'SHOP') return list(searchParams, request, response);
    const [, issue, name] = /^\/api\/issues\/(\d+)\/time\/([\w-]+)$/.exec(pathname) ?? [];
    if (issue === undefined || !issues.has(Number(issue))) return send(response, 404, {});
    if (request.method === 'PUT') trackboard.times.set(`${issue}/${name}`, JSON.parse(body));
    else trackboard.times.delete(`${issue}/${name}`);
    return send(response, 200, { ok: true });
  }

  function list(query: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const after = query.get('after') ?? '';
    const page = [...issues.values()]
      .toSorted((a, b) => (a.updated_at < b.updated_at ? -1 : 1))
      .filter(({ updated_at }) => updated_at > after)
      .slice(0, Number(query.get('limit')));
    const body = { issues: page, after: page.at(-1)?.updated_at ?? after };
    const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    send(response, 200, body, { etag });
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function suffer(illness: Illness, response: ServerResponse): void {
  if (illness === 'half') {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"issues": [');
    setTimeout(() => response.destroy(), 20);
  } else if (illness === 'garbage') {
    send(response, 200, { login: 7, issues: [{ id: 'seven' }], after: 7 });
  } else {
    const status = { unauthorized: 401, forbidden: 403, limited: 429, broken: 500 }[illness];
    send(response, status, {}, illness === 'limited' ? { 'retry-after': '120' } : {});
  }
}
