/** Causes every event of the core, and holds what it says against the types that plugins are given. */
import { readFile } from 'node:fs/promises';
import { coreEvents, type EventType } from '@stint/plugin';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import t from 'tap';
import { type TObject, Type } from 'typebox';
import { workADay } from '../../core/sdk/testkit/conformance/day-of-work.ts';
import { startHost } from '../fixtures/app.ts';
import { sourceFiles } from '../fixtures/sources.ts';

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
t.test('the types of events that plugins are given', async (t) => {
  const host = await startHost(t);
  await workADay(host);
  const events = await host.db('events').orderBy('position');
  const happened = new Set<string>(events.map(({ type }) => type));

  t.test('name every event of the core, and each of them happens', async (t) => {
    t.same([...happened].sort(), Object.keys(coreEvents).sort());
    const sources = await Promise.all(
      (await sourceFiles('core')).map((file) => readFile(file, 'utf8')),
    );
    const named = sources.flatMap((source) =>
      [...source.matchAll(/(?:type: |record_change\()'([a-z]+\.[a-z_]+)'/g)].map(
        ([, type]) => type,
      ),
    );
    t.ok(named.length > 20);
    t.same(
      named.filter((type) => !((type as string) in coreEvents)),
      [],
    );
  });

  for (const [type, { entity, data }] of Object.entries(coreEvents)) {
    t.test(`say what ${type} says: no more and no less`, async (t) => {
      const exact = Type.Object((data as TObject).properties, { additionalProperties: false });
      const [isWhole, isPart] = [ajv.compile(exact), ajv.compile(Type.Partial(exact))];
      for (const event of events.filter((one) => one.type === type)) {
        t.ok(
          isWhole(event.data),
          `${ajv.errorsText(isWhole.errors)} ${JSON.stringify(event.data)}`,
        );
        if (event.former) t.ok(isPart(event.former), ajv.errorsText(isPart.errors));
        t.equal(event.entity_type, entity);
        t.equal(event.entity_id, event.data.id);
      }
    });
  }
});

// Checked by the compiler, and never run.
export function typesFollowTheName(on: <Type extends EventType>(type: Type) => Type): EventType {
  // @ts-expect-error no event of the core
  on('timer.exploded');
  return on('timer.started');
}
