/** What an entry of an event counts. */

/** Seconds between start and end without its breaks; none while it runs. */
export function countedSeconds(entry: Record<string, unknown>): number {
  const span = secondsOf(entry);
  const breaks = Array.isArray(entry.breaks) ? entry.breaks : [];
  return breaks.reduce((left, pause) => left - secondsOf(pause), span);
}

function secondsOf(span: Record<string, unknown>): number {
  const [start, end] = [Date.parse(String(span.start_time)), Date.parse(String(span.end_time))];
  return Number.isNaN(start) || Number.isNaN(end) ? 0 : Math.round((end - start) / 1000);
}
