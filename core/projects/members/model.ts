/** The `project_members` table, and who its rows stand for. */
import { Model, type QueryBuilder } from 'objection';
import type { ProjectMember as Row } from './schema.ts';

export interface ProjectMember extends Row {
  /** The user's: it breaks ties in a list. */
  id: number;
}

export class ProjectMember extends Model {
  static override tableName = 'project_members';
  static override idColumn = ['project_id', 'user_id'];

  static override modifiers = {
    /** Adds the person. */
    forAnswer(query: QueryBuilder<ProjectMember>) {
      query
        .join('users as u', 'u.id', 'project_members.user_id')
        .select(
          'project_members.*',
          'u.id',
          ProjectMember.raw(`json_build_object('id', u.id, 'name', u.name) AS user`),
        );
    },
  };
}
