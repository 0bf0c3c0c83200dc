/**
 * What Stint is measured by: Fastify and pg doing the least that gives the same row or rows. No
 * schema, no authentication, no rule, no trail.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

interface NewEntry {
  user_id: number;
  project_id: number;
  description: string;
  start_time: string;
  end_time: string;
  tag_ids: number[];
  billable: boolean;
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = Fastify();

app.post<{ Body: NewEntry }>('/entries', async (request, reply) => {
  const { user_id, project_id, description, start_time, end_time, tag_ids, billable } =
    request.body;
  const { rows } = await pool.query(
    `INSERT INTO time_entries (user_id, project_id, description, start_time, end_time, breaks, tag_ids,
       billable, hourly_rate, currency, source)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      user_id,
      project_id,
      description,
      start_time,
      end_time,
      '{}',
      tag_ids,
      billable,
      '85.00',
      'EUR',
      'manual',
    ],
  );
  reply.code(201);
  return rows[0];
});

app.get<{ Querystring: { user_id: string } }>('/entries', async (request) => {
  const { rows } = await pool.query(
    `SELECT e.id, e.user_id, e.project_id, e.task_id, e.description, e.start_time, e.end_time, e.paused_at,
       e.breaks, e.duration_seconds, rounded_seconds(e.duration_seconds, 'none', 15) AS rounded_seconds,
       e.tag_ids, e.billable, e.hourly_rate, e.currency, e.source, e.idle_asked_at, e.version,
       e.created_at, e.updated_at, e.deleted_at
     FROM time_entries e WHERE e.user_id = $1 AND e.deleted_at IS NULL
     ORDER BY e.start_time DESC, e.id DESC LIMIT 50`,
    [request.query.user_id],
  );
  return { data: rows };
});

// A webhook: the signature over the bytes, and a row of its own.
await pool.query(
  `CREATE TABLE IF NOT EXISTS bare_deliveries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     delivery_id text NOT NULL UNIQUE, body jsonb NOT NULL, received_at timestamptz NOT NULL DEFAULT now())`,
);
await app.register(async (webhooks) => {
  webhooks.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  webhooks.post<{ Body: Buffer; Querystring: { secret: string } }>(
    '/deliveries',
    async (request, reply) => {
      const mac = createHmac('sha256', request.query.secret).update(request.body).digest('hex');
      const signature = Buffer.from(String(request.headers['x-hub-signature-256']));
      if (!timingSafeEqual(signature, Buffer.from(`sha256=${mac}`))) return reply.code(401).send();
      await pool.query('INSERT INTO bare_deliveries (delivery_id, body) VALUES ($1, $2)', [
        request.headers['x-github-delivery'],
        request.body.toString(),
      ]);
      return { ok: true };
    },
  );
});

process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
  process.exit();
});
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }));
