// The shape of an answer to "as which user does PostgreSQL run?". It decides nothing itself.

export interface Identity {
  /** For people: "user alice". */
  runsAs: string;
  /** Set when the server's files must belong to a user other than the caller. */
  owner?: { uid: number; gid: number };
  /** True when `owner` is set by the spawning itself and not by the command. */
  spawnAsOwner?: boolean;
  wrapCommand(file: string, args: string[]): [file: string, args: string[]];
}
