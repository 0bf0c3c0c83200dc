/** The audit log of the instance so far follows that of the archive, whose rows keep their numbers. */
import type { Context } from '../infra/context.ts';

const columns = 'occurred_at, actor_id, actor_via, ip, action, entity_type, entity_id, changes';

export async function setTrailAside({ db }: Context): Promise<{ append(): Promise<void> }> {
  await db.raw(
    `CREATE TEMPORARY TABLE trail_aside ON COMMIT DROP AS SELECT id AS n, ${columns} FROM audit_log`,
  );
  await db('audit_log').delete();
  return {
    async append() {
      await db.raw(
        `INSERT INTO audit_log (${columns}) SELECT ${columns} FROM trail_aside ORDER BY n`,
      );
    },
  };
}
