/** The `projects` table, and what an answer says of a project besides its columns. */
import { Model, type QueryBuilder } from 'objection';
import type { Project as Row } from './schema.ts';

export interface Project extends Row {}

export class Project extends Model {
  static override tableName = 'projects';

  static override modifiers = {
    /** Adds the client and the currency that applies. */
    forAnswer(query: QueryBuilder<Project>, defaultCurrency: string) {
      query.leftJoin('clients as c', 'c.id', 'projects.client_id').select(
        'projects.*',
        Project.raw(
          `CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS client,
             coalesce(c.currency, ?) AS currency`,
          [defaultCurrency],
        ),
      );
    },
  };
}
