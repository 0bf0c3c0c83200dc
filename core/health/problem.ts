/** How a check says what is wrong. */
import type { HealthProblem, ProblemCode } from './schema.ts';

type Values = HealthProblem['values'];

/** @param words what is wrong, and what to do about it, with `{name}` for each of the values */
export function problem(
  severity: HealthProblem['severity'],
  code: ProblemCode,
  words: [detail: string, action: string],
  values: Values = {},
  plugin: string | null = null,
): HealthProblem {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_all, name) => String(values[name]));
  const [detail, action] = words.map(fill) as [string, string];
  return { code, severity, plugin, values, detail, action };
}
