/** Turns rows that a query finds into bad rows, and tells the report about the first of them. */
import type { Context } from '../infra/context.ts';
import { FAULT_LIMIT, type FaultCode } from './faults.ts';
import type { Field } from './format.ts';
import { headerOf, type Reading } from './row-reader.ts';
import { select } from './staging.ts';

interface Found {
  line: number;
  value: string;
  reason: string;
  total: number;
}

export class Rejections {
  #context: Context;
  #reading: Reading;

  constructor(context: Context, reading: Reading) {
    this.#context = context;
    this.#reading = reading;
  }

  /** `query` selects `n`, `value` and `reason` of the rows to refuse. */
  async reject(
    { code, field }: { code: FaultCode; field: Field },
    query: string,
    bindings: unknown[] = [],
  ): Promise<void> {
    const found = await select<Found>(
      this.#context.db,
      `WITH found AS (${query}), bad AS (
         UPDATE import_rows r SET is_bad = true FROM found WHERE found.n = r.n
         RETURNING r.line, found.value, found.reason
       ) SELECT *, count(*) OVER () AS total FROM bad ORDER BY line LIMIT ${FAULT_LIMIT}`,
      bindings,
    );
    const column = headerOf(this.#reading, field);
    this.#reading.faults.addCounted(
      found.map(({ line, value, reason }) => ({ line, column, value, reason, code })),
      found[0]?.total ?? 0,
    );
  }
}
