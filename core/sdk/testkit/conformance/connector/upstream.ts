/** Takes the place of the other side of a connector, and is ill in one way or another. It is never well. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const illnesses = [
  'down',
  'hanging',
  'unauthorized',
  'forbidden',
  'limited',
  'broken',
  'garbage',
  'another shape',
  'half a body',
] as const;
export type Illness = (typeof illnesses)[number];

/** What it asks to be left alone for, when it is limited. */
export const RETRY_AFTER_SECONDS = 120;

export interface Upstream {
  url: string;
  /** What it was asked: address, headers and body as one text. */
  asked: string[];
  become(illness: Illness): Promise<void>;
  /** It refuses whoever says this, whatever else is wrong with it. */
  refused?: string;
  stop(): Promise<void>;
}

export async function startUpstream(): Promise<Upstream> {
  let illness: Illness = 'broken';
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;

  const upstream: Upstream = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    async become(next) {
      if (illness === 'down') await listen(port);
      illness = next;
      if (illness === 'down') await close();
    },
    async stop() {
      if (illness !== 'down') await close();
    },
  };
  return upstream;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await Array.fromAsync(request)).join('');
    const asked = `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`;
    upstream.asked.push(asked);
    const isRefused = upstream.refused !== undefined && asked.includes(upstream.refused);
    suffer(isRefused ? 'unauthorized' : illness, asked, response);
  }
}

const statuses = { unauthorized: 401, forbidden: 403, limited: 429, broken: 500 } as const;

/** Says what it was told in each answer: there are services that do. */
function suffer(illness: Illness, asked: string, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  switch (illness) {
    case 'down':
    case 'hanging':
      return;
    case 'garbage':
      response.end(`<!doctype html><title>Welcome</title>${asked}`);
      return;
    case 'another shape':
      response.writeHead(200, json).end(JSON.stringify({ unexpected: { deep: [asked] } }));
      return;
    case 'half a body':
      response.writeHead(200, { ...json, 'content-length': '100000' });
      response.write('{"items": [{"id": 1, "name": "');
      setTimeout(() => response.destroy(), 20);
      return;
    default: {
      const later = illness === 'limited' && { 'retry-after': String(RETRY_AFTER_SECONDS) };
      response.writeHead(statuses[illness], { ...json, ...later });
      response.end(JSON.stringify({ message: `This cannot be: ${asked}` }));
    }
  }
}
