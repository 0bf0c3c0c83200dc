/** Somebody who uses this instance, as far as a plugin is told without asking for more. */
export interface Person {
  id: number;
  role: 'admin' | 'manager' | 'member';
  /** IANA zone in which their days are counted: `Europe/Berlin`. */
  time_zone: string;
  /** Language of what they read: `en`, `de`, `pt-BR`. */
  locale: string;
  /** ISO day on which their week starts: 1 Monday to 7 Sunday. */
  week_start: number;
}
