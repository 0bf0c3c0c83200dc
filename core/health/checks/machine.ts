/** The machine, and how Stint is configured on it. */
import { statfs } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { problem } from '../problem.ts';
import type { HealthProblem } from '../schema.ts';

const LITTLE = { bytes: 2e9, severity: 'warning' } as const;
const NEARLY_NONE = { bytes: 500e6, severity: 'error' } as const;

/** Null where the folder is not there yet, or cannot be asked. */
export async function freeBytes({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): Promise<number | null> {
  const found = await statfs(DATA_DIR).catch(() => undefined);
  return found ? found.bavail * found.bsize : null;
}

export function checkDisk(free: number | null): HealthProblem[] {
  if (free === null || free >= LITTLE.bytes) return [];
  const { severity } = free < NEARLY_NONE.bytes ? NEARLY_NONE : LITTLE;
  const values = { megabytes: Math.floor(free / 1e6) };
  return [
    problem(
      severity,
      'disk_low',
      [
        'Only {megabytes} MB are free where the data lies (DATA_DIR).',
        'Free some space, or move DATA_DIR to a larger disk. A full disk stops the database.',
      ],
      values,
    ),
  ];
}

export function checkConfig({ PUBLIC_URL, HOST, SAFE_MODE }: Config): HealthProblem[] {
  const found: HealthProblem[] = [];
  if (SAFE_MODE)
    found.push(
      problem('warning', 'safe_mode', [
        'Stint runs in safe mode: no plugin is started.',
        'When what broke is mended, start again without SAFE_MODE.',
      ]),
    );
  if (!PUBLIC_URL && !isLoopback(HOST))
    found.push(
      problem('warning', 'address_unset', [
        'Stint is reached over the network and does not know its own address.',
        'Set PUBLIC_URL, so that links and redirect addresses are right and cookies are secure.',
      ]),
    );
  if (PUBLIC_URL?.startsWith('http:') && !isLoopback(new URL(PUBLIC_URL).hostname))
    found.push(
      problem(
        'warning',
        'address_insecure',
        [
          'People reach Stint at {address}, without encryption.',
          'Put a proxy with TLS in front of it and set PUBLIC_URL to the https address.',
        ],
        { address: PUBLIC_URL },
      ),
    );
  return found;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
}
