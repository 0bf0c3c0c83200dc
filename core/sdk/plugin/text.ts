/** Text of the other side, made fit to be kept here. */

/**
 * The first `length` code points, never half of one. What the database cannot keep goes: NUL characters,
 * and halves of surrogate pairs, which become `\ufffd`.
 * @example cutText(issue.title, 200)
 */
export function cutText(text: string, length: number): string {
  // A code point has two units at most: however long the text is, only so many are looked at.
  const start = text
    .replaceAll('\0', '')
    .slice(0, length * 2)
    .toWellFormed();
  return Array.from(start).slice(0, length).join('');
}
