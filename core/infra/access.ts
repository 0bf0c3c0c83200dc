/**
 * Who may call a route. Every route declares its access or the app refuses to start; two hooks find
 * out who asks and enforce the declaration, and the rate limit counts between them, so that guesses
 * are counted too. Which object somebody may see is the services' part.
 */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { Identities } from '../auth/identities.ts';
import { type Credential, findActing } from '../auth/identity.ts';
import type { PluginScope, Scope } from '../auth/scopes.ts';
import { ERR_CSRF, ERR_FORBIDDEN, ERR_SCOPE_MISSING, ERR_UNAUTHENTICATED } from '../errors.ts';
import { acting } from './acting.ts';
import type { Context, Role } from './context.ts';

export interface Access {
  /** Scope that an API token needs. `session` refuses every token. */
  scope: Scope | PluginScope | 'session';
  /** Least role; `member` when absent. */
  role?: Role;
  /** Also for the instance itself: nothing here needs to know which person asks. */
  instance?: true;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with its declaration, complete when the app is ready. */
    routeTable: readonly RouteOptions[];
  }
  interface FastifyContextConfig {
    /** `public` needs nobody to be signed in. */
    access?: Access | 'public';
  }
  interface FastifyRequest {
    /** Who asks; set before any handler of a route that is not public. */
    context: Context;
    /** The secret with which they ask, for what must be bound to it. */
    credential?: Credential;
    /** For what outlives a request: does the credential still stand for this person, in this role? */
    isStillEntitled(): Promise<boolean>;
  }
}

const ranks: Record<Role, number> = { member: 1, manager: 2, admin: 3 };
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True where `role` includes everything `least` may do. */
export function hasRole(role: Role, least: Role): boolean {
  return ranks[role] >= ranks[least];
}

/** Routes are checked when all are there, since a plugin may declare for the ones of a library. */
function requireDeclarations(routes: RouteOptions[]): void {
  const silent = routes.find((route) => !route.config?.access);
  if (silent) throw new Error(`${silent.method} ${silent.url} does not declare config.access.`);
}

/** The credential a request carries. A bearer token wins over a cookie. */
function credentialOf(request: FastifyRequest, cookieName: string): Credential | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
    return { kind: 'token', secret: secret ?? '' };
  }
  const secret = request.cookies[cookieName];
  return secret ? { kind: 'session', secret } : undefined;
}

function enforce(access: Access, request: FastifyRequest): void {
  const { actor } = request.context;
  if (actor.scopes) {
    if (access.scope === 'session') {
      throw new ERR_FORBIDDEN('This needs a signed-in session: API tokens cannot do it.');
    }
    if (!actor.scopes.includes(access.scope)) throw new ERR_SCOPE_MISSING(access.scope);
  } else if (!safeMethods.has(request.method) && !request.headers['x-stint-csrf']) {
    // A page of another origin cannot set this header without a preflight, which is never allowed.
    throw new ERR_CSRF();
  }
  if (actor.user_id === undefined && !access.instance) {
    throw new ERR_FORBIDDEN('This needs a person: the instance itself cannot do it.');
  }
  if (access.role && !hasRole(actor.role, access.role)) {
    throw new ERR_FORBIDDEN(`This needs the role ${access.role}; you are ${actor.role}.`);
  }
}

export interface AccessOptions {
  /**
   * Whether to remember for a minute who a credential stands for (decision 0050). A test that changes
   * tables behind the back of its application does not. @default false
   */
  remembersIdentities?: boolean;
}

// What people work with all day changes nobody's rights. All else may: it is rare, so nobody has to list it.
const workingScope = 'write:time_entries';

async function registerAccess(
  app: FastifyInstance,
  { remembersIdentities = false }: AccessOptions,
): Promise<void> {
  const identities = new Identities({ db: app.db, clock: app.clock, log: app.log });
  if (remembersIdentities) {
    app.addHook('onReady', () => identities.start());
    // The notice of the database comes a moment later, and the next request could be faster.
    app.addHook('onSend', async ({ method, routeOptions: { config } }) => {
      const { access } = config;
      const isWork = typeof access === 'object' && access.scope === workingScope;
      if (!safeMethods.has(method) && !isWork) identities.forget();
    });
    app.addHook('onClose', () => identities.stop());
  }
  app.decorateRequest('context', null as unknown as Context);
  app.decorateRequest('credential', undefined);
  app.decorateRequest('isStillEntitled', async function (this: FastifyRequest) {
    if (!this.credential) return false;
    const found = await identities.findAnew(this.credential, this.ip);
    return found?.actor.role === this.context.actor.role;
  });
  const routes: RouteOptions[] = [];
  app.decorate('routeTable', routes);
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', async () => requireDeclarations(routes));
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    const inside = acting.getStore();
    if (inside) {
      const found = await findActing(app.db, inside);
      if (found) request.context = { db: app.db, clock: app.clock, guards: app.guards, ...found };
      return;
    }
    request.credential = credentialOf(request, app.sessionCookie.name);
    if (request.credential === undefined) return;
    const found = await identities.find(request.credential, request.ip);
    if (found) request.context = { db: app.db, clock: app.clock, guards: app.guards, ...found };
  });
  // Before the body is read: nobody uploads anything to a route they may not call.
  app.addHook('preParsing', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    if (!request.context) throw new ERR_UNAUTHENTICATED();
    enforce(access, request);
  });
}

export default fp(registerAccess, { name: 'stint-access', fastify: '5.x' });
