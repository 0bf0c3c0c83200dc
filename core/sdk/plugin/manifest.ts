/**
 * The manifest: the `stint` block of a plugin's `package.json`, read without running its code.
 * Registering in code what is not declared here is an error at set-up.
 */
import { type Static, Type } from 'typebox';
import { OauthDeclaration } from './oauth.ts';
import { CardDeclaration, CommandDeclaration, PageDeclaration } from './ui-declarations.ts';

const closed = { additionalProperties: false } as const;
const Id = Type.String({
  pattern: '^[a-z][a-z0-9_]{1,40}$',
  description: 'Legal as a name in SQL, in a task and in an element: `weekly_goals`.',
});
const Names = (description: string) =>
  Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { uniqueItems: true, description }),
  );
const File = (description: string) =>
  Type.String({
    pattern: '^\\./',
    maxLength: 200,
    description: `${description}, relative to the package.`,
  });

export const Contributions = Type.Object(
  {
    events: Names('Event types that it subscribes to.'),
    emits: Names('Event types of its own, each starting with its id and a dot.'),
    guards: Names('Guard points that it holds.'),
    providers: Names('Kinds of providers that it offers.'),
    tasks: Names('Names of its job tasks.'),
    crons: Names('Names of its schedules.'),
    routes: Names('Routes, as `GET /goals`.'),
    webhooks: Names('Names of its inbound receivers.'),
    cards: Type.Optional(
      Type.Array(CardDeclaration, { maxItems: 50, description: 'Its cards, classes of `ui`.' }),
    ),
    translations: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z]{2}$' }), {
        uniqueItems: true,
        maxItems: 50,
        description:
          'Languages of its texts: `i18n/en.json` in the folder of `ui` for `en`. A title there goes before the one of the manifest: `card.<name>.title`, `page.<path>.title`, `command.<name>.title`.',
      }),
    ),
    pages: Type.Optional(
      Type.Array(PageDeclaration, {
        maxItems: 20,
        description: 'Its pages, each a card of the region `page/v1`.',
      }),
    ),
    commands: Type.Optional(
      Type.Array(CommandDeclaration, { maxItems: 50, description: 'Its commands in the palette.' }),
    ),
  },
  closed,
);

export const Permissions = Type.Object(
  {
    data: Names('Scopes of the core API that `ctx.data` may use, such as `read:time_entries`.'),
    network: Names(
      'Hosts that `ctx.http` may call: `api.github.com`, `*.example.com`, or a setting as `$base_url`.',
    ),
    secrets: Type.Optional(Type.Boolean({ description: 'Whether it keeps secrets.' })),
  },
  closed,
);

export const Manifest = Type.Object(
  {
    id: Id,
    displayName: Type.String({ minLength: 1, maxLength: 60 }),
    description: Type.Optional(Type.String({ maxLength: 300 })),
    entry: File('Module whose default export is `definePlugin({…})`'),
    ui: Type.Optional(
      File(
        'JavaScript module of its cards, whose default export is `defineUI({…})`; in a folder of its own when it has more files,',
      ),
    ),
    migrations: Type.Optional(File('Folder of its migrations')),
    settingsVersion: Type.Optional(Type.Integer({ minimum: 1, default: 1 })),
    dependencies: Type.Optional(
      Type.Record(Id, Type.String({ description: 'Range of its version.' }), {
        description: 'Plugins that have to be active first.',
      }),
    ),
    aliases: Type.Optional(
      Type.Array(
        Type.String({ pattern: '^/api/integrations/[a-z][a-z0-9_-]{1,40}$', maxLength: 80 }),
        {
          uniqueItems: true,
          maxItems: 5,
          description: 'Other prefixes of its routes, for addresses that others already know.',
        },
      ),
    ),
    scopes: Names('API scopes of its own, such as `read:goals`.'),
    permissions: Type.Optional(Permissions),
    oauth: Type.Optional(OauthDeclaration),
    stability: Type.Optional(
      Type.Unsafe<'experimental' | 'stable' | 'deprecated'>({
        type: 'string',
        enum: ['experimental', 'stable', 'deprecated'],
      }),
    ),
    contributes: Type.Optional(Contributions),
  },
  {
    ...closed,
    $id: 'https://stint.example/schemas/plugin-manifest-v1.json',
    title: 'Stint plugin manifest',
  },
);
export type Manifest = Static<typeof Manifest>;

/** The parts of `package.json` that the host reads. */
export const PackageJson = Type.Object({
  name: Type.String({ minLength: 1 }),
  version: Type.String({ minLength: 1 }),
  keywords: Type.Array(Type.String(), { contains: { const: 'stint-plugin' } }),
  engines: Type.Object({
    stint: Type.String({ description: "Range of this contract's version: `^1.0.0`." }),
  }),
  stint: Manifest,
});
export type PackageJson = Static<typeof PackageJson>;
