/**
 * `npm run client`: writes `api.d.ts`, the types of the API, from the OpenAPI document of the application
 * itself. It needs no database: the document is made of the routes' schemas.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildApp } from '../../app.ts';
import { loadConfig } from '../../config.ts';
import { systemClock } from '../../infra/clock.ts';
import { openDatabase } from '../../infra/database.ts';
import { makeLogger } from '../../infra/logger.ts';
import { PluginHost } from '../../plugin-host/host.ts';
import { generateKey, parseKeyRing } from '../../secrets/key-ring.ts';

const file = fileURLToPath(new URL('./api.d.ts', import.meta.url));

const heading = `/** The types of Stint's API. Made by \`npm run client\`; do not edit. */
`;

/** The file as it should be. */
export async function generateTypes(): Promise<string> {
  const config = loadConfig({ RATE_LIMIT_PER_MINUTE: '0' });
  const log = makeLogger({ LOG_LEVEL: 'silent' });
  // Never connected to.
  const db = openDatabase('postgres://localhost/none', 1);
  const keys = parseKeyRing(generateKey());
  const deps = { config, db, clock: systemClock, log, keys };
  const host = new PluginHost(deps, { folder: '/nowhere', named: [] });
  const app = await buildApp({ config, db, plugins: { host, keys } });
  await app.ready();
  const { body } = await app.inject({ url: '/api/openapi.json' });
  await app.close();
  await db.destroy();
  return heading + astToString(await openapiTS(JSON.parse(body)));
}

export async function readTypes(): Promise<string> {
  return readFile(file, 'utf8');
}

if (import.meta.main) await writeFile(file, await generateTypes());
