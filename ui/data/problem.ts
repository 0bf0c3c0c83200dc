/** What goes wrong with a call: a refusal of the server (RFC 9457), or no answer at all. */

export interface FieldFault {
  /** JSON pointer (RFC 6901) into the body that was sent: `/start_time`. */
  pointer: string;
  detail: string;
}

/** A refusal: the server answered, and said no. The message is for people. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** `STINT_ERR_…`; see `docs/api/errors.md`. Empty when it was not the app that answered. */
  readonly code: string;
  readonly errors: FieldFault[];

  constructor(
    status: number,
    { detail, code, errors }: { detail?: string; code?: string; errors?: FieldFault[] },
  ) {
    super(detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = code ?? '';
    this.errors = errors ?? [];
  }

  /** What is wrong with one field, if it is named. @example problem.faultAt('/email') */
  faultAt(pointer: string): string | undefined {
    return this.errors.find((fault) => fault.pointer === pointer)?.detail;
  }
}

/** Nobody answered: whether the call was carried out is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Problem && error.code === code;
}
