/** `/api/v1/providers/:kind`: asks every plugin that provides it, and names those that did not answer. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { OneOf } from '../infra/fields.ts';
import type { PluginHost } from './host.ts';
import { pull } from './providers.ts';

// The choices of a form are its plugin's alone, and may need secrets: `…/options` of its connector.
const kinds = ['work-items', 'suggestions', 'calendar-overlay', 'report-source'] as const;

export function providerRoutes(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/providers/:kind',
      {
        config: { access: { scope: 'read:time_entries' } },
        schema: {
          tags: ['Plugins'],
          operationId: 'askProviders',
          summary: 'What plugins have of a kind: work items, suggestions, …',
          params: Type.Object({ kind: OneOf(kinds) }, { additionalProperties: false }),
          // An object, though it names nothing: of a record the document makes parameters that are none.
          querystring: Type.Object(
            {},
            {
              additionalProperties: Type.String({ maxLength: 500 }),
              description: 'What the kind defines: a search text, a range of days, …',
            },
          ),
          response: {
            200: Type.Object({
              results: Type.Array(
                Type.Object({ plugin: Type.String(), items: Type.Array(Type.Unknown()) }),
              ),
              missing: Type.Array(Type.String(), {
                description: 'Plugins that failed, or took longer than 2 seconds.',
              }),
            }),
          },
        },
      },
      (request) => {
        const user_id = request.context.actor.user_id as number;
        return pull(host, request.params.kind, {
          user_id,
          query: request.query as Record<string, string>,
        });
      },
    );
  };
}
