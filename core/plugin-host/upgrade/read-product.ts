/** What a release of Stint says of itself: the version of its plugin contract, and the plugins that it bundles. */
import { list, type ReadEntry } from 'tar';
import type { Found } from '../discover.ts';
import { checkPackage } from '../manifest-check.ts';
import { ERR_UPGRADE_CHECK } from './errors.ts';

export interface Product {
  version: string;
  contract: string;
  bundled: Found[];
}

const MAX_JSON_BYTES = 1024 * 1024;
const CONTRACT = 'core/sdk/plugin/package.json';
const wanted = /^[^/]+\/((core\/sdk\/plugin\/|plugins\/[^/]+\/)?package\.json)$/;

/** @throws STINT_ERR_UPGRADE_CHECK */
export async function readProduct(file: string): Promise<Product> {
  const texts = new Map<string, string>();
  await list({
    file,
    strict: true,
    onReadEntry: (entry) => keep(entry, texts),
  }).catch((error: Error) => {
    throw new ERR_UPGRADE_CHECK(`${file} cannot be read: ${error.message}`);
  });
  const [own, contract] = ['package.json', CONTRACT].map((path) => parse(texts.get(path)));
  if (own?.name !== 'stint' || !own.version || !contract?.version)
    throw new ERR_UPGRADE_CHECK(`${file} is no release of Stint: it has no ${CONTRACT}.`);
  const bundled = [...texts].flatMap(([path, text]): Found[] => {
    if (!path.startsWith('plugins/')) return [];
    try {
      const json = checkPackage(JSON.parse(text));
      return [{ id: json.stint.id, folder: path, package: json }];
    } catch (fault) {
      return [{ id: path, folder: path, fault: fault as Error }];
    }
  });
  return { version: own.version, contract: contract.version, bundled };
}

function keep(entry: ReadEntry, texts: Map<string, string>): void {
  const path = wanted.exec(entry.path)?.[1];
  if (path === undefined || (entry.size ?? 0) > MAX_JSON_BYTES) return;
  const chunks: Buffer[] = [];
  entry.on('data', (chunk: Buffer) => chunks.push(chunk));
  entry.on('end', () => texts.set(path, Buffer.concat(chunks).toString('utf8')));
}

function parse(text: string | undefined): { name?: string; version?: string } | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
