import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { migratePlugin } from '../../core/plugin-host/migrations.ts';
import { createTestDatabase } from '../fixtures/database.ts';

t.test("a plugin's migrations", async (t) => {
  const { db, drop } = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'stint-migrations-'));
  t.teardown(async () => {
    await drop();
    await rm(folder, { recursive: true });
  });
  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
  const migrate = () => migratePlugin(db, 'mover', folder);
  const columns = async () =>
    db('information_schema.columns')
      .where({ table_schema: 'plugin_mover', table_name: 'things' })
      .orderBy('ordinal_position')
      .pluck('column_name');

  await t.test('make its schema, also where there are none', async (t) => {
    await migratePlugin(db, 'plain', undefined);
    const { rows } = await db.raw(`SELECT to_regnamespace('plugin_plain') AS schema`);
    t.same(rows, [{ schema: 'plugin_plain' }]);
  });

  await t.test('are applied once each, and new ones later', async (t) => {
    await write('001.sql', 'CREATE TABLE things (id integer);');
    await migrate();
    await write('002.sql', 'ALTER TABLE things ADD name text;');
    await Promise.all([migrate(), migrate()]);
    t.same(await columns(), ['id', 'name']);
  });

  await t.test('cost one question when all of them were applied', async (t) => {
    const asked: string[] = [];
    const note = ({ sql }: { sql: string }) => asked.push(sql);
    db.on('query', note);
    await migrate();
    db.off('query', note);
    t.equal(asked.length, 1, asked.join('\n'));
  });

  await t.test('of which one fails leave those before it', async (t) => {
    await write('003.sql', 'ALTER TABLE things ADD size integer;');
    await write('004.sql', 'ALTER TABLE things ADD nonsense;');
    await t.rejects(migrate(), { code: 'STINT_ERR_PLUGIN_MIGRATION', message: /004\.sql/ });
    t.same(await columns(), ['id', 'name', 'size']);
    await rm(join(folder, '004.sql'));
    await migrate();
  });

  await t.test('are refused when an applied one was changed', async (t) => {
    await write('001.sql', 'CREATE TABLE things (id bigint);');
    await t.rejects(migrate(), { message: /001\.sql was changed/ });
    await write('001.sql', 'CREATE TABLE things (id integer);');
    await migrate();
  });

  await t.test('are refused when the database is ahead, unless that was taken back', async (t) => {
    await rm(join(folder, '003.sql'));
    await t.rejects(migrate(), { message: /The database is ahead: 003\.sql/ });
    await db('plugin_migrations').where({ name: '003.sql' }).update({ outlived: true });
    await migrate();
    await write('003.sql', 'ALTER TABLE things ADD size integer;');
    await migrate();
    t.match(await db('plugin_migrations').where({ name: '003.sql' }), [{ outlived: false }]);
  });
});
