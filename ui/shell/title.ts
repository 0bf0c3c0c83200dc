/** The title of the tab: the page, and the clock while it runs. */
import { computed, effect, signal } from '@preact/signals-core';
import { t } from '../i18n/texts.ts';

export const pageTitle = signal('');
/** The elapsed time while a timer runs. */
export const titleClock = signal<string | undefined>(undefined);

const title = computed(() =>
  [titleClock.value, pageTitle.value, 'Stint'].filter(Boolean).join(' · '),
);

const key = signal<string | undefined>(undefined);
const ofKey = computed(() => (key.value === undefined ? '' : t(key.value)));

/** Names the page by a text, which follows the language. A page may say more by `pageTitle`. */
export function showTitle(textKey: string): void {
  key.value = textKey;
  pageTitle.value = ofKey.peek();
}

effect(() => {
  const title = ofKey.value;
  if (title) pageTitle.value = title;
});

effect(() => {
  if (pageTitle.value) document.title = title.value;
});
