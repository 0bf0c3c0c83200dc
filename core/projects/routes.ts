/** `/api/v1/projects`. */
import { resourceRoutes } from '../infra/resource.ts';
import { getProject, listProjects } from './list.ts';
import { Project, ProjectCreate, ProjectPatch, ProjectQuery } from './schema.ts';
import { createProject, deleteProject, updateProject } from './service.ts';

export default resourceRoutes({
  path: '/projects',
  tag: 'Projects',
  names: ['Project', 'Projects'],
  access: { read: { scope: 'read:projects' }, write: { scope: 'write:projects', role: 'manager' } },
  schemas: { resource: Project, create: ProjectCreate, patch: ProjectPatch, query: ProjectQuery },
  summaries: {
    list: 'List the projects you may see',
    create: {
      summary: 'Create a project',
      description: 'Who creates one for members only becomes its first member.',
    },
    get: 'Read a project',
    update: {
      summary: 'Edit or archive a project',
      description: 'A new rate holds for new time entries only.',
    },
    delete: 'Delete a project without time, and its tasks',
  },
  service: {
    list: listProjects,
    create: createProject,
    get: getProject,
    update: updateProject,
    delete: deleteProject,
  },
});
