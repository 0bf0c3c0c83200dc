/** What a plugin adds to the web app, as its manifest declares it: known before any of its code is loaded. */
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Name = (description: string) =>
  Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$', description });
const Title = (description: string) => Type.String({ minLength: 1, maxLength: 60, description });
const Icon = Type.Optional(
  Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'Name of a Lucide icon: `target`.' }),
);
const LeastRole = Type.Optional(
  Type.Unsafe<'member' | 'manager' | 'admin'>({
    type: 'string',
    enum: ['member', 'manager', 'admin'],
    description: 'Least role that sees it. Without it everybody does.',
  }),
);

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
  'page/v1',
] as const;
export type CardRegion = (typeof cardRegions)[number];

const GridCells = (axis: string) =>
  Type.Integer({ minimum: 1, maximum: 12, description: `${axis} of the grid.` });

/** One card: what the page has to know of it before any of its code is loaded. */
export const CardDeclaration = Type.Object(
  {
    name: Name("Unique in the plugin; the key of its class in the ui module's `cards`."),
    region: Type.Unsafe<CardRegion>({
      type: 'string',
      enum: [...cardRegions],
      description: 'Where it stands.',
    }),
    title: Title('Heading of its frame.'),
    description: Type.Optional(
      Type.String({ maxLength: 200, description: 'For the list of cards to add.' }),
    ),
    icon: Icon,
    size: Type.Optional(
      Type.Object(
        { columns: GridCells('Columns'), rows: GridCells('Rows') },
        { ...closed, description: 'Of a new card on a dashboard. Without it: 4 by 2.' },
      ),
    ),
    permission: LeastRole,
    keepsForm: Type.Optional(
      Type.Boolean({
        default: false,
        description:
          'Of `integration.settings/v1`: it stands above the form of the connection, and not in its place.',
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

/** A page of its own in the web app, with an entry in the navigation. */
export const PageDeclaration = Type.Object(
  {
    path: Name('Unique in the plugin; the page is at `/p/<id>/<path>`.'),
    title: Title('Its heading, and its word in the navigation.'),
    icon: Icon,
    permission: LeastRole,
    card: Type.Optional(
      Name(
        'What fills it: a card of the region `page/v1`. Without it, the card named like `path`.',
      ),
    ),
  },
  closed,
);
export type PageDeclaration = Static<typeof PageDeclaration>;

/** A line in the command palette, which either opens an address or calls a route of the plugin. */
export const CommandDeclaration = Type.Object(
  {
    name: Name('Unique in the plugin.'),
    title: Title('What it does: `Clock in`.'),
    icon: Icon,
    permission: LeastRole,
    keywords: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        maxItems: 10,
        description: 'Other words by which it is found.',
      }),
    ),
    opens: Type.Optional(
      Type.String({
        pattern: '^/(?![/\\\\])',
        maxLength: 200,
        description: 'An address of the web app: `/p/weekly_goals/history`. This, or `calls`.',
      }),
    ),
    calls: Type.Optional(
      Type.String({
        pattern: '^(POST|PUT|PATCH|DELETE) /[^:*]*$',
        maxLength: 80,
        description:
          'One of its `routes`, called without a body as the person. `message` of the answer is shown to them.',
      }),
    ),
    confirm: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Asked before `calls`.' }),
    ),
  },
  closed,
);
export type CommandDeclaration = Static<typeof CommandDeclaration>;
