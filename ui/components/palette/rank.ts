/**
 * Which commands a search means, best first. Every word has to be found: at the beginning of a word
 * rather than inside one, in the title rather than beside it. Plain data.
 */
import type { Command } from './command.ts';

export interface Found {
  command: Command;
  /** Positions in the title that were found, to be marked. */
  marks: Set<number>;
}

interface Hit {
  score: number;
  positions: number[];
}

// What was done lately is meant more often than its twin.
const RECENT = 12;

/** @param recent ids of what was done last, newest first */
export function rank(commands: Command[], search: string, recent: string[]): Found[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const scored = commands.flatMap((command) => {
    const hits = words.map((word) => findWord(word, command));
    if (hits.some((hit) => hit === undefined)) return [];
    const found = hits as Hit[];
    const since = recent.indexOf(command.id);
    const score =
      found.reduce((sum, hit) => sum + hit.score, 0) / words.length +
      (since < 0 ? 0 : Math.max(0, RECENT - since)) -
      Math.min(command.title.length, 60) / 20;
    const marks = new Set(found.flatMap(({ positions }) => positions));
    return [{ command, marks, score }];
  });
  return scored.sort((a, b) => b.score - a.score);
}

function findWord(word: string, { title, detail = '', keywords = [] }: Command): Hit | undefined {
  const inTitle = findIn(word, fold(title)) ?? findSpread(word, fold(title));
  const beside = Math.max(
    (findIn(word, fold(detail))?.score ?? 0) * 0.55,
    ...keywords.map((one) => (findIn(word, fold(one))?.score ?? 0) * 0.7),
  );
  if (inTitle && inTitle.score >= beside) return inTitle;
  return beside > 0 ? { score: beside, positions: [] } : undefined;
}

/** In one piece: at the very beginning, at the beginning of a word, or inside one. */
function findIn(word: string, text: string): Hit | undefined {
  let best: Hit | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWhole = isWordEnd(text, at + word.length);
    const score = at === 0 ? 100 : isWordStart(text, at) ? 85 : 45;
    const hit = { score: score + (isWhole ? 8 : 0), positions: range(at, word.length) };
    if (!best || hit.score > best.score) best = hit;
    if (best.score > 100) break;
  }
  return best;
}

/** Letter by letter, from the beginning of a word: `gtr` finds "Go to reports". */
function findSpread(word: string, text: string): Hit | undefined {
  if (word.length < 2) return undefined;
  const positions: number[] = [];
  let starts = 0;
  for (const letter of word) {
    const from = (positions.at(-1) ?? -1) + 1;
    const next = text.indexOf(letter, from);
    let start = next;
    while (start >= 0 && !isWordStart(text, start)) start = text.indexOf(letter, start + 1);
    // Right behind the letter before, else rather where a word begins.
    const at = next === from && positions.length > 0 ? next : start >= 0 ? start : next;
    if (at < 0 || (positions.length === 0 && start < 0)) return undefined;
    if (isWordStart(text, at)) starts += 1;
    positions.push(at);
  }
  return { score: 10 + (30 * starts) / word.length, positions };
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string);
}

function isWordEnd(text: string, at: number): boolean {
  return at >= text.length || !/[\p{L}\p{N}]/u.test(text[at] as string);
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

/** Without case and accents, letter for letter, so that positions stay what they are. */
function fold(text: string): string {
  return text.replace(/[\s\S]/g, (letter) => letter.normalize('NFD').toLowerCase().charAt(0));
}
