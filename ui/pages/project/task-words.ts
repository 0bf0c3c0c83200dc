/** The states and priorities of a task, each with its word. In the order of the choices. */
import type { Task } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';

export function statuses(): Record<Task['status'], string> {
  return {
    todo: t('project.task.todo'),
    in_progress: t('project.task.inProgress'),
    done: t('project.task.done'),
  };
}

export function priorities(): Record<Task['priority'], string> {
  return {
    high: t('project.task.high'),
    medium: t('project.task.medium'),
    low: t('project.task.low'),
  };
}
