/** The dashboard of a person: which cards stand on it, in which order, how large, and set to what. */
import { type Static, Type } from 'typebox';
import { Id, Nullable } from '../infra/fields.ts';

const Cells = Type.Integer({ minimum: 1, maximum: 12, description: 'Cells of a grid of twelve.' });

export const PlacedCard = Type.Object(
  {
    card: Type.String({
      pattern: '^[a-z][a-z0-9_]{1,40}/[a-z][a-z0-9-]{0,40}$',
      description: 'Owner and name. One that is not installed is kept, and shown when it is.',
      examples: ['core/hours-by-day'],
    }),
    columns: Cells,
    rows: Cells,
    config: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
      maxProperties: 50,
      description: "What the person set on it, by the card's own schema.",
    }),
  },
  { additionalProperties: false },
);
export type PlacedCard = Static<typeof PlacedCard>;

const cards = {
  ...Nullable(Type.Array(PlacedCard, { maxItems: 50 })),
  description: 'In the order of reading. Null for the dashboard that Stint comes with.',
};

export const DashboardInput = Type.Object({ cards }, { additionalProperties: false });
export type DashboardInput = Static<typeof DashboardInput>;

export const Dashboard = Type.Object({
  id: { ...Id, description: 'Your own: everybody has one.' },
  cards,
  version: Type.Integer(),
});
export type Dashboard = Static<typeof Dashboard>;
