import { readFile } from 'node:fs/promises';
import t from 'tap';
import { ConfigSchema, loadConfig } from '../../core/config.ts';

t.test(
  'every setting is documented with its default and meaning, and nothing else is',
  async (t) => {
    const page = await readFile(
      new URL('../../docs/admin/configuration.md', import.meta.url),
      'utf8',
    );
    const documented = [...page.matchAll(/^\| `([A-Z_]+)` \| (?:`(.*?)`)? ?\| (.*) \|$/gm)].map(
      ([, name, initial, meaning]) => [name, initial, meaning],
    );
    const defined = Object.entries(ConfigSchema.properties).map(([name, schema]) => {
      const { default: initial, description } = schema as {
        default?: unknown;
        description?: string;
      };
      return [name, initial === undefined ? undefined : String(initial), description];
    });
    t.same(documented, defined);
  },
);

t.test('a bad setting is named with its value, and a secret is not shown', async (t) => {
  t.throws(() => loadConfig({ PORT: 'many' }), {
    code: 'STINT_ERR_CONFIG_INVALID',
    message: /PORT must be integer \(is "many"\)/,
  });
  t.throws(() => loadConfig({ PORT: '70000', LOG_LEVEL: 'loud' }), {
    message: /PORT.*LOG_LEVEL|LOG_LEVEL.*PORT/,
  });
  t.throws(() => loadConfig({ DATABASE_URL: 'mysql://root:hunter2@x/y' }), {
    message: /^(?!.*hunter2)/,
  });
  t.equal(loadConfig({ PORT: '' }).PORT, 8080);
});
