/** A Slack for the tests, no kinder than the real one: it knows its tokens and channels, and can be ill. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  method: string;
  token: string;
  channel?: string;
  text?: string;
}

/** What is answered instead; `silence` is no answer at all. */
export type Illness =
  | { error: string; retryAfter?: number }
  | { status: number; retryAfter?: number }
  | 'silence';

export interface SlackServer {
  url: string;
  posted: Posted[];
  /** How often anything was asked. */
  asked: number;
  illness?: Illness;
  /** Called when a message was taken, before that is answered. */
  onPosted?: () => Promise<void>;
  stop(): Promise<void>;
}

export const TOKEN = 'xoxb-1234-of-the-app';

export async function startSlack(): Promise<SlackServer> {
  const open = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    open.add(response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    slack.asked += 1;
    const answer = (body: object, status = 200, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const { illness } = slack;
    if (illness === 'silence') return;
    if (illness) {
      const headers = illness.retryAfter ? { 'retry-after': String(illness.retryAfter) } : {};
      if ('error' in illness) return answer({ ok: false, error: illness.error }, 200, headers);
      return answer({}, illness.status, headers);
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (token !== TOKEN) return answer({ ok: false, error: 'invalid_auth' });
    const method = request.url?.replace('/api/', '') ?? '';
    if (method === 'auth.test')
      return answer({ ok: true, team: 'Acme', team_id: 'T1', user: 'stint', user_id: 'UBOT' });
    if (method !== 'chat.postMessage') return answer({ ok: false, error: 'unknown_method' });
    const { channel, text } = JSON.parse(Buffer.concat(chunks).toString());
    if (!/^[CU]\w+$/.test(channel)) return answer({ ok: false, error: 'channel_not_found' });
    if (!text) return answer({ ok: false, error: 'no_text' });
    slack.posted.push({ method, token, channel, text });
    await slack.onPosted?.();
    return answer({ ok: true, channel, ts: `${slack.posted.length}.000100` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const slack: SlackServer = {
    url: `http://127.0.0.1:${port}`,
    posted: [],
    asked: 0,
    async stop() {
      for (const response of open) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return slack;
}
