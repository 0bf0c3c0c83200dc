/**
 * Every setting of a Stint process, as one typed schema over environment variables. Nothing else
 * reads `process.env`. Settings that people change while it runs live in the database instead
 * (`settings/`).
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { type Static, Type } from 'typebox';
import { ERR_CONFIG_INVALID } from './errors.ts';
import { OneOf } from './infra/fields.ts';
import { isPrivateHostList } from './infra/outgoing-http/private-hosts.ts';

export const ConfigSchema = Type.Object({
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description:
        'PostgreSQL 15 or newer to use, as `postgresql://user:password@host:5432/database`. Without it an embedded PostgreSQL runs under `DATA_DIR`.',
    }),
  ),
  DATABASE_POOL_SIZE: Type.Integer({
    default: 10,
    minimum: 2,
    maximum: 200,
    description: 'Connections to PostgreSQL that one process may hold.',
  }),
  DATA_DIR: Type.String({
    default: './data',
    minLength: 1,
    description:
      'Folder of the embedded PostgreSQL and of installed plugins, readable by its owner only.',
  }),
  SECRET_KEY: Type.Optional(
    Type.String({
      description:
        'Key that encrypts stored secrets: 32 random bytes as base64 (`openssl rand -base64 32`). Several as `id:base64,id:base64`: the first encrypts, all decrypt. Without it one is made at the first start, as `secret.key` in `DATA_DIR`.',
    }),
  ),
  HOST: Type.String({
    default: '127.0.0.1',
    minLength: 1,
    description: 'Address to listen on; `0.0.0.0` for all. Put a TLS proxy in front of it.',
  }),
  PORT: Type.Integer({
    default: 8080,
    minimum: 0,
    maximum: 65535,
    description: 'Port to listen on; `0` takes a free one.',
  }),
  WORKER_PORT: Type.Integer({
    default: 8081,
    minimum: 0,
    maximum: 65535,
    description:
      'Port of `npm run start:worker`, for `/healthz`, `/readyz` and `/metrics` alone; `0` takes a free one.',
  }),
  PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^/]+$',
      description:
        'Address under which people reach Stint, without a trailing slash. With `https`, cookies are `Secure` and HSTS is sent.',
    }),
  ),
  TRUST_PROXY: Type.Boolean({
    default: false,
    description:
      'Read the client address from `X-Forwarded-For`. Only behind a proxy that sets it.',
  }),
  OUTGOING_ALLOW_PRIVATE: Type.Optional(
    Type.String({
      format: 'host-list',
      description:
        'Hosts that plugins and webhooks may call although they are not on the public internet, comma separated: `gitlab.lan`, `*.lan`, `10.1.2.3`, `192.168.0.0/16`. Without it they reach public addresses only.',
    }),
  ),
  LOG_LEVEL: OneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    default: 'info',
    description: 'Least severe level that is logged.',
  }),
  PLUGINS: Type.Optional(
    Type.String({
      description:
        'Plugins besides those under `plugins/`: names of installed packages and folders, separated by commas.',
    }),
  ),
  PLUGINS_DISABLED: Type.Optional(
    Type.String({
      description: 'Ids of plugins that must not start, separated by commas.',
    }),
  ),
  PLUGINS_STRICT: Type.Boolean({
    default: false,
    description:
      'Answer `/readyz` with 503 while an enabled plugin cannot start: for tests of an installation, where a person would look at the plugin instead.',
  }),
  SAFE_MODE: Type.Boolean({
    default: false,
    description: 'Start without any plugin, to mend what one of them broke.',
  }),
  RATE_LIMIT_PER_MINUTE: Type.Integer({
    default: 600,
    minimum: 0,
    description:
      'API requests a minute for each user (each address, when signed out); `0` for no limit.',
  }),
  BACKUP_DIR: Type.Optional(
    Type.String({
      description:
        'Folder for a backup each night at 02:30 UTC. Without it there are no scheduled backups.',
    }),
  ),
  BACKUP_KEEP: Type.Integer({
    default: 14,
    minimum: 1,
    description: 'How many scheduled backups are kept.',
  }),
  LOGIN_ATTEMPTS_PER_MINUTE: Type.Integer({
    default: 10,
    minimum: 1,
    description: 'Attempts to sign in a minute, for each account and for each address.',
  }),
  SESSION_IDLE_HOURS: Type.Integer({
    default: 168,
    minimum: 1,
    description: 'Hours after which an unused browser session ends.',
  }),
  SESSION_MAX_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    description: 'Days after which a browser session ends, used or not.',
  }),
});

/**
 * Stint's registration with a service that people connect to, by OAuth 2, and where that service is. The
 * names of these variables are a plugin's: `GOOGLE_CLIENT_ID`.
 */
const oauthVariable =
  /^[A-Z][A-Z0-9_]*_(CLIENT_ID|CLIENT_SECRET|(AUTHORIZATION|TOKEN|REVOCATION)_URL)$/;

export interface Config extends Static<typeof ConfigSchema> {
  /** The variables of OAuth clients that are set, as they are. */
  oauthVariables: Readonly<Record<string, string>>;
}

const ajv = new Ajv({ coerceTypes: true, useDefaults: true, allErrors: true });
ajv.addFormat('host-list', isPrivateHostList);
const validate = ajv.compile(ConfigSchema);

/**
 * Reads and checks the settings.
 * @throws STINT_ERR_CONFIG_INVALID naming each variable and its value.
 * @example const config = loadConfig({ PORT: '3000' }); // config.PORT === 3000
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const known: Record<string, unknown> = {};
  for (const name of Object.keys(ConfigSchema.properties)) {
    if (env[name] !== undefined && env[name] !== '') known[name] = env[name];
  }
  if (!validate(known)) {
    const faults = (validate.errors ?? []).map((fault) => {
      const name = fault.instancePath.slice(1);
      return `${name} ${fault.message} (is ${shown(name, env[name])})`;
    });
    throw new ERR_CONFIG_INVALID([...new Set(faults)].join('; '));
  }
  const config = known as Static<typeof ConfigSchema>;
  const oauthVariables = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value && oauthVariable.test(name)),
  ) as Config['oauthVariables'];
  return { ...config, DATA_DIR: resolve(config.DATA_DIR), oauthVariables };
}

/** Adds the variables of a `.env` file in the working folder; those already set win. */
export function loadEnvFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

// A database address holds a password, and this text goes to a terminal or a log.
function shown(name: string, value: string | undefined): string {
  return ['DATABASE_URL', 'SECRET_KEY'].includes(name) ? 'hidden' : JSON.stringify(value);
}
