-- Which Slack user is which connection. `signer` names the secret that proved it: nobody can claim a user of an
-- app whose secret they do not have.
CREATE TABLE slack_users (
  connection_id integer PRIMARY KEY,
  user_id integer NOT NULL,
  signer text NOT NULL,
  app_id text NOT NULL,
  team_id text NOT NULL,
  slack_user_id text NOT NULL,
  linked_at timestamptz NOT NULL,
  UNIQUE (signer, team_id, slack_user_id)
);
CREATE INDEX slack_users_identity ON slack_users (team_id, slack_user_id);
CREATE INDEX slack_users_app ON slack_users (team_id, app_id);

-- One code at a time for a connection; kept as a hash, and good once.
CREATE TABLE link_codes (
  connection_id integer PRIMARY KEY,
  code_hash text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL
);

-- What is told to Slack, and what became of it. The id is that of what it tells of: told once.
CREATE TABLE messages (
  id text PRIMARY KEY,
  connection_id integer NOT NULL,
  kind text NOT NULL,
  -- Where it goes; null for where the connection sends its messages.
  channel text,
  -- Of the message's text: what happened, as plain data.
  facts jsonb NOT NULL,
  -- What was sent.
  text text,
  outcome text NOT NULL DEFAULT 'waiting',
  error text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz
);
CREATE INDEX messages_connection ON messages (connection_id, created_at DESC);
CREATE INDEX messages_age ON messages (created_at);

-- Where somebody is now, and how it came to that.
CREATE TABLE attendance (
  user_id integer PRIMARY KEY,
  state text NOT NULL,
  note text NOT NULL,
  since timestamptz NOT NULL
);
CREATE TABLE attendance_log (
  delivery_id bigint PRIMARY KEY,
  user_id integer NOT NULL,
  state text NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX attendance_log_user ON attendance_log (user_id, at);
