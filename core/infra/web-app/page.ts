/** The one HTML page of the web app, with the policy that lets its own inline scripts run and no other. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyWith } from '../security-headers.ts';

export interface Page {
  html: Buffer;
  policy: string;
  etag: string;
}

export async function readPage(folder: string): Promise<Page> {
  const html = await readFile(join(folder, 'index.html'));
  const inline = html.toString().matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const hashes = Array.from(inline, ([, text]) => `'sha256-${hashOf(text as string)}'`);
  return { html, policy: policyWith(hashes), etag: `"${hashOf(html)}"` };
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64');
}
