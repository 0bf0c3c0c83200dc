/** A file of an answer, read into memory as far as it may be; what is larger is let go of at once. */
import type { Readable } from 'node:stream';
import { DataError, type DataFile } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { ERR_PLUGIN_FILE_SIZE } from '../errors.ts';

/** An answer whose body is still on its way. */
export type StreamedReply = Pick<
  Awaited<ReturnType<FastifyInstance['inject']>>,
  'statusCode' | 'headers' | 'stream' | 'raw'
>;

/** @throws DataError the core's refusal, or 413 */
export async function readFile(
  reply: StreamedReply,
  path: string,
  maxBytes: number,
): Promise<DataFile> {
  const { statusCode, headers } = reply;
  const isRefusal = statusCode >= 400;
  const content = await readUpTo(reply.stream(), isRefusal ? Number.POSITIVE_INFINITY : maxBytes);
  if (content === undefined) {
    // As when a client hangs up: the core gives back whatever it holds for the rest.
    reply.raw.res.destroy();
    const { code, message } = new ERR_PLUGIN_FILE_SIZE(path, maxBytes);
    throw new DataError(413, code, message);
  }
  if (isRefusal) {
    const { code = '', detail = '' } = JSON.parse(content.toString() || '{}');
    throw new DataError(statusCode, code, detail);
  }
  const [, name = path.slice(path.lastIndexOf('/') + 1)] =
    /filename="([^"]+)"/.exec(String(headers['content-disposition'] ?? '')) ?? [];
  const [mediaType = ''] = String(headers['content-type'] ?? '').split(';');
  return { name, mediaType: mediaType.trim(), content };
}

async function readUpTo(stream: Readable, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
