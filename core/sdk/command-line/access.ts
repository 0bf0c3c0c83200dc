/**
 * Where Stint is and who asks: `STINT_URL` and `STINT_TOKEN`, or what `stint login` wrote down. The file
 * is for its owner's eyes alone, and the token is never printed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createStintClient, type StintClient } from '@stint/client';

interface Access {
  url?: string;
  token?: string;
}

export function accessFile(): string {
  const folder = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return join(folder, 'stint', 'access.json');
}

/** The variables win over the file. */
export async function openClient(): Promise<StintClient> {
  const kept = await readAccess();
  const url = process.env.STINT_URL ?? kept.url;
  const token = process.env.STINT_TOKEN ?? kept.token;
  if (!url || !token) {
    throw new Error('Say where Stint is: run "stint login", or set STINT_URL and STINT_TOKEN.');
  }
  return createStintClient({ url, token });
}

/** Asks the server who this is before it writes anything down. */
export async function keepAccess(access: Required<Access>): Promise<string> {
  const { data: me } = await createStintClient(access).GET('/api/v1/me');
  const file = accessFile();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  return me?.name ?? '';
}

async function readAccess(): Promise<Access> {
  try {
    return JSON.parse(await readFile(accessFile(), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${accessFile()} cannot be read: ${(error as Error).message}`);
  }
}
