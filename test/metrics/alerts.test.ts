/** The rules for Prometheus ask for what there is, and say where it stands what to do. */
import { readFile } from 'node:fs/promises';
import t from 'tap';
import { parse } from 'yaml';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

t.test('every alert asks for metrics that there are, and has its page', async (t) => {
  const host = await startPluginHost(t, [`${fixturePlugins}/ledger`]);
  const { token } = await host.person({ role: 'admin', scopes: ['read:metrics'] });
  const { text } = await host.inject({
    url: '/metrics',
    headers: { authorization: `Bearer ${token}` },
  });
  const types = new Map(
    [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].map(([, name, type]) => [
      name as string,
      type as string,
    ]),
  );
  const page = await read('docs/admin/monitoring.md');
  const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  const { groups } = parse(await read('deploy/prometheus/alerts.yaml')) as {
    groups: { rules: Rule[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  t.same(
    rules.map(({ alert }) => alert),
    headings,
    'in the order of the page',
  );
  for (const { alert, expr, labels, annotations, ...rule } of rules) {
    const names = [...expr.matchAll(/\bstint_\w+/g)].map(([name]) => name);
    t.ok(alert === 'StintDown' || names.length > 0, alert);
    for (const name of names) {
      const histogram = name.replace(/_(bucket|count|sum)$/, '');
      t.ok(types.has(name) || types.get(histogram) === 'histogram', `${alert}: ${name}`);
    }
    t.match(rule.for, /^\d+m$/);
    t.match(labels.severity, /^(critical|warning)$/);
    t.match(annotations.summary, /\.$/);
    t.equal(annotations.runbook, `docs/admin/monitoring.md#${alert.toLowerCase()}`);
  }
  for (const name of page.match(/nodejs_\w+/g) ?? []) t.ok(types.has(name), name);
});
