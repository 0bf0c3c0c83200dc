/** What the owner of a webhook is told when Stint switched it off, in their language. */
import type { Knex } from 'knex';
import type { Clock } from '../infra/clock.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { sendNotification } from '../notifications/service.ts';

type Reason = 'failing' | 'gone';

const texts: Record<'en' | 'de', Record<Reason, (name: string) => string>> = {
  en: {
    failing: (name) => `The webhook “${name}” was switched off: nothing arrived in three days.`,
    gone: (name) =>
      `The webhook “${name}” was switched off: its receiver answered that it is gone.`,
  },
  de: {
    failing: (name) => `Der Webhook „${name}“ wurde abgeschaltet: In drei Tagen kam nichts an.`,
    gone: (name) => `Der Webhook „${name}“ wurde abgeschaltet: Sein Empfänger ist nicht mehr da.`,
  },
};

export async function tellDisabled(
  { db, clock }: { db: Knex; clock: Clock },
  { id, user_id, name, locale }: { id: number; user_id: number; name: string; locale: string },
  reason: Reason,
): Promise<void> {
  const actor = {
    role: 'admin',
    via: 'job:send_webhook',
    time_zone: 'UTC',
    week_start: 1,
  } as const;
  const context = { db, clock, actor };
  await recordAudit(context, {
    action: 'webhook.disabled',
    entity: 'webhook',
    entity_id: id,
    changes: { reason },
  });
  const text = texts[locale === 'de' ? 'de' : 'en'][reason](name);
  await sendNotification(context, { user_id, plugin_id: null, text });
}
