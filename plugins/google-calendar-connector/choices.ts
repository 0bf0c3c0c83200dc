/** What the form offers to choose from: calendars of the person's account, and their projects. */
import type { Choice, OptionsQuestion, Project } from '@stint/plugin';
import { openGoogle } from './google.ts';
import type { Config, Context } from './settings.ts';

export async function findOptions(
  ctx: Context,
  { user_id, query: { name } }: OptionsQuestion<Config>,
): Promise<Choice[]> {
  if (name === 'projects') {
    const projects = ctx.data.as(user_id).list<Project>('/projects', { archived: false });
    return Array.fromAsync(projects, ({ id, name }) => ({ value: id, label: name }));
  }
  const connection = name === 'calendars' ? await ctx.connections.ofUser(user_id) : undefined;
  if (!connection?.is_active) return [];
  const calendars = await openGoogle(ctx, { connectionId: connection.id }).listCalendars();
  return calendars
    .toSorted((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false))
    .map(({ id, summary, summaryOverride, primary }) => {
      const label = summaryOverride ?? summary ?? id;
      // The default of the settings, under its own name.
      return { value: primary ? 'primary' : id, label };
    });
}
