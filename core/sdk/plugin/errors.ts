/**
 * Errors with a meaning for the host. Anything else that a plugin throws is a fault of the plugin:
 * counted, shown, and never an answer to a person.
 */

// An installed plugin may bring a copy of this package: its errors are those of the host all the same.
const KIND = Symbol.for('stint.plugin.error');

/** Base of the typed errors; `code` is stable. */
export class PluginError extends Error {
  readonly code: string;
  readonly [KIND] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(KIND in value)) return false;
    for (let proto = Object.getPrototypeOf(value); proto; proto = Object.getPrototypeOf(proto)) {
      // biome-ignore lint/complexity/noThisInStatic: the class that is asked about, a derived one too
      if (proto.constructor?.name === this.name) return true;
    }
    return false;
  }

  constructor(code: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

/**
 * A guard or route says no. The person sees `message`, a client `code`.
 * @example throw new Reject('STINT_ERR_PLG_GOALS_NO_PROJECT', 'Choose a project first.')
 */
export class Reject extends PluginError {
  /** HTTP status of the answer; 422 unless told. */
  readonly status: number;
  /** JSON pointer to the field at fault. */
  readonly pointer?: string;
  constructor(code: string, message: string, options: { status?: number; pointer?: string } = {}) {
    super(code, message);
    this.status = options.status ?? 422;
    this.pointer = options.pointer;
  }
}

/** Not yet: the host tries again after `retryAfterSeconds`. In `setup`, `connect`, tasks and handlers. */
export class NotReady extends PluginError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number, message = 'Not ready yet.') {
    super('STINT_ERR_PLUGIN_NOT_READY', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The other side refuses the credentials: the connection's health becomes `reconnect`, and nothing retries. */
export class AuthFailed extends PluginError {
  constructor(message: string) {
    super('STINT_ERR_PLUGIN_AUTH_FAILED', message);
  }
}

/** The settings cannot work: shown at the plugin or connection, and nothing retries. */
export class ConfigError extends PluginError {
  /** JSON pointer into the settings. */
  readonly pointer?: string;
  constructor(message: string, pointer?: string) {
    super('STINT_ERR_PLUGIN_CONFIG', message);
    this.pointer = pointer;
  }
}

/** The other side asks for patience: tried again after `retryAfterSeconds`, not before. */
export class RateLimited extends PluginError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number, message = 'Rate limited.') {
    super('STINT_ERR_PLUGIN_RATE_LIMITED', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A refusal of the core: what the REST API would have answered. A route that lets it pass answers it. */
export class DataError extends PluginError {
  readonly status: number;
  constructor(status: number, code: string, detail: string) {
    super(code, detail);
    this.status = status;
  }
}
