/** Lines for a person: shown in the page until they are read, kept 90 days, emitted as `notification.created`. */
import type { MessageValues } from './i18n.ts';

export type NotificationInput = (
  | {
      /** What they read, up to 500 characters. */
      text: string;
    }
  | {
      /** A key of the plugin's translations: the text is in the person's own language. */
      message: string;
      values?: MessageValues;
    }
) & {
  /** A path of the page: `/entries?from=2025-01-27`. */
  link?: string;
  /** A person gets one notification of a key: a repetition changes nothing. */
  key?: string;
};

/**
 * Tells a person something. False when they have one of this key already, or are no longer active.
 * @throws STINT_ERR_PLUGIN_PAYLOAD when it is too long, or the link leads out of the page
 * @example await ctx.notify(user.id, { message: 'behind', values: { hours: 3 }, key: `behind:${local_date}` })
 */
export type Notify = (userId: number, notification: NotificationInput) => Promise<boolean>;
