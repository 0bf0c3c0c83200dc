/**
 * What a synchronisation does about one event: a decision without any effect, the same for a preview and for
 * the run. Who wins is said in docs/integrations/google-calendar.md.
 */
import type { Item } from './items.ts';
import type { Meeting, Read, WhyNot } from './meeting.ts';
import { projectOf } from './rules.ts';
import { type Config, horizon, windowStart } from './settings.ts';

export type Plan =
  | {
      does: 'nothing';
      why?: WhyNot | 'too_old' | 'too_far' | 'known' | 'dismissed' | 'yours' | 'gone';
    }
  /** It has not ended: kept until it has. */
  | { does: 'wait'; meeting: Meeting; project_id?: number }
  | { does: 'create' | 'suggest'; meeting: Meeting; project_id?: number }
  /** It was to come, or suggested, and is no work any more. */
  | { does: 'forget'; why: WhyNot }
  /** Its entry follows, unless somebody edited it. */
  | { does: 'change'; meeting: Meeting }
  | { does: 'delete'; meeting?: Meeting; why: WhyNot | 'not_yet' }
  /** One that Stint made was changed in Google. */
  | { does: 'bring_back' };

export function planEvent(
  read: Read,
  item: Item | undefined,
  { config, now }: { config: Config; now: Date },
): Plan {
  if (item?.origin === 'stint') return planOwn(read, item, config);
  if (item?.state === 'linked') return planLinked(read, item, now);
  if (item?.state === 'yours' || item?.state === 'gone' || item?.state === 'dismissed')
    return { does: 'nothing', why: item.state };
  // One whose entry is being made is finished before anything else is done about it.
  if (item?.state === 'intended') return { does: 'nothing', why: 'known' };
  if ('why' in read)
    return item ? { does: 'forget', why: read.why } : { does: 'nothing', why: read.why };
  const { meeting } = read;
  const isKnown = item?.etag === meeting.etag && meeting.etag !== null;
  const project_id = projectOf(config, meeting);
  // Read again when it is near.
  if (meeting.starts_at > horizon(now)) return { does: 'nothing', why: 'too_far' };
  if (meeting.ends_at > now) return { does: 'wait', meeting, project_id };
  if (item?.state === 'suggested')
    return isKnown ? { does: 'nothing', why: 'known' } : { does: 'suggest', meeting, project_id };
  if (!item && meeting.ends_at <= windowStart(config, now))
    return { does: 'nothing', why: 'too_old' };
  const does = config.import_mode === 'suggest' ? 'suggest' : 'create';
  return { does, meeting, project_id };
}

function planLinked(read: Read, item: Item, now: Date): Plan {
  if ('why' in read) return { does: 'delete', why: read.why };
  const { meeting } = read;
  // Moved to a time that is still to come: it has not happened yet.
  if (meeting.ends_at > now) return { does: 'delete', meeting, why: 'not_yet' };
  const isSame =
    meeting.title === item.title &&
    meeting.starts_at.getTime() === item.starts_at.getTime() &&
    meeting.ends_at.getTime() === item.ends_at.getTime();
  return isSame ? { does: 'nothing', why: 'known' } : { does: 'change', meeting };
}

function planOwn({ etag }: Read, item: Item, { sync_direction }: Config): Plan {
  const isKnown = etag !== null && etag === item.etag;
  return isKnown || item.state === 'gone' || sync_direction !== 'both'
    ? { does: 'nothing', why: 'own' }
    : { does: 'bring_back' };
}
