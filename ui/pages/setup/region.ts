/** What a browser's language tells of the place: a good first guess, which people can change. */

const region = new Intl.Locale(navigator.language).maximize().region ?? 'US';

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG'.split(' ');
const others: Record<string, string> = {
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  SG: 'SGD',
  TR: 'TRY',
  UA: 'UAH',
  US: 'USD',
  ZA: 'ZAR',
};

export function currencyOf(): string {
  return euro.includes(region) ? 'EUR' : (others[region] ?? 'USD');
}

/** 1 Monday to 7 Sunday, where browsers know it. */
export function weekStartOf(): number {
  const tag = new Intl.Locale(navigator.language) as Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
  };
  return tag.getWeekInfo?.().firstDay ?? 1;
}

export type DateFormat = 'YYYY-MM-DD' | 'DD.MM.YYYY' | 'DD/MM/YYYY' | 'MM/DD/YYYY';

/** The order and the sign between day and month that the language uses. */
export function dateFormatOf(): DateFormat {
  const parts = new Intl.DateTimeFormat(navigator.language).formatToParts();
  const [first] = parts;
  const sign = parts.find(({ type }) => type === 'literal')?.value.trim();
  if (first?.type === 'month') return 'MM/DD/YYYY';
  if (first?.type === 'day') return sign === '/' ? 'DD/MM/YYYY' : 'DD.MM.YYYY';
  return 'YYYY-MM-DD';
}
