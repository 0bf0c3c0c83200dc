/**
 * Texts in people's own languages: ICU messages by key in `i18n/<language>.json`, one for each language of
 * the manifest's `contributes.translations`. They are in the folder of the ui module, whose cards have the
 * same texts; in the plugin's own where it has no ui.
 */

/** What stands in a message: `{hours, number} of {goal, plural, one {# hour} other {# hours}}`. */
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;

export interface PluginI18n {
  /**
   * A text of the plugin. Falls back from `de-AT` to `de` to `en`, and then to the key.
   * @throws Error when a value is missing that the message needs
   * @example ctx.i18n.t(user.locale, 'behind', { hours: 3 })
   */
  t(locale: string, key: string, values?: MessageValues): string;
}
