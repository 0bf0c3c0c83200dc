CREATE TABLE entries (
  id bigint PRIMARY KEY,
  user_id integer NOT NULL,
  seconds integer NOT NULL,
  seq integer NOT NULL
);
CREATE INDEX entries_user ON entries (user_id);
