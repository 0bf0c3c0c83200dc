/** The plugin's routes: what they declare, whom they let in, and what they say to odd requests. */
import assert from 'node:assert/strict';
import type { RouteDefinition } from '@stint/plugin';
import type { Caller } from '../callers.ts';
import { createTestHost, type TestHost } from '../test-host.ts';
import { type Schema, sampleOf } from './sample.ts';

function routesOf(host: TestHost): readonly RouteDefinition[] {
  return host.host.get(host.plugin.id)?.run?.registrations.routes ?? [];
}

function nameOf({ method, path }: RouteDefinition): string {
  return `${method} ${path}`;
}

/** Its path with values that fit where it has parameters. */
function pathOf(host: TestHost, { path, params }: RouteDefinition): string {
  const values = (params ? sampleOf(params as Schema) : {}) as Record<string, unknown>;
  return host.plugin.route(
    path.replace(/:(\w+)/g, (_all, name) => encodeURIComponent(String(values[name] ?? 1))),
  );
}

function send(host: TestHost, route: RouteDefinition, as?: Caller, input = true) {
  const body = input && route.body ? sampleOf(route.body as Schema) : undefined;
  const query = input && route.query ? sampleOf(route.query as Schema) : {};
  const search = new URLSearchParams(
    Object.entries(query as object).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return host.request(`${pathOf(host, route)}${search && `?${search}`}`, {
    as,
    method: route.method,
    ...(body !== undefined && { body }),
  });
}

export async function checkRouteDeclarations(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const foreign = await host.person({ scopes: ['read:me'] });
    const member = await host.person();
    for (const route of routesOf(host)) {
      const name = nameOf(route);
      assert.ok(route.response, `${name} does not declare what it answers ("response")`);
      assert.ok(
        route.params || !route.path.includes(':'),
        `${name} does not declare its path's parameters ("params")`,
      );
      if (route.access === 'public') continue;
      const [nobody, narrow] = [await send(host, route), await send(host, route, foreign)];
      assert.equal(nobody.status, 401, `${name} answers somebody who is not signed in`);
      assert.equal(narrow.status, 403, `${name} answers a token without its scope`);
      if (route.access !== 'admin') continue;
      assert.equal((await send(host, route, member)).status, 403, `${name} answers a member`);
    }
  } finally {
    await host.stop();
  }
}

export async function checkAnswers(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const admin = await host.person({ role: 'admin' });
    for (const route of routesOf(host)) {
      for (const input of [true, false]) {
        const { status, body } = await send(host, route, admin, input);
        const text = `${nameOf(route)} answers ${status} ${body?.code ?? ''} ${body?.detail ?? ''}`;
        // 503 is the answer of a plugin that is not ready, or whose other side is not.
        assert.ok(status < 500 || status === 503, `${text} ${await lastError(host)}`);
      }
    }
  } finally {
    await host.stop();
  }
}

async function lastError({ plugin }: TestHost): Promise<string> {
  return (await plugin.state()).error ?? '';
}
