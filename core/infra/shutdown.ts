/**
 * The life of a process: start in order, wait for a signal, stop in the reverse order. Whatever
 * fails at start is one clear line and exit code 1.
 */
type Stop = () => Promise<unknown>;

/** Calls `start`, which names what has to be stopped; resolves never, because the process exits. */
export async function runUntilSignal(
  start: (onStop: (name: string, stop: Stop) => void) => Promise<void>,
): Promise<void> {
  const stops: [string, Stop][] = [];
  let stopping = false;

  async function stopAll(exitCode: number): Promise<never> {
    if (stopping) process.exit(exitCode || 1);
    stopping = true;
    for (const [name, stop] of stops.toReversed()) {
      await stop().catch((error) => {
        console.error(`Stopping the ${name} failed: ${error.message}`);
        process.exitCode = 1;
      });
    }
    process.exit(process.exitCode ?? exitCode);
  }

  // A second Ctrl-C does not wait.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stopAll(0));
  try {
    await start((name, stop) => stops.push([name, stop]));
  } catch (error) {
    console.error(oneLine(error as Error));
    await stopAll(1);
  }
}

function oneLine(error: Error & { code?: string }): string {
  const known = error.code?.startsWith('STINT_ERR_');
  return known ? `${error.message} [${error.code}]` : (error.stack ?? String(error));
}
