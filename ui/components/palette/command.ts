/** Something that can be done from anywhere: a line of the palette, and behind some a shortcut. */

// In the order in which they are shown.
export const commandGroups = ['timer', 'resume', 'pages', 'projects', 'plugins', 'app'] as const;

export interface Command {
  /** Stays the same, so that what was used last is known the next time. */
  id: string;
  group: (typeof commandGroups)[number];
  title: string;
  /** Said smaller beside the title, and searched as well. */
  detail?: string;
  /** Other words by which it is found. */
  keywords?: string[];
  /** The icon before the title. */
  sign?: unknown;
  /** Of the dot that stands there otherwise. */
  color?: string;
  /** As tinykeys has it: `g t`, `$mod+k`. */
  keys?: string;
  /** Only for who searches: there are many of its kind. */
  isOnlyFound?: boolean;
  run(): void | Promise<void>;
}
