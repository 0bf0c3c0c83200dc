/** Opens the dialogs of projects and clients, above whatever page. Their code is loaded when it is needed. */
import type { Client, Project } from '../data/wire.ts';
import { openAbove } from './open-above.ts';

/** @param what the project to edit; or for a new one, the client it is for. @returns it, if it was saved */
export async function projectDialog(
  what: { row?: Project; client?: Client } = {},
): Promise<Project | undefined> {
  const { ProjectEditor } = await import('./project-editor.ts');
  return (await openAbove(Object.assign(new ProjectEditor(), what))).saved;
}

/** @param row the one to edit @returns it, if it was saved */
export async function clientDialog(row?: Client): Promise<Client | undefined> {
  const { ClientEditor } = await import('./client-editor.ts');
  return (await openAbove(Object.assign(new ClientEditor(), { row }))).saved;
}
