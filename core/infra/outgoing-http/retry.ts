/**
 * Tries again where that does no harm and may help: at most twice, within the deadline. It sleeps
 * two seconds at most where the other side asks for patience; a longer wait is the job queue's.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpAnswer, RateLimited } from '@stint/plugin';
import type { Deadline } from './deadline.ts';
import { isTransient } from './failure.ts';
import { readRetryAfter } from './retry-after.ts';

const maxRetries = 2;
const longestSleepSeconds = 2;
const firstPauseMilliseconds = 200;
const repeatableMethods = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const gatewayFaults = new Set([502, 503, 504]);

export interface Attempts {
  host: string;
  method: string;
  deadline: Deadline;
  /** How often it was sent. */
  count: number;
}

/** @throws RateLimited if the other side asks for more patience than there is here. */
export async function sendPatiently(
  attempts: Attempts,
  send: () => Promise<HttpAnswer>,
  now: () => Date,
): Promise<HttpAnswer> {
  const { host, method, deadline } = attempts;
  const isRepeatable = repeatableMethods.has(method);

  const slept = async (milliseconds: number): Promise<boolean> => {
    if (attempts.count > maxRetries || milliseconds >= deadline.remainingMilliseconds()) {
      return false;
    }
    await sleep(milliseconds, undefined, { signal: deadline.signal });
    return true;
  };

  for (;;) {
    attempts.count++;
    let answer: HttpAnswer;
    try {
      answer = await send();
    } catch (error) {
      deadline.signal.throwIfAborted();
      if (isRepeatable && isTransient(error) && (await slept(backOff(attempts.count)))) continue;
      throw error;
    }
    const asked = askedToWait(answer, now());
    if (asked !== undefined) {
      // What was turned away for being too early has not been done, whatever the method.
      const mayRepeat = (isRepeatable || answer.status === 429) && asked <= longestSleepSeconds;
      if (mayRepeat && (await slept(asked * 1000 + jittered(100)))) continue;
      throw new RateLimited(Math.max(asked, 1), `${host} asks to be left alone for ${asked} s.`);
    }
    const hasGatewayFault = isRepeatable && gatewayFaults.has(answer.status);
    if (hasGatewayFault && (await slept(backOff(attempts.count)))) continue;
    return answer;
  }
}

function askedToWait({ status, headers }: HttpAnswer, now: Date): number | undefined {
  if (status !== 429 && status !== 503) return;
  return readRetryAfter(headers['retry-after'], now);
}

function backOff(attempt: number): number {
  return jittered(firstPauseMilliseconds * 2 ** (attempt - 1));
}

// Callers that failed together must not come back together.
function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random());
}
