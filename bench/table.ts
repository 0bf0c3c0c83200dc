/** The result, for people. */
import { cpus } from 'node:os';
import type { BenchOptions } from './options.ts';

export interface TableRow {
  what: string;
  ours: string;
  bare?: string;
  ratio?: string;
  target: string;
  isMet?: boolean;
  /** p50 / p99 of ours. */
  latency?: string;
}

export function printTable(rows: TableRow[], { rounds, seconds }: BenchOptions): void {
  const head = ['what', 'Stint', 'yardstick', 'ratio', 'target', '', 'p50 / p99'];
  const lines = rows.map((row) => [
    row.what,
    row.ours,
    row.bare ?? '',
    row.ratio ?? '',
    row.target,
    row.isMet === undefined ? '' : row.isMet ? 'met' : 'missed',
    row.latency ?? '',
  ]);
  const widths = head.map((_, i) =>
    Math.max(...[head, ...lines].map((line) => (line[i] as string).length)),
  );
  const print = (line: string[]) =>
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    );
  print(head);
  print(widths.map((width) => '-'.repeat(width)));
  for (const line of lines) print(line);
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, Node ${process.versions.node}`;
  console.log(
    `\n10 connections; median of ${rounds} rounds of ${seconds} s each side, by turns. ${machine}.`,
  );
}
