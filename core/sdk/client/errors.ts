/** What Stint answers when it refuses: problem details (RFC 9457), as an error. */

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
}

export class StintApiError extends Error {
  /** Stable: see the list of errors. `unknown` where no Stint answered. */
  readonly code: string;
  readonly status: number;
  /** The fields at fault, each with a JSON pointer. */
  readonly errors: { pointer: string; detail: string }[];

  constructor(status: number, { code, title, detail, errors }: Problem) {
    super(detail ?? title ?? `The server answered ${status}.`);
    this.name = 'StintApiError';
    this.code = code ?? 'unknown';
    this.status = status;
    this.errors = errors ?? [];
  }

  static async of(response: Response): Promise<StintApiError> {
    const problem: unknown = await response.json().catch(() => undefined);
    return new StintApiError(response.status, (problem ?? {}) as Problem);
  }
}
