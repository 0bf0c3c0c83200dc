/** Time of another place as the calendar draws it: by the wall clock, as entries are. */
import { instantOf } from '../../data/days.ts';
import type { Proposal } from '../../data/proposals.ts';

/** A block behind the entries. It cannot be moved: it belongs elsewhere. */
export function drawOverlay(overlay: Proposal) {
  const at = (instant: string) => `${instantOf(Date.parse(instant)).slice(0, 19)}Z`;
  return {
    id: `overlay ${overlay.plugin} ${overlay.id}`,
    start: at(overlay.start_time),
    end: at(overlay.end_time),
    title: overlay.title,
    display: 'background' as const,
    editable: false,
    extendedProps: { overlay },
  };
}
