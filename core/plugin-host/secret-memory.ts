/**
 * The secrets that one plugin has been given, so that they can be taken out of whatever it says. It
 * forgets none: an old secret may still be valid on the other side.
 */
import type { Knex } from 'knex';
import type { KeyRing } from '../secrets/key-ring.ts';
import { makeRedactor } from '../secrets/redact.ts';
import { readSecrets } from '../secrets/store.ts';

export class SecretMemory {
  readonly #values = new Set<string>();
  #redact: ((text: string) => string) | undefined;

  learn(values: Iterable<string>): void {
    for (const value of values) {
      if (this.#values.has(value)) continue;
      this.#values.add(value);
      this.#redact = undefined;
    }
  }

  /** All that is stored for the plugin: of the instance, of users, of connections. */
  async learnStored(db: Knex, keys: KeyRing, pluginId: string): Promise<void> {
    const owners: string[] = await db('secrets')
      .whereRaw('starts_with(owner, ?)', [`plugin:${pluginId}:`])
      .distinct()
      .pluck('owner');
    for (const owner of owners) {
      // What does not decrypt here cannot be told by the plugin either.
      this.learn(Object.values(await readSecrets(db, keys, owner).catch(() => ({}))));
    }
  }

  /** The text without them. */
  readonly redact = (text: string): string => {
    this.#redact ??= makeRedactor(this.#values);
    return this.#redact(text);
  };
}
