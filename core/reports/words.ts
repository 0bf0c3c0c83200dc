/** The few words of printed reports, in the languages of the web app. */
const words = {
  en: {
    title: 'Time report',
    period: '{from} to {to}',
    time_zone: 'Times in {zone}',
    project: 'Project',
    client: 'Client',
    task: 'Task',
    user: 'Person',
    tag: 'Tag',
    day: 'Date',
    week: 'Week from',
    month: 'Month from',
    description: 'Description',
    hours: 'Hours',
    amount: 'Amount',
    total: 'Total',
    page: 'Page {page}',
    empty: 'No time was tracked in this period.',
  },
  de: {
    title: 'Zeitbericht',
    period: '{from} bis {to}',
    time_zone: 'Zeiten in {zone}',
    project: 'Projekt',
    client: 'Kunde',
    task: 'Aufgabe',
    user: 'Person',
    tag: 'Schlagwort',
    day: 'Datum',
    week: 'Woche ab',
    month: 'Monat ab',
    description: 'Beschreibung',
    hours: 'Stunden',
    amount: 'Betrag',
    total: 'Summe',
    page: 'Seite {page}',
    empty: 'In diesem Zeitraum wurde keine Zeit erfasst.',
  },
} as const;

export type Word = keyof typeof words.en;
export type Words = (word: Word, values?: Record<string, string | number>) => string;

/** @example wordsFor('de-AT')('total') // 'Summe' */
export function wordsFor(locale: string): Words {
  const texts = words[locale.slice(0, 2) as keyof typeof words] ?? words.en;
  return (word, values = {}) =>
    texts[word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
