/**
 * The colours that projects get when nobody chooses one. Each has a contrast of 4.5 or more to white
 * text on it and of 3 or more to a white or a nearly black page (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const palette = [
  '#dd2c3b',
  '#c25110',
  '#976c08',
  '#637d16',
  '#21852a',
  '#0f845d',
  '#0f808b',
  '#1578bf',
  '#436be4',
  '#825bdc',
  '#b53bce',
  '#d72684',
] as const;

/** The colour of a name: always the same, on every instance. */
export function pickColor(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) as number)) >>> 0;
  return palette[hash % palette.length] as string;
}
