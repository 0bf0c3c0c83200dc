/** What came back: headers as plain text, and the body, decompressed within the same limit. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { HttpAnswer } from '@stint/plugin';
import {
  ERR_OUTGOING_NOT_JSON,
  ERR_OUTGOING_TOO_LARGE,
  ERR_OUTGOING_UNREACHABLE,
} from './errors.ts';
import { maxBodyBytes } from './request.ts';

type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const decompressors = new Map<string, Decompress>([
  ['gzip', promisify(gunzip) as Decompress],
  ['x-gzip', promisify(gunzip) as Decompress],
  ['deflate', promisify(inflate) as Decompress],
  ['br', promisify(brotliDecompress) as Decompress],
]);

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** @throws STINT_ERR_OUTGOING_TOO_LARGE, STINT_ERR_OUTGOING_UNREACHABLE if the body is damaged. */
export async function readAnswer(host: string, raw: RawAnswer): Promise<HttpAnswer> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  let body = raw.body;
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (body.length > 0 && encoding !== 'identity' && encoding !== '') {
    body = await decompress(host, encoding, body);
    // They describe what was sent, not what is handed on.
    delete headers['content-encoding'];
    delete headers['content-length'];
  }
  return {
    status: raw.status,
    headers,
    text: () => new TextDecoder().decode(body),
    json: () => parseJson(host, body),
  };
}

async function decompress(host: string, encoding: string, bytes: Buffer): Promise<Buffer> {
  const decode = decompressors.get(encoding);
  if (!decode) throw new ERR_OUTGOING_UNREACHABLE(host, 'its encoding is unknown');
  try {
    return await decode(bytes, { maxOutputLength: maxBodyBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ERR_OUTGOING_TOO_LARGE('answer of', host);
    }
    throw new ERR_OUTGOING_UNREACHABLE(host, 'its compression is damaged');
  }
}

// The message of a SyntaxError quotes the body.
function parseJson<T>(host: string, body: Buffer): T {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new ERR_OUTGOING_NOT_JSON(host);
  }
}
