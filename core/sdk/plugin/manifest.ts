/**
 * The manifest: the `stint` block of a plugin's `package.json`, read without running its code.
 * Registering in code what is not declared here is an error at set-up.
 */
import { type Static, Type } from 'typebox';

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

/**
 * Where a card may stand. Places that show data and no element, such as suggestions and calendar
 * overlays, are for providers: see `ProviderKind`.
 */
export const cardRegions = [
  'dashboard/v1',
  'timer.sidebar/v1',
  'entry.editor/v1',
  'project.page/v1',
  'client.page/v1',
  'report.widget/v1',
  'integration.settings/v1',
  'profile.section/v1',
  'admin.section/v1',
  'setup.step/v1',
] as const;
export type CardRegion = (typeof cardRegions)[number];

const GridCells = (axis: string) =>
  Type.Integer({ minimum: 1, maximum: 12, description: `${axis} of the grid.` });

/** One card: what the page has to know of it before any of its code is loaded. */
export const CardDeclaration = Type.Object(
  {
    name: Type.String({
      pattern: '^[a-z][a-z0-9-]{0,40}$',
      description: "Unique in the plugin; the key of its class in the ui module's `cards`.",
    }),
    region: Type.Unsafe<CardRegion>({
      type: 'string',
      enum: [...cardRegions],
      description: 'Where it stands.',
    }),
    title: Type.String({ minLength: 1, maxLength: 60, description: 'Heading of its frame.' }),
    description: Type.Optional(
      Type.String({ maxLength: 200, description: 'For the list of cards to add.' }),
    ),
    icon: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9-]{1,40}$',
        description: 'Name of a Lucide icon: `target`.',
      }),
    ),
    size: Type.Optional(
      Type.Object(
        { columns: GridCells('Columns'), rows: GridCells('Rows') },
        { ...closed, description: 'Of a new card on a dashboard. Without it: 4 by 2.' },
      ),
    ),
    permission: Type.Optional(
      Type.Unsafe<'member' | 'manager' | 'admin'>({
        type: 'string',
        enum: ['member', 'manager', 'admin'],
        description: 'Least role that sees it. Without it everybody does.',
      }),
    ),
    configSchema: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'JSON Schema of what a person sets on one card; the page draws its form.',
      }),
    ),
    stub: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'Config with which a preview is shown.',
      }),
    ),
  },
  closed,
);
export type CardDeclaration = Static<typeof CardDeclaration>;

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
    pages: Names('Names of its pages.'),
    commands: Names('Names of its palette commands.'),
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
