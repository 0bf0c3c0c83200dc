/** Turns rows that a query finds into bad rows, and tells the report about the first of them. */
import type { Context } from '../infra/context.ts';
import { FAULT_LIMIT, type FaultCode, type FaultList } from './faults.ts';
import { columnOf, type Field, type ImportFormat } from './format.ts';
import { select } from './staging.ts';

interface Found {
  line: number;
  value: string;
  reason: string;
  total: number;
}

export class Rejections {
  #context: Context;
  #format: ImportFormat;
  #faults: FaultList<FaultCode>;

  constructor(context: Context, format: ImportFormat, faults: FaultList<FaultCode>) {
    this.#context = context;
    this.#format = format;
    this.#faults = faults;
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
    const column = this.#format.columns[columnOf(this.#format, field)] ?? null;
    this.#faults.addCounted(
      found.map(({ line, value, reason }) => ({ line, column, value, reason, code })),
      found[0]?.total ?? 0,
    );
  }
}
