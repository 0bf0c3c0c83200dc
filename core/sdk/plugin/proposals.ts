/**
 * What a plugin shows people of other places' time: suggestions for entries, in the timer's region
 * (`timer.suggest/v1`), and blocks on the calendar (`calendar.overlay/v1`). Data, which the page draws.
 */
import { type Static, Type } from 'typebox';

const Instant = Type.String({ format: 'date-time', description: 'ISO 8601, with an offset.' });
const Title = Type.String({ minLength: 1, maxLength: 500 });
const Id = Type.String({ minLength: 1, maxLength: 200, description: 'Unique in the plugin.' });
const OwnRoute = (what: string) =>
  Type.String({
    pattern: '^(POST|PUT|PATCH|DELETE) /[^:*]*$',
    maxLength: 200,
    description: `${what} One of the plugin's own routes, called without a body as the person: \`POST /suggestions/7/accept\`.`,
  });
const Url = Type.Optional(
  Type.String({ pattern: '^https?://', maxLength: 2000, description: 'Where it is elsewhere.' }),
);

/** What `ctx.provide('suggestions', …)` answers with: time that somebody may want to record. */
export const Suggestion = Type.Object({
  id: Id,
  title: Title,
  start_time: Instant,
  end_time: Instant,
  /** Where it would go. */
  project_id: Type.Optional(Type.Integer({ minimum: 1 })),
  url: Url,
  accept: OwnRoute('Records it.'),
  dismiss: Type.Optional(OwnRoute('It is not shown again.')),
});
export type Suggestion = Static<typeof Suggestion>;

/** What `ctx.provide('calendar-overlay', …)` answers with: a block behind the entries. */
export const OverlayBlock = Type.Object({
  id: Id,
  title: Title,
  start_time: Instant,
  end_time: Instant,
  url: Url,
  /** Where it can be recorded with one click. */
  accept: Type.Optional(OwnRoute('Records it.')),
  dismiss: Type.Optional(OwnRoute('It is not shown again.')),
});
export type OverlayBlock = Static<typeof OverlayBlock>;

/** What providers of both are asked: what lies at least partly in this span, of this person. */
export interface SpanQuestion {
  user_id: number;
  query: {
    /** Instants in ISO 8601. The page asks with both; whoever calls the API may leave them out. */
    from?: string;
    to?: string;
  };
}
