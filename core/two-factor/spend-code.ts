/**
 * Takes a code: each at most once, also of many requests at the same instant. Six digits can be guessed,
 * so wrong ones lock the authenticator for a while; a recovery code opens in that time, too.
 */
import type { Knex } from 'knex';
import { atField, ERR_RATE_LIMITED } from '../errors.ts';
import type { Clock } from '../infra/clock.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { ERR_CODE_WRONG } from './errors.ts';
import { TwoFactor } from './model.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { readTotpSecret } from './secret.ts';
import { matchStep } from './totp.ts';

/** In a row. Every one after them locks again: a guesser has about a hundred tries a day, of a million codes. */
const MOST_FAILURES = 5;
const LOCKED_MS = 15 * 60_000;

export interface CodeDeps {
  db: Knex;
  clock: Clock;
  keys: KeyRing;
}

interface Attempt {
  userId: number;
  code: string;
  /** Of the second factor that is being set up, which has no recovery codes yet. @default false */
  isPending?: boolean;
}

/**
 * Not in a transaction of the caller's: a wrong code is counted although the request fails.
 * @throws STINT_ERR_CODE_WRONG pointing at `/code`, STINT_ERR_RATE_LIMITED while locked
 */
export async function spendCode(deps: CodeDeps, attempt: Attempt): Promise<void> {
  const verdict = await deps.db.transaction((trx) => tryCode({ ...deps, db: trx }, attempt));
  if (verdict === 'wrong') throw atField(new ERR_CODE_WRONG(), '/code');
  if (verdict === 'right') return;
  const seconds = Math.ceil((verdict.lockedUntil.getTime() - deps.clock.now().getTime()) / 1000);
  throw Object.assign(new ERR_RATE_LIMITED(seconds), {
    headers: { 'retry-after': String(seconds) },
  });
}

type Verdict = 'right' | 'wrong' | { lockedUntil: Date };

async function tryCode(deps: CodeDeps, { userId, code, isPending }: Attempt): Promise<Verdict> {
  const { db, clock } = deps;
  // Held until the verdict is written, so that two with one code are two after each other.
  const row = await TwoFactor.query(db).findById(userId).forUpdate();
  if (!row || (row.confirmed_at === null) !== (isPending ?? false)) return 'wrong';
  const plain = code.replaceAll(/[\s-]/g, '').toLowerCase();
  if (!/^\d{6}$/.test(plain)) {
    return !isPending && (await useRecoveryCode(db, userId, plain)) ? 'right' : 'wrong';
  }
  if (row.locked_until && row.locked_until > clock.now()) return { lockedUntil: row.locked_until };
  const secret = await readTotpSecret(db, deps.keys, userId);
  const step = secret === undefined ? undefined : matchStep(secret, plain, clock.now());
  const isRight = step !== undefined && step > row.last_step;
  await row.$query(db).patch(isRight ? rightPatch(step) : wrongPatch(row, clock.now()));
  return isRight ? 'right' : 'wrong';
}

function rightPatch(last_step: number) {
  return { last_step, failures: 0, locked_until: null };
}

function wrongPatch({ failures }: TwoFactor, now: Date) {
  const isOver = failures + 1 >= MOST_FAILURES;
  return {
    failures: failures + 1,
    locked_until: isOver ? new Date(now.getTime() + LOCKED_MS) : null,
  };
}
