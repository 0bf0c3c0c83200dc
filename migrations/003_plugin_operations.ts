// What administrators do with plugins: versions that were installed, what purging leaves to know,
// guards that must answer. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `ALTER TABLE plugins
    -- Which unpacked version runs; null for what is bundled or named in the configuration.
    ADD COLUMN installed_version text,
    -- What rolling back goes to.
    ADD COLUMN previous_version text,
    -- Put here by a command, to be tried by a process that runs: it takes it away again.
    ADD COLUMN wanted_version text,
    -- Guard points where a change is refused when the plugin cannot be asked.
    ADD COLUMN closed_guards text[] NOT NULL DEFAULT '{}',
    -- Of the last start: when, and how long each step took.
    ADD COLUMN started_at timestamptz,
    ADD COLUMN timings jsonb`,
  `CREATE TABLE plugin_versions (
    plugin_id text NOT NULL,
    version text NOT NULL,
    -- Of the archive as it came; null for a folder.
    sha256 text,
    -- Of what was unpacked: the files on disk are held to it at each start.
    files_sha256 text NOT NULL,
    source text NOT NULL,
    package jsonb NOT NULL,
    installed_at timestamptz NOT NULL DEFAULT now(),
    installed_by integer REFERENCES users ON DELETE SET NULL,
    PRIMARY KEY (plugin_id, version)
  )`,
  // A version that had it was taken back: an older one may run on it.
  `ALTER TABLE plugin_migrations ADD COLUMN outlived boolean NOT NULL DEFAULT false`,
  // Plugins that were purged: one whose folder is still there comes back switched off.
  `CREATE TABLE plugin_removals (
    id text PRIMARY KEY,
    removed_at timestamptz NOT NULL DEFAULT now()
  )`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
