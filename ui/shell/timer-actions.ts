/** What is done to the timer from more than one place, with what is said of it. */
import { toast } from '../components/toast.ts';
import { readList, readNow } from '../data/queries.ts';
import { user } from '../data/session.ts';
import { continueEntry, runningEntry, stopTimer, workedSeconds } from '../data/timer.ts';
import type { TimeEntry } from '../data/wire.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';

// Enough to have a handful of different ones among them.
const LATEST = 30;

export const latestRead = () =>
  readList<TimeEntry>('/time-entries', { user_id: user.peek()?.id, running: false, limit: LATEST });

export async function stopRunning(): Promise<void> {
  const entry = runningEntry();
  if (!entry) return;
  await stopTimer();
  const what = entry.description || t('entry.noDescription');
  toast(t('timer.stoppedToast', { what, duration: format.clock(workedSeconds(entry)) }));
}

/** Starts what was done last. While something runs there is nothing to go on with. */
export async function continueLast(): Promise<void> {
  if (runningEntry()) return;
  const [last] = (await readNow(latestRead())).data;
  if (last) await continueEntry(last);
}
