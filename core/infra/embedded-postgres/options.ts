// What a caller gives to the embedded PostgreSQL and gets from it. Types only.

export interface Log {
  info(msg: string): void;
  warn(msg: string): void;
}

export interface EmbeddedPostgresOptions {
  /** Made when missing, mode 0700. Relative to the working directory. */
  dataDir: string;
  log?: Log;
  /**
   * Server settings beside or instead of the defaults, for instance `{ fsync: 'off' }` in tests. The
   * settings that keep the server private (sockets, addresses) cannot be changed.
   */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** For `pg`, `knex` and everything that reads a DATABASE_URL. Holds the password: never log it. */
  connectionString: string;
  /** True when the server was already running, left behind by an instance that was killed. */
  adopted: boolean;
  /** For people: "user alice". */
  runsAs: string;
  /** Stops the server and gives the data folder free. A second call waits for the first. */
  stop(): Promise<void>;
}
