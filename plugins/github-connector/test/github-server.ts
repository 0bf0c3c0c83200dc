/**
 * GitHub on this machine: `emulate`'s, which nobody here wrote, behind a gate that adds what it lacks. The gate
 * has ETags, knows which tokens are good, and can be ill in every way that the real one can.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { createEmulator } from 'emulate';

export type Illness =
  | 'unauthorized'
  | 'forbidden'
  | 'limited'
  | 'spent'
  | 'broken'
  | 'garbage'
  | 'half';

export interface GithubServer {
  url: string;
  /** `GET /user 200`, in the order in which they were answered. */
  asked: string[];
  /** What is wrong with it from the `after`th request on; nothing when undefined. */
  illness?: { is: Illness; after: number };
  tokens: Set<string>;
  /** As the owner of the repository does it there. */
  call(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  /** @param path of the repository, `acme/shop` unless told */
  openIssue(issue: object, path?: string): Promise<GithubIssue>;
  changeIssue(number: number, changes: object, path?: string): Promise<GithubIssue>;
  /** Emulate has no deletion: from now on it is not found. */
  deleted: Set<string>;
  stop(): Promise<void>;
}

export interface GithubIssue extends Record<string, unknown> {
  number: number;
  title: string;
  html_url: string;
  updated_at: string;
  state: string;
}

const OWNER = 'ghp_ownerOfTheRepository';

export async function startGithub(): Promise<GithubServer> {
  const emulator = await createEmulator({
    service: 'github',
    port: await freePort(),
    seed: {
      github: {
        users: [{ login: 'acme' }, { login: 'ada' }, { login: 'bob' }],
        repos: [
          { owner: 'acme', name: 'shop' },
          { owner: 'acme', name: 'docs' },
        ],
      },
    },
  });
  const gate = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  gate.listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const { port } = gate.address() as AddressInfo;

  const server: GithubServer = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    tokens: new Set(['ghp_ada']),
    deleted: new Set(),
    async call(method, path, body) {
      const reply = await fetch(emulator.url + path, {
        method,
        headers: { authorization: `Bearer ${OWNER}` },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
      return JSON.parse((await reply.text()).replaceAll(emulator.url, server.url) || '{}');
    },
    openIssue: async (issue, path = 'acme/shop') =>
      (await server.call('POST', `/repos/${path}/issues`, issue)) as GithubIssue,
    changeIssue: async (number, changes, path = 'acme/shop') =>
      (await server.call('PATCH', `/repos/${path}/issues/${number}`, changes)) as GithubIssue,
    async stop() {
      gate.closeAllConnections();
      gate.close();
      await once(gate, 'close');
      await emulator.close();
    },
  };
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const { illness } = server;
    const note = (status: number) => server.asked.push(`${request.method} ${path} ${status}`);
    if (illness && server.asked.length >= illness.after) {
      note(0);
      return suffer(illness.is, response);
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!server.tokens.has(token)) {
      note(401);
      return send(response, 401, JSON.stringify({ message: `Bad credentials ${token}` }));
    }
    if (server.deleted.has(path.split('?')[0] ?? '')) {
      note(404);
      return send(response, 404, '{"message":"Not Found"}');
    }
    const reply = await fetch(emulator.url + path, {
      headers: { authorization: `Bearer ${OWNER}` },
    });
    const body = (await reply.text()).replaceAll(emulator.url, server.url);
    const etag = `W/"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
    const isSame = reply.ok && request.headers['if-none-match'] === etag;
    note(isSame ? 304 : reply.status);
    const link = reply.headers.get('link')?.replaceAll(emulator.url, server.url);
    send(response, isSame ? 304 : reply.status, isSame ? '' : body, {
      etag,
      ...(link && { link }),
    });
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

function suffer(illness: Illness, response: ServerResponse): void {
  if (illness === 'half') {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('[{"number": 1,');
    setTimeout(() => response.destroy(), 20);
  } else if (illness === 'garbage') {
    send(response, 200, '{"login":7}');
  } else if (illness === 'spent') {
    const reset = String(Math.floor(Date.now() / 1000) + 300);
    send(response, 403, '{}', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
  } else {
    const status = { unauthorized: 401, forbidden: 403, limited: 429, broken: 500 }[illness];
    send(response, status, '{}', illness === 'limited' ? { 'retry-after': '120' } : {});
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0);
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}
