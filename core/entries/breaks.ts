/** Breaks inside an entry: spans in which the clock did not count. Pure; reads and writes PostgreSQL's multirange text. */

export interface Break {
  start_time: Date;
  end_time: Date;
}

const range = /[[(]"?([^",]+)"?,"?([^"\])]+)"?[\])]/g;

/** Parses a `tstzmultirange`, for the driver. */
export function parseBreaks(text: string): Break[] {
  return [...text.matchAll(range)].map(([, from, to]) => ({
    start_time: new Date(from as string),
    end_time: new Date(to as string),
  }));
}

/** The `tstzmultirange` literal; PostgreSQL merges those that touch. */
export function formatBreaks(breaks: readonly Break[]): string {
  const ranges = breaks.map((b) => `[${b.start_time.toISOString()},${b.end_time.toISOString()})`);
  return `{${ranges.join(',')}}`;
}

/** The parts of `breaks` between two instants; `undefined` is open. */
export function clipBreaks(breaks: readonly Break[], from?: Date, to?: Date): Break[] {
  return breaks
    .map(({ start_time, end_time }) => ({
      start_time: from && from > start_time ? from : start_time,
      end_time: to && to < end_time ? to : end_time,
    }))
    .filter(({ start_time, end_time }) => start_time < end_time);
}
