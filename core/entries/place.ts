/** The columns that a new entry takes from its place, with every rule about that place asked, locks included. */
import type { Context } from '../infra/context.ts';
import { requireUnlocked } from '../locks/service.ts';
import { type PlacementInput, placeEntry } from './placement.ts';

type Unplaced = PlacementInput & { start_time: Date; end_time: Date | null };

/** @throws what `placeEntry` throws, STINT_ERR_PERIOD_LOCKED */
export async function findPlace(context: Context, entry: Unplaced, billable: boolean | undefined) {
  const placement = await placeEntry(context, entry);
  const { project_id, hourly_rate, currency, project_billable } = placement;
  if (placement.has_locks) {
    await requireUnlocked(context, { ...entry, project_id }, '/start_time');
  }
  const columns = {
    project_id,
    hourly_rate,
    currency,
    billable: billable ?? project_billable ?? false,
  };
  return { placement, columns };
}
