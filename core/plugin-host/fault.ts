/**
 * What a plugin threw, made safe: it may be anything, also nothing, an object whose getters throw, or
 * a text of megabytes with a secret in it. Nothing else of the host looks at such a value.
 */
const MAX_TEXT = 2000;
const MAX_STACK = 8000;

export interface Fault extends Error {
  code?: string;
}

/** An error with a readable message. An error that is one already stays itself, typed ones above all. */
export function toFault(thrown: unknown): Fault {
  try {
    if (thrown instanceof Error && typeof thrown.message === 'string') return thrown;
    return new Error(`It threw ${typeof thrown === 'string' ? thrown : JSON.stringify(thrown)}`);
  } catch {
    return new Error('It threw something that cannot be shown.');
  }
}

/** One text for people: message and code, without secrets, and such as PostgreSQL can keep. */
export function describeFault(thrown: unknown, redact: (text: string) => string): string {
  const fault = toFault(thrown);
  const code = typeof fault.code === 'string' && fault.code !== '' ? ` [${fault.code}]` : '';
  return clean(`${redact(fault.message || fault.name || 'It failed without a word.')}${code}`);
}

/** The same for the log, with the stack. */
export function logFault(thrown: unknown, redact: (text: string) => string): object {
  const fault = toFault(thrown);
  const stack = typeof fault.stack === 'string' ? redact(fault.stack.slice(0, MAX_STACK)) : '';
  return { message: describeFault(fault, redact), stack };
}

/** Text that a column takes: no NUL, no half of a surrogate pair, not endless. */
export function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().slice(0, MAX_TEXT);
}
