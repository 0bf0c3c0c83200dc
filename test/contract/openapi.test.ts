import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

t.test('the OpenAPI document', async (t) => {
  const host = await startHost(t);
  const { status, headers, body, text } = await host.inject({ url: '/api/openapi.json' });

  t.test('is OpenAPI 3.1, as JSON, for everybody', async (t) => {
    t.equal(status, 200);
    t.match(headers['content-type'], /^application\/json/);
    t.match(body, { openapi: /^3\.1\./, info: { title: 'Stint API', license: { name: 'MIT' } } });
  });

  t.test('is clean under the recommended rules of Redocly', async (t) => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: text, config });
    const lines = problems.map(({ ruleId, severity, message, location }) => {
      return `${severity} ${ruleId}: ${message} at ${location[0]?.pointer}`;
    });
    t.same(lines, []);
  });

  t.test('tells of every operation what a refusal looks like', async (t) => {
    for (const [path, item] of Object.entries(body.paths)) {
      for (const [verb, operation] of Object.entries(item as Record<string, object>)) {
        const problem = { content: { 'application/problem+json': {} } };
        t.match(operation, { responses: { '4XX': problem, '5XX': problem } }, `${verb} ${path}`);
      }
    }
  });

  t.test('has every route of the API', async (t) => {
    const routes = host.app.routeTable
      .filter(({ url }) => url.startsWith('/api/v1/'))
      .flatMap(({ method, url }) =>
        [method]
          .flat()
          .filter((verb) => verb !== 'HEAD')
          .map((verb) => `${verb.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`),
      );
    const documented = Object.entries(body.paths).flatMap(([path, item]) =>
      Object.keys(item as object).map((verb) => `${verb} ${path}`),
    );
    t.same(documented.sort(), routes.sort());
  });

  t.test('tells the scope and the role that each operation needs', async (t) => {
    t.same(body.paths['/api/v1/clients'].post['x-scope'], 'write:clients');
    t.same(body.paths['/api/v1/clients'].post['x-role'], 'manager');
    const headers = body.paths['/api/v1/clients'].post.parameters;
    t.same(
      headers.map((header: { name: string; required: boolean }) => [header.name, header.required]),
      [
        ['idempotency-key', false],
        ['x-stint-csrf', false],
      ],
    );
    t.same(body.paths['/api/v1/auth/login'].post.security, []);
    t.same(body.paths['/api/v1/tokens'].post.security, [{ session: [] }]);
  });
});

t.test('the reference page', async (t) => {
  const host = await startHost(t);

  t.test('loads nothing from elsewhere, and nothing that the policy forbids', async (t) => {
    const page = await host.inject({ url: '/api/docs/' });
    t.equal(page.status, 200);
    const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, link]) => link as string,
    );
    t.ok(links.length >= 5);
    for (const link of links) {
      t.match(link, /^\.\//);
      t.equal((await host.inject({ url: `/api/docs/${link.slice(2)}` })).status, 200, link);
    }
    t.notMatch(page.text, /<script(?![^>]*src)|<style|\son\w+=/, 'nothing inline');
    const policy = page.headers['content-security-policy'];
    t.match(policy, "script-src 'self'");
    t.notMatch(policy, /https?:|unsafe-eval/);
  });

  t.test('has no badge that tells another server of it', async (t) => {
    const { text } = await host.inject({ url: '/api/docs/static/swagger-initializer.js' });
    t.match(text, '"validatorUrl":null');
  });
});

t.test('the document has the routes of running plugins under a tag of their own', async (t) => {
  const host = await startPluginHost(t, [join(fixturePlugins, 'goals')]);
  const { body } = await host.inject({ method: 'GET', url: '/api/openapi.json' });
  t.match(body.paths['/api/plugins/goals/seconds'].get, {
    tags: ['goals'],
    summary: 'Seconds so far',
  });
  t.ok(body.tags.some((tag: { name: string }) => tag.name === 'goals'));
  t.ok(body.paths['/api/v1/timer']);
});
