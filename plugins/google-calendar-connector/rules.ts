/** Which project an event's time goes to. */
import type { Meeting } from './meeting.ts';
import type { Config } from './settings.ts';

/** By the first rule that fits, or the project for all others; undefined for none. */
export function projectOf(
  { rules, default_project_id }: Pick<Config, 'rules' | 'default_project_id'>,
  meeting: Pick<Meeting, 'calendar_id' | 'title' | 'color_id'>,
): number | undefined {
  const title = meeting.title.toLowerCase();
  const rule = rules.find(
    (one) =>
      (!one.calendar_id || one.calendar_id === meeting.calendar_id) &&
      (!one.title || title.includes(one.title.trim().toLowerCase())) &&
      (!one.color_id || one.color_id === meeting.color_id),
  );
  return rule?.project_id ?? default_project_id ?? undefined;
}
