/** Text for Slack. What people wrote says nothing to Slack: no mention, no link, no new line. */
import { cutText } from '@stint/plugin';

const MOST = 150;

/**
 * Escapes what Slack reads as its own, as https://docs.slack.dev/messaging/formatting-message-text says, and
 * keeps it short. Cut first: half an entity would be none.
 */
export function toMrkdwn(text: string, most = MOST): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const short = cutText(line, most);
  const shown = short.length < line.length ? `${short.trimEnd()}…` : short;
  return shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @example showDuration(5400) // '1:30 h' */
export function showDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}
