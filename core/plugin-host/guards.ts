/**
 * Runs the guards of plugins, one after another, under a deadline each and one in all. A guard that
 * fails, is late or returns nonsense is passed over: a plugin can refuse a change, never break it.
 * Where an administrator chose so it is the change that is refused. Stopping the clock asks nobody.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Guard, type GuardPoint, Reject } from '@stint/plugin';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { GuardedChange, Guards } from '../infra/guards.ts';
import { Breaker } from './breaker.ts';
import { withDeadline } from './deadline.ts';
import { ERR_GUARD_UNANSWERED, ERR_PLUGIN_TIMEOUT } from './errors.ts';
import type { PluginHost } from './host.ts';
import type { GuardOutcome } from './host-metrics.ts';
import { runAs } from './owner.ts';
import { Patience } from './patience.ts';
import type { Plugin } from './plugin.ts';
import { toRefusal } from './refusal.ts';

const GUARD_MS = 250;
const TOTAL_MS = 1000;

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validators = new WeakMap<object, ValidateFunction>();

// Whom the change under way was shown to: a guard that makes a change itself is not asked about it.
const asked = new AsyncLocalStorage<ReadonlySet<string>>();

/** One guard that is due. */
interface Turn {
  plugin: Plugin;
  guard: Guard;
  /** A failure refuses the change: an administrator chose that. */
  isClosed: boolean;
}

export function makeGuards(host: PluginHost, breaker = new Breaker()): Guards {
  const patience = new Patience(GUARD_MS);
  const { metrics } = host;

  /** Undefined where it has nothing to say, or could not. @throws what refuses the change */
  async function askOne<Input>(
    { plugin, guard, isClosed }: Turn,
    { change, input, user_id, endsAt }: Asking<Input>,
  ): Promise<Record<string, unknown> | undefined> {
    const { id } = plugin;
    // A new start is a new chance.
    const key = `${id} ${plugin.generation} ${change.point}`;
    const left = Math.min(patience.of(key), endsAt - performance.now());
    const isLeftOut = breaker.isOpen(key) && !(isClosed && breaker.mayTry(key));
    if (left <= 0 || isLeftOut) {
      metrics.noteGuard(id, change.point, 'left_out');
      if (isClosed) throw new ERR_GUARD_UNANSWERED(id);
      return undefined;
    }
    const from = performance.now();
    const note = (outcome: GuardOutcome) =>
      metrics.noteGuard(id, change.point, outcome, (performance.now() - from) / 1000);
    try {
      const question = { point: change.point, user_id, ...plainOf(change, input) };
      const before = asked.getStore() ?? [];
      const patch = await withDeadline(`The guard ${change.point} of ${id}`, left, () =>
        runAs(id, () => asked.run(new Set([...before, id]), () => guard(question))),
      );
      patience.noteAnswer(key, performance.now() - from);
      const next = patch ? patched(id, change, input, patch) : undefined;
      if (isClosed) breaker.close(key);
      note(next ? 'changed' : 'passed');
      return next;
    } catch (error) {
      if (error instanceof ERR_PLUGIN_TIMEOUT) patience.noteLate(key);
      note(error instanceof Reject ? 'refused' : 'failed');
      if (error instanceof Reject) throw toRefusal(id, error);
      if (breaker.countFailure(key)) plugin.degrade(error);
      if (isClosed) throw new ERR_GUARD_UNANSWERED(id);
      return undefined;
    }
  }

  return {
    isOpen: (point) => host.guardsAt(point).length === 0,

    async ask<Input>(user_id: number | null, change: GuardedChange<Input>): Promise<Input> {
      const endsAt = Math.min(performance.now() + TOTAL_MS, change.endsAt ?? Infinity);
      let input = change.input as Record<string, unknown>;
      for (const { plugin, guards, isClosed } of host.guardsAt(change.point)) {
        if (asked.getStore()?.has(plugin.id)) continue;
        // It does not run, and nothing goes on without it.
        if (!guards) throw new ERR_GUARD_UNANSWERED(plugin.id);
        for (const guard of guards) {
          const turn = { plugin, guard, isClosed };
          input = (await askOne(turn, { change, input, user_id, endsAt })) ?? input;
        }
      }
      return input as Input;
    },
  };
}

interface Asking<Input> {
  change: GuardedChange<Input>;
  /** As the guards before left it. */
  input: Record<string, unknown>;
  user_id: number | null;
  endsAt: number;
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
