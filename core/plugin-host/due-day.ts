/** When a time of day has come in somebody's zone. Pure. */
import { Temporal } from 'temporal-polyfill';

// A process that was down at the time makes up for it this long, so a restart loses no day.
const GRACE_MINUTES = 60;

/** The local day whose time has come, within the grace; also where the clock leaps over that time. */
export function dueDay(now: Date, zone: string, time: string): string | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const due = here
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  const late = here.epochMilliseconds - due.epochMilliseconds;
  return late >= 0 && late < GRACE_MINUTES * 60_000 ? here.toPlainDate().toString() : undefined;
}
