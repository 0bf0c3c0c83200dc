import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import t from 'tap';
import { repository, sourceFiles } from '../fixtures/sources.ts';

interface Import {
  /** File that imports, from the root of the repository. */
  from: string;
  /** File or package that is imported. */
  to: string;
  isType: boolean;
}

// What a feature shows to the others. The rest of its files are its own business, but for these.
const published = /^(service|schema|model|events|access|errors)\.ts$/;
const exceptions: Record<string, string> = {
  'auth/passwords.ts': 'credentials: one file for each kind, so that none holds all of them',
  'auth/secrets.ts': 'credentials, as above',
  'auth/scopes.ts': 'credentials, as above',
  'auth/sessions.ts': 'credentials, as above',
  'auth/one-time-links.ts': 'credentials, as above',
  'auth/challenges.ts': 'credentials, as above',
  'auth/prove-password.ts': 'credentials, as above',
  'auth/throttle.ts': 'credentials, as above',
  'auth/visitor.ts': 'credentials, as above',
  'entries/change.ts': 'the service of entries is split by what is done to one',
  'entries/filters.ts': 'a report takes the filters of the list of entries',
  'entries/list.ts': 'the service of entries, as above',
  'entries/overlaps.ts': 'the service of entries, as above',
  'entries/place.ts': 'the service of entries, as above',
  'entries/span.ts': 'the service of entries, as above',
  'auth/identity.ts': 'a job works with the rights that its person has by then',
  'entries/statements.ts':
    'the timer writes entries in the one statement that entries are written in',
  'projects/list.ts': 'a task names its project as the list of projects does',
  'projects/palette.ts': 'an import gives new projects a colour as the service does',
  'secrets/key-ring.ts': 'encryption at rest: a tool for whoever keeps secrets, one file a noun',
  'secrets/keep-secrets.ts': 'encryption at rest, as above',
  'secrets/redact.ts': 'encryption at rest, as above',
  'secrets/schema-secrets.ts': 'encryption at rest, as above',
  'secrets/secret-fields.ts': 'encryption at rest, as above',
  'secrets/store.ts': 'encryption at rest, as above',
  'secrets/key-file.ts': 'a backup may take the key along',
  'settings/read.ts': 'jobs and commands have no request that brings the settings along',
  'users/time-zones.ts': 'the first person lives in a zone too',
};

// Infrastructure knows no feature, but for these.
const knownToInfra: Record<string, string> = {
  'auth/identity.ts': 'who asks is found before any feature is called',
  'auth/identities.ts': 'and remembered',
  'auth/scopes.ts': 'the type of what a route declares',
  'settings/schema.ts': 'the type of what every context carries',
  'entries/breaks.ts': 'how the database spells the type of breaks',
};

async function readImports(): Promise<Import[]> {
  const imports: Import[] = [];
  for (const file of await sourceFiles('core')) {
    const from = relative(repository, file);
    // Packages of their own have their own tests.
    if (from.startsWith('core/sdk/')) continue;
    const source = await readFile(file, 'utf8');
    const found = source.matchAll(
      /^(?:import|export)( type)?\b[^;'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    );
    for (const [, type, ...names] of found) {
      const name = names.find((one) => one !== undefined) as string;
      const to = name.startsWith('.') ? relative(repository, resolve(dirname(file), name)) : name;
      imports.push({ from, to, isType: type !== undefined });
    }
  }
  return imports;
}

/** `core/timer/service.ts` is of `timer`, `core/app.ts` of no feature. */
function featureOf(file: string): string | undefined {
  return /^core\/([^/]+)\//.exec(file)?.[1];
}

const shown = ({ from, to }: Import) => `${from} imports ${to}`;

t.test('imports', async (t) => {
  const imports = await readImports();
  const among = (rule: (one: Import) => boolean) => imports.filter(rule).map(shown);
  t.ok(imports.length > 300);

  t.test('of the core never reach plugins, the web app, examples or tests', async (t) => {
    t.same(
      among(({ to }) => /^(plugins|ui|examples|test|bench)\//.test(to)),
      [],
    );
  });

  t.test('of routes hold no database and no model', async (t) => {
    const routes = /routes\.ts$/;
    t.same(
      among(({ from, to }) => {
        return routes.test(from) && /^(knex|objection|pg)$|\/model\.ts$/.test(to);
      }),
      [],
    );
  });

  t.test('of services hold no request and no reply', async (t) => {
    t.same(
      among(({ from, to }) => /\/service\.ts$/.test(from) && /^fastify$|routes\.ts$/.test(to)),
      [],
    );
  });

  t.test('of models and schemas hold no rules', async (t) => {
    t.same(
      among(({ from, to }) => {
        const rules = /\/(service|routes|jobs|record-change|record-audit)\.ts$/;
        return /\/(model|schema)\.ts$/.test(from) && rules.test(to);
      }),
      [],
    );
  });

  t.test('of a feature take from another what that one publishes', async (t) => {
    const used = new Set<string>();
    const foreign = among(({ from, to }) => {
      const [mine, theirs] = [featureOf(from), featureOf(to)];
      if (!mine || !theirs || mine === theirs || mine === 'infra' || theirs === 'infra')
        return false;
      const file = to.slice('core/'.length);
      if (file in exceptions) used.add(file);
      return !published.test(file.slice(theirs.length + 1)) && !(file in exceptions);
    });
    t.same(foreign, []);
    t.same(
      Object.keys(exceptions).filter((file) => !used.has(file)),
      [],
      'no exception that nobody needs',
    );
  });

  t.test('of infrastructure know no feature', async (t) => {
    t.same(
      among(({ from, to }) => {
        const feature = featureOf(to);
        if (featureOf(from) !== 'infra' || !feature || feature === 'infra') return false;
        return !(to.slice('core/'.length) in knownToInfra);
      }),
      [],
    );
  });

  t.test('of routes and jobs are for the entry files alone', async (t) => {
    const entries = /^core\/(app|server|status-server|worker|main)\.ts$/;
    t.same(
      among(({ from, to }) => {
        return /^core\/.*\b(routes|jobs)\.ts$/.test(to) && !entries.test(from);
      }),
      [],
    );
    t.same(
      among(
        ({ from, to }) => entries.test(to) && !/^core\/(server|status-server|main)\.ts$/.test(from),
      ),
      [],
    );
  });

  t.test('never run in a circle', async (t) => {
    // Types are gone when the code runs, so a circle of types is none.
    const graph = new Map<string, string[]>();
    for (const { from, to, isType } of imports) {
      if (!isType && to.startsWith('core/')) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    t.same(findCircle(graph), undefined);
    t.same(findCircle(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'] }))), ['b', 'c', 'b']);
  });
});

t.test('settings of the process are read in one place', async (t) => {
  const allowed = [
    'core/config.ts',
    'core/main.ts',
    'core/demo/main.ts',
    'core/backup/backup-command.ts',
    'core/backup/restore-command.ts',
    'core/secrets/rotate-command.ts',
    'core/imports/command.ts',
    'core/plugin-host/install/command.ts',
    'core/plugin-host/upgrade/command.ts',
    'core/infra/web-app/build-command.ts',
    // Hands PATH on to PostgreSQL.
    'core/infra/embedded-postgres/binaries.ts',
  ];
  for (const file of await sourceFiles('core')) {
    const name = relative(repository, file);
    // Packages for authors run in processes of their own.
    if (allowed.includes(name) || name.startsWith('core/sdk/')) continue;
    const code = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    t.notOk(/process\.env/.test(code), name);
  }
});

t.test('every file names a noun', async (t) => {
  const vague = /(^|\/)(utils?|helpers?|lib|common|misc|shared)(\/|\.ts$)/;
  const files = await sourceFiles('core');
  t.same(
    files.map((file) => relative(repository, file)).filter((file) => vague.test(file)),
    [],
  );
});

function findCircle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): string[] | undefined {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  }
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}
