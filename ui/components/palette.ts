/** The colours to choose from for projects and tags, those that the server gives by itself; see `core/projects/palette.ts`. */

/** Colour → its name, as the last part of its text. */
export const palette: Record<string, string> = {
  '#dd2c3b': 'red',
  '#c25110': 'orange',
  '#976c08': 'ochre',
  '#637d16': 'olive',
  '#21852a': 'green',
  '#0f845d': 'emerald',
  '#0f808b': 'teal',
  '#1578bf': 'blue',
  '#436be4': 'cobalt',
  '#825bdc': 'violet',
  '#b53bce': 'purple',
  '#d72684': 'pink',
};
