/**
 * Runs the guards of plugins, one after another, under a deadline each and one in all. A guard that
 * fails, is late or returns nonsense is passed over: a plugin can refuse a change, never break it.
 */
import createError from '@fastify/error';
import { type GuardPoint, Reject } from '@stint/plugin';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { GuardedChange, Guards } from '../infra/guards.ts';
import { Breaker } from './breaker.ts';
import { withDeadline } from './deadline.ts';
import type { PluginHost } from './host.ts';

const GUARD_MS = 250;
const TOTAL_MS = 1000;

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validators = new WeakMap<object, ValidateFunction>();

export function makeGuards(host: PluginHost): Guards {
  const breaker = new Breaker();

  return {
    isOpen: (point) => host.guardsAt(point).length === 0,

    async ask<Input>(user_id: number | null, change: GuardedChange<Input>): Promise<Input> {
      const endsAt = performance.now() + TOTAL_MS;
      let input = change.input as Record<string, unknown>;
      for (const { plugin, guards } of host.guardsAt(change.point)) {
        for (const guard of guards) {
          const left = Math.min(GUARD_MS, endsAt - performance.now());
          if (left <= 0 || breaker.isOpen(plugin.id)) continue;
          const question = {
            point: change.point,
            user_id,
            input: structuredClone(input),
            before: change.before,
          };
          try {
            const patch = await withDeadline(
              `The guard ${change.point} of ${plugin.id}`,
              left,
              () => guard(question as never),
            );
            if (patch) input = patched(plugin.id, change, input, patch);
          } catch (error) {
            if (error instanceof Reject) throw refusal(error);
            if (breaker.countFailure(plugin.id)) plugin.degrade(error as Error);
          }
        }
      }
      return input as Input;
    },
  };
}

/** The input with the patch, if it still is one that the route would take. */
function patched<Input>(
  plugin: string,
  { point, schema }: GuardedChange<Input>,
  input: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  const next = { ...input, ...patch };
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (validate(next)) return next;
  throw new Error(
    `The patch of ${plugin} at ${point satisfies GuardPoint} is wrong: ${ajv.errorsText(validate.errors)}`,
  );
}

function refusal({ code, message, status, pointer }: Reject): Error {
  const error = new (createError(code, '%s', status))(message);
  return Object.assign(error, pointer && { errors: [{ pointer, detail: message }] });
}
