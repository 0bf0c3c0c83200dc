/** Load on one server, and comparing two: by turns, because a machine has good and bad seconds. */
import autocannon from 'autocannon';
import { CONNECTIONS } from './stage.ts';

/** What one of the connections sends, over and over. A body may differ each time. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  body?: () => object;
  /** Of that body. */
  headers?: (body: string) => Record<string, string>;
}

export interface Load {
  requestsPerSecond: number;
  p50: number;
  p99: number;
}

/** @throws when any answer was not 2xx */
export async function putUnderLoad(
  url: string,
  callsOf: (connection: number) => Call[],
  seconds: number,
): Promise<Load> {
  let connection = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      client.setRequests(callsOf(connection % CONNECTIONS).map(toRequest));
      connection += 1;
    },
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    const codes = JSON.stringify(result.statusCodeStats ?? {});
    throw new Error(
      `${url}: ${result.non2xx} unexpected answers, ${result.errors} errors, ${result.timeouts} time-outs ${codes}`,
    );
  }
  return {
    requestsPerSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

function toRequest({ method, path, token, body, headers: headersOf }: Call): autocannon.Request {
  const headers: Record<string, string> = {};
  if (token) headers.authorization = `Bearer ${token}`;
  if (body) headers['content-type'] = 'application/json';
  return {
    method,
    path,
    headers,
    ...(body && {
      setupRequest: (request) => {
        const text = JSON.stringify(body());
        return { ...request, body: text, headers: { ...headers, ...headersOf?.(text) } };
      },
    }),
  };
}

export interface Comparison {
  ours: Load;
  bare: Load;
  /** Median of the rounds' ratios, ours to bare. */
  ratio: number;
}

/** A B A B …, after a warm-up of both. */
export async function compareLoads(
  ours: () => Promise<Load>,
  bare: () => Promise<Load>,
  rounds: number,
): Promise<Comparison> {
  await ours();
  await bare();
  const turns: { ours: Load; bare: Load }[] = [];
  for (let i = 0; i < rounds; i += 1) turns.push({ ours: await ours(), bare: await bare() });
  const middle = (side: 'ours' | 'bare', key: keyof Load) =>
    median(turns.map((turn) => turn[side][key]));
  const sideOf = (side: 'ours' | 'bare'): Load => ({
    requestsPerSecond: middle(side, 'requestsPerSecond'),
    p50: middle(side, 'p50'),
    p99: middle(side, 'p99'),
  });
  return {
    ours: sideOf('ours'),
    bare: sideOf('bare'),
    ratio: median(turns.map(({ ours, bare }) => ours.requestsPerSecond / bare.requestsPerSecond)),
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
