/** `/api/v1/tasks`. */
import { resourceRoutes } from '../infra/resource.ts';
import { Task, TaskCreate, TaskPatch, TaskQuery } from './schema.ts';
import { createTask, deleteTask, getTask, listTasks, updateTask } from './service.ts';

export default resourceRoutes({
  path: '/tasks',
  tag: 'Tasks',
  names: ['Task', 'Tasks'],
  access: {
    read: { scope: 'read:tasks' },
    write: { scope: 'write:tasks' },
    delete: { scope: 'write:tasks', role: 'manager' },
  },
  schemas: { resource: Task, create: TaskCreate, patch: TaskPatch, query: TaskQuery },
  summaries: {
    list: 'List the tasks of the projects you may see',
    create: 'Create a task',
    get: 'Read a task',
    update: 'Edit a task',
    delete: 'Delete a task without time',
  },
  service: {
    list: listTasks,
    create: createTask,
    get: getTask,
    update: updateTask,
    delete: deleteTask,
  },
});
