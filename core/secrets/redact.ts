/**
 * Takes known secrets out of a text: log lines, errors, diagnostics. It finds values that it is
 * told, and none shorter than 4 characters, which cannot be told from ordinary text.
 */
const SHORTEST = 4;
const ELLIPSIS = '…';
// Issuers put a prefix before a random part: ghp_, xoxb-, glpat-, whsec_.
const PREFIX = /^[A-Za-z0-9]{1,5}[_-]/;
// Below, even the first characters would tell too much.
const LONG_ENOUGH_TO_SHOW = 16;

/**
 * What may be shown of a secret.
 * @example truncateSecret('ghp_16C7e42F292c6912E7710c8') // 'ghp_…'
 */
export function truncateSecret(value: string): string {
  if (value.length < LONG_ENOUGH_TO_SHOW) return ELLIPSIS;
  return `${PREFIX.exec(value)?.[0] ?? value.slice(0, 4)}${ELLIPSIS}`;
}

/** A function that replaces these secrets, and how they are written in JSON, URLs and base64. */
export function makeRedactor(values: Iterable<string>): (text: string) => string {
  const shown = new Map<string, string>();
  for (const value of values) {
    if (value.length < SHORTEST) continue;
    for (const form of listForms(value)) shown.set(form, truncateSecret(value));
  }
  if (shown.size === 0) return (text) => text;
  // The longest first: a secret may hold another.
  const forms = [...shown.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(forms.map(escapePattern).join('|'), 'g');
  return (text) => text.replace(pattern, (form) => shown.get(form) as string);
}

export function redact(text: string, values: Iterable<string>): string {
  return makeRedactor(values)(text);
}

function listForms(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(bytes.toString('utf8')),
    new URLSearchParams({ '': value }).toString().slice(1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
