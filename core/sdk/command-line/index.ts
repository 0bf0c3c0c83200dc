#!/usr/bin/env node
/** `stint <command>`: the timer in a terminal. */
import { StintApiError } from '@stint/client';
import { makeProgram } from './program.ts';

try {
  await makeProgram().parseAsync();
} catch (error) {
  // What was refused is said in the server's words; what is broken here, too.
  const code = error instanceof StintApiError ? ` (${error.code})` : '';
  console.error(`${(error as Error).message}${code}`);
  process.exitCode = 1;
}
