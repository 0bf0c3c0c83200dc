/**
 * The two addresses of connecting by OAuth 2, on the instance of the plugin that declares it: a browser
 * leaves by the one and comes back by the other. For a signed-in session only, which is what both are bound to.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ActivePlugin } from '../connectors/active-plugin.ts';
import { originOf } from '../connectors/origin.ts';
import { beginConnecting } from './begin.ts';
import { finishConnecting, takeAttempt } from './finish.ts';
import type { Oauth } from './oauth.ts';

/** Where the web app shows connections. */
const HOME = '/integrations';

const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const session = { access: { scope: 'session' } } as const;
const goesOn = { 302: Type.Null({ description: 'Where the browser goes on.' }) };

export function addOauthSurface(
  instance: FastifyInstance,
  prefix: string,
  plugin: ActivePlugin & { oauth: Oauth },
): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { id, oauth } = plugin;
  const { client } = oauth;
  const tags = [id];
  // What stops a request before its handler, as a session that ended while somebody was at the service.
  const errorHandler = (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    reply.send(sayWhyNot(request, reply, { pluginId: id, returnTo: HOME }, error));
  };

  app.get(
    prefix + client.connectPath,
    {
      config: session,
      errorHandler,
      schema: {
        tags,
        operationId: `connect_${id}`,
        summary: 'Send the browser to the service, to grant access',
        querystring: Type.Object({
          return_to: Type.String({
            default: HOME,
            pattern: '^/(?![/\\\\])',
            maxLength: 200,
            description:
              'A path of the web app for afterwards. It gets `plugin`, and `error` with a code where that went wrong.',
          }),
        }),
        response: goesOn,
      },
    },
    (request, reply) => {
      const { context, query } = request;
      const beginning = { session: secretOf(request), origin: originOf(request) };
      return goOn(request, reply, { pluginId: id, returnTo: query.return_to }, (trip) =>
        beginConnecting(context, { ...beginning, ...trip, client }),
      );
    },
  );

  app.get(
    prefix + client.callbackPath,
    {
      config: session,
      errorHandler,
      schema: {
        tags,
        operationId: `connected_${id}`,
        summary: 'Where the service sends the browser back to',
        querystring: Type.Object(
          { state: Text(200), code: Text(4000), error: Text(200), error_description: Text(1000) },
          { additionalProperties: true },
        ),
        response: goesOn,
      },
    },
    (request, reply) => {
      const { context, query } = request;
      return goOn(request, reply, { pluginId: id, returnTo: HOME }, async (trip) => {
        const attempt = await takeAttempt(context, id, query.state, secretOf(request));
        trip.returnTo = attempt.return_to;
        await finishConnecting(context, plugin, attempt, query);
        return withQuery(trip.returnTo, { plugin: id });
      });
    },
  );
}

/** Where somebody came from, and whose connection it is about. */
interface Trip {
  pluginId: string;
  returnTo: string;
}

async function goOn(
  request: FastifyRequest,
  reply: FastifyReply,
  trip: Trip,
  findWay: (trip: Trip) => Promise<string>,
): Promise<null> {
  try {
    return leave(reply, await findWay(trip));
  } catch (thrown) {
    return sayWhyNot(request, reply, trip, thrown);
  }
}

/** A browser goes back with the code of what went wrong; whoever wants no page gets the problem itself. */
function sayWhyNot(
  request: FastifyRequest,
  reply: FastifyReply,
  trip: Trip,
  thrown: unknown,
): null {
  const error = thrown as Error & { code?: string; validation?: unknown };
  const code = error.validation ? 'STINT_ERR_REQUEST_INVALID' : (error.code ?? '');
  if (!code.startsWith('STINT_ERR_') || !/text\/html/.test(request.headers.accept ?? ''))
    throw thrown;
  request.log.warn({ plugin: trip.pluginId, code }, error.message);
  return leave(reply, withQuery(trip.returnTo, { plugin: trip.pluginId, error: code }));
}

function leave(reply: FastifyReply, url: string): null {
  reply.code(302).headers({ location: url, 'cache-control': 'no-store' });
  return null;
}

function withQuery(path: string, values: Record<string, string>): string {
  const url = new URL(path, 'http://here');
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** There is one: the route takes nobody without a session. */
function secretOf({ credential }: FastifyRequest): string {
  return credential?.secret ?? '';
}
