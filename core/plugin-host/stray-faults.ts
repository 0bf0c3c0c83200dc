/**
 * What plugins throw where nobody waits for it: in a timer, or in a promise that nobody handles. Node
 * would end the process. Such a fault is put down to its plugin, where it certainly is one; the process
 * ends, as Node wants it, in every other case.
 *
 * A rejection that nobody handles has interrupted nobody, so it is the plugin's when its code was at
 * work. An exception has interrupted whoever called: it is the plugin's only when no function of the
 * core lay under it, or the core could go on half-done.
 */
import { fileURLToPath } from 'node:url';
import type { Logger } from '../infra/logger.ts';
import { toFault } from './fault.ts';
import type { PluginHost } from './host.ts';
import { currentOwner } from './owner.ts';
import type { Plugin } from './plugin.ts';

const core = fileURLToPath(new URL('..', import.meta.url));

/** Until the function that it returns is called. */
export function catchStrayFaults(host: PluginHost, log: Logger): () => void {
  const onRejection = (reason: unknown) => {
    const plugin = ownerOf(host, framesOf(reason));
    if (plugin)
      plugin.degrade(named('A promise of it was rejected and nobody handled that', reason));
    else endProcess(log, reason);
  };
  const onException = (thrown: unknown) => {
    const frames = framesOf(thrown);
    const plugin = ownerOf(host, frames);
    if (plugin && !interruptsCore(plugin, frames)) {
      plugin.degrade(named('It threw where nobody could catch it', thrown));
    } else endProcess(log, thrown);
  };
  process.on('unhandledRejection', onRejection);
  process.on('uncaughtException', onException);
  return () => {
    process.off('unhandledRejection', onRejection);
    process.off('uncaughtException', onException);
  };
}

/** The files of a stack, the innermost first, without Node's own. */
function framesOf(thrown: unknown): string[] {
  const { stack } = toFault(thrown);
  // Made here, so it tells nothing.
  if (!(thrown instanceof Error) || typeof stack !== 'string') return [];
  return [...stack.matchAll(/^ +at (?!async ).*?(?:file:\/\/|\()(\/[^:)?]+)/gm)].map(
    ([, file]) => file as string,
  );
}

function ownerOf(host: PluginHost, frames: readonly string[]): Plugin | undefined {
  const byFile = host
    .list()
    .find(({ found }) => frames.some((file) => file.startsWith(`${found.folder}/`)));
  const owner = currentOwner();
  return byFile ?? (owner === undefined ? undefined : host.get(owner));
}

/** The outermost function is the core's: it was interrupted. */
function interruptsCore({ found }: Plugin, frames: readonly string[]): boolean {
  const outermost = frames.at(-1);
  if (outermost === undefined || outermost.startsWith(`${found.folder}/`)) return false;
  return outermost.startsWith(core);
}

function named(what: string, thrown: unknown): Error {
  const fault = toFault(thrown);
  return Object.assign(new Error(`${what}: ${fault.message}`), { stack: fault.stack });
}

function endProcess(log: Logger, thrown: unknown): never {
  log.fatal({ err: toFault(thrown) }, 'the process ends: nobody caught this');
  console.error(toFault(thrown).stack ?? String(thrown));
  process.exit(1);
}
