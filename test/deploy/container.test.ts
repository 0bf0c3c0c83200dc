/** What a container engine is told: read by a linter, and held against what Stint knows. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import t from 'tap';
import { parse } from 'yaml';
import { ConfigSchema } from '../../core/config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFile(join(root, path), 'utf8');
const commands = /^ {2}'?([\w-]+)'?: '/gm;

t.test('a linter finds nothing in the Dockerfile', async (t) => {
  const found = validate(await read('deploy/container/Dockerfile'));
  t.same(
    found.map(({ message }) => message),
    [],
  );
});

interface Service {
  environment: Record<string, string>;
  command?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
  volumes: string[];
}

t.test('the compose file', async (t) => {
  const text = await read('deploy/container/compose.yaml');
  const { services, volumes }: { services: Record<string, Service>; volumes: object } = parse(
    text,
    {
      merge: true,
    },
  );
  t.same(Object.keys(services), ['database', 'web', 'worker']);

  t.test('has no password, and names what has to be set', async (t) => {
    const variables = [...text.matchAll(/\$\{(\w+)(:[-?])?/g)];
    const required = variables.filter(([, , how]) => how === ':?').map(([, name]) => name);
    t.same([...new Set(required)].toSorted(), ['DATABASE_PASSWORD', 'PUBLIC_URL', 'SECRET_KEY']);
    const page = await read('docs/admin/deployment.md');
    for (const [, name] of variables) t.match(page, `${name}`);
  });

  t.test('tells web and worker the same, and only what there is', async (t) => {
    const { web, worker } = services;
    const { HEALTH_PORT, ...same } = worker?.environment ?? {};
    t.same(same, web?.environment);
    t.equal(HEALTH_PORT, '8081');
    for (const name of Object.keys(same)) t.ok(name in ConfigSchema.properties, name);
    const start = await read('core/start.js');
    const known = [...start.matchAll(commands)].map(([, name]) => name);
    t.ok(known.includes(worker?.command?.at(-1)));
  });

  t.test('lets them write to their volume alone', async (t) => {
    for (const { read_only, cap_drop, depends_on, volumes: own } of [
      services.web,
      services.worker,
    ] as Service[]) {
      t.match({ read_only, cap_drop }, { read_only: true, cap_drop: ['ALL'] });
      t.same(depends_on, { database: { condition: 'service_healthy' } });
      t.same(own, ['data:/data']);
    }
    t.same(Object.keys(volumes), ['database', 'data']);
  });
});

t.test('the page on installing names scripts that are there', async (t) => {
  const page = await read('docs/admin/deployment.md');
  const { scripts } = JSON.parse(await read('package.json'));
  const named = [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name as string);
  t.ok(named.length >= 3);
  for (const name of named) t.ok(name in scripts, name);
  const links = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link]) =>
    join('docs/admin', link as string),
  );
  t.ok(links.length >= 5);
  for (const file of links) t.ok(existsSync(join(root, file)), file);
});
