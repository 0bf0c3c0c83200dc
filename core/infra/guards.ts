/**
 * Asking before a change, as the core sees it: whoever holds guards may change the input or refuse.
 * The core asks; who answers, and what happens when an answer fails, is the plugin host's part.
 */
import type { GuardPoint } from '@stint/plugin';
import type { TSchema } from 'typebox';
import type { Context } from './context.ts';

export interface GuardedChange<Input> {
  point: GuardPoint;
  /** What a patched input must still fit. */
  schema: TSchema;
  input: Input;
  before?: object;
  /** Until when to ask, where many changes share the time of one request (`performance.now()`). */
  endsAt?: number;
}

export interface Guards {
  /** True where nobody is asked, so that asking costs nothing. */
  isOpen(point: GuardPoint): boolean;
  ask<Input>(userId: number | null, change: GuardedChange<Input>): Promise<Input>;
}

/** The input to go on with. @throws the refusal of a guard */
export async function askGuards<Input>(
  context: Context,
  change: GuardedChange<Input>,
): Promise<Input> {
  const { guards, actor } = context;
  if (!guards || guards.isOpen(change.point)) return change.input;
  return guards.ask(actor.user_id ?? null, change);
}
