/** Installing plugins, on the wire. */
import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, OneOf } from '../../infra/fields.ts';
import { PluginInfo } from '../schema.ts';

const Version = Type.String({ minLength: 1, maxLength: 100, examples: ['1.2.0'] });
const Sha256 = Type.String({ pattern: '^[0-9a-fA-F]{64}$', description: 'SHA-256, as hex.' });

export const InstallQuery = Type.Object(
  {
    dry_run: Type.Boolean({
      default: true,
      description: 'Says what it is and installs nothing. `false` needs `sha256`.',
    }),
    sha256: Type.Optional(
      Type.Unsafe<string>({ ...Sha256, description: 'Of the file that was looked at.' }),
    ),
    file_name: Type.Optional(
      Type.String({ maxLength: 200, description: 'Kept, to be recognised later.' }),
    ),
  },
  { additionalProperties: false },
);
export type InstallQuery = Static<typeof InstallQuery>;

export const InstallReport = Type.Object({
  dry_run: Type.Boolean(),
  id: Type.String(),
  version: Version,
  display_name: Type.String(),
  description: Nullable(Type.String()),
  sha256: Sha256,
  files: Type.Integer({ description: 'How many files it has.' }),
  bytes: Type.Integer({ description: 'Their size, unpacked.' }),
  needs_contract: Type.String({ description: 'Range of the contract that it was made for.' }),
  contract: Type.String({ description: 'The version of the contract here.' }),
  permissions: Type.Unknown({ description: 'What it says that it does: data, network, secrets.' }),
  added_permissions: Type.Array(Type.String(), {
    description: 'What the version that is here does not ask for, as `network api.github.com`.',
  }),
  rights: Type.String({ description: 'What its code can do all the same. Show it.' }),
  ignored_scripts: Type.Array(Type.String(), {
    description: 'Scripts that npm would run. Nothing is run here.',
  }),
  manifest: Type.Unknown({ description: 'All that it declares.' }),
  current_version: Nullable(
    Type.String({ description: 'The version that it takes the place of.' }),
  ),
  plugin: Type.Optional(PluginInfo),
});
export type InstallReport = Static<typeof InstallReport>;

export const PluginVersion = Type.Object({
  version: Version,
  role: OneOf(['current', 'previous', 'kept']),
  sha256: Nullable(Sha256),
  files_sha256: Sha256,
  source: Type.String({ description: 'Name of the file or folder that it came from.' }),
  installed_at: Instant,
  installed_by: Nullable(Id),
  is_here: Type.Boolean({ description: 'Its files are on the machine that answers, unchanged.' }),
});
export type PluginVersion = Static<typeof PluginVersion>;

export const RollbackInput = Type.Object(
  { version: Type.Optional(Version) },
  { additionalProperties: false, description: 'Without a version: to the one before.' },
);
