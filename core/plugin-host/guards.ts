/**
 * Runs the guards of plugins, one after another, under a deadline each and one in all. A guard that
 * fails, is late or returns nonsense is passed over: a plugin can refuse a change, never break it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type GuardPoint, Reject } from '@stint/plugin';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { GuardedChange, Guards } from '../infra/guards.ts';
import { Breaker } from './breaker.ts';
import { withDeadline } from './deadline.ts';
import type { PluginHost } from './host.ts';
import { runAs } from './owner.ts';
import { toRefusal } from './refusal.ts';

const GUARD_MS = 250;
const TOTAL_MS = 1000;

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validators = new WeakMap<object, ValidateFunction>();

// Whom the change under way was shown to: a guard that makes a change itself is not asked about it.
const asked = new AsyncLocalStorage<ReadonlySet<string>>();

export function makeGuards(host: PluginHost): Guards {
  const breaker = new Breaker();

  return {
    isOpen: (point) => host.guardsAt(point).length === 0,

    async ask<Input>(user_id: number | null, change: GuardedChange<Input>): Promise<Input> {
      const endsAt = Math.min(performance.now() + TOTAL_MS, change.endsAt ?? Infinity);
      const before = asked.getStore() ?? new Set<string>();
      let input = change.input as Record<string, unknown>;
      for (const { plugin, guards } of host.guardsAt(change.point)) {
        if (before.has(plugin.id)) continue;
        // A new start is a new chance.
        const key = `${plugin.id} ${plugin.generation}`;
        for (const guard of guards) {
          const left = Math.min(GUARD_MS, endsAt - performance.now());
          if (left <= 0 || breaker.isOpen(key)) continue;
          try {
            const question = { point: change.point, user_id, ...plainOf(change, input) };
            const what = `The guard ${change.point} of ${plugin.id}`;
            const patch = await withDeadline(what, left, () =>
              runAs(plugin.id, () =>
                asked.run(new Set([...before, plugin.id]), () => guard(question)),
              ),
            );
            if (patch) input = patched(plugin.id, change, input, patch);
          } catch (error) {
            if (error instanceof Reject) throw toRefusal(plugin.id, error);
            if (breaker.countFailure(key)) plugin.degrade(error);
          }
        }
      }
      return input as Input;
    },
  };
}

/** Copies, as the API writes them: a guard cannot reach what the core goes on with. */
function plainOf({ before }: GuardedChange<unknown>, input: object) {
  return {
    input: structuredClone(input) as Record<string, unknown>,
    ...(before && { before: JSON.parse(JSON.stringify(before)) as Record<string, unknown> }),
  };
}

/** The input with the patch, if it still is one that the route would take. */
function patched<Input>(
  plugin: string,
  { point, schema }: GuardedChange<Input>,
  input: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  if (typeof patch !== 'object') throw new TypeError('The patch is no object.');
  const next = { ...input, ...structuredClone(patch) };
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (validate(next)) return next;
  throw new Error(
    `The patch of ${plugin} at ${point satisfies GuardPoint} is wrong: ${ajv.errorsText(validate.errors)}`,
  );
}
