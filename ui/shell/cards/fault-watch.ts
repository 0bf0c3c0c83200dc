/**
 * Finds the card that a stray error belongs to. A browser reports what a callback of an element throws to
 * the window and not to whoever called it, so that is where it is caught: by the card that is being shown
 * at this very moment, by the error itself where the page made it for a card, or by the address of the
 * plugin's module in the stack: then it is of all cards of that module.
 */
export interface Watched {
  /** The plugin's module; the folder it lies in tells its errors. */
  readonly url?: string;
  fail(error: Error): void;
}

const watched = new Set<Watched>();
const owned = new WeakMap<object, Watched>();
let current: Watched | undefined;

/** Starts to watch for one card. @returns how to end it */
export function watchFaults(one: Watched): () => void {
  watched.add(one);
  return () => void watched.delete(one);
}

/** Notes for whom the page made an error. @returns the error */
export function ownError<E>(one: Watched, error: E): E {
  if (error instanceof Error) owned.set(error, one);
  return error;
}

/** Runs what calls the card's code, so that whatever it throws is the card's. */
export function runAs(one: Watched, work: () => void): void {
  const before = current;
  current = one;
  try {
    work();
  } catch (error) {
    one.fail(asError(error));
  } finally {
    current = before;
  }
}

/** @returns whether somebody was found */
function blame(thrown: unknown, file = ''): boolean {
  const error = asError(thrown);
  const owner = current ?? owned.get(error);
  if (owner) {
    owner.fail(error);
    return true;
  }
  const text = `${file} ${error.stack ?? ''}`;
  const theirs = Array.from(watched).filter(({ url }) => url && text.includes(folderOf(url)));
  for (const one of theirs) one.fail(error);
  return theirs.length > 0;
}

function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

addEventListener('error', (event) => {
  if (blame(event.error ?? event.message, event.filename)) event.preventDefault();
});
addEventListener('unhandledrejection', (event) => {
  if (blame(event.reason)) event.preventDefault();
});
