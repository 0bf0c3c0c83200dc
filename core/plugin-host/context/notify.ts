/** `ctx.notify`: a line to one person, in their own language where the plugin has it. */
import type { Notify, PluginI18n } from '@stint/plugin';
import type { Knex } from 'knex';
import type { Clock } from '../../infra/clock.ts';
import { NotificationInput } from '../../notifications/schema.ts';
import { sendNotification } from '../../notifications/service.ts';
import { currentCausation } from '../causation.ts';
import { findPerson } from '../people.ts';
import { checkData } from './schema-check.ts';

export function makeNotify(
  { db, clock }: { db: Knex; clock: Clock },
  plugin_id: string,
  i18n: PluginI18n,
): Notify {
  return async (user_id, { link, key, ...input }) => {
    const person = await findPerson(db, user_id);
    if (!person) return false;
    const text = 'text' in input ? input.text : i18n.t(person.locale, input.message, input.values);
    const notification = {
      user_id,
      plugin_id,
      text,
      ...(link !== undefined && { link }),
      ...(key !== undefined && { key }),
    };
    checkData('a notification', NotificationInput, notification);
    const actor = {
      role: 'admin',
      via: `plugin:${plugin_id}`,
      time_zone: 'UTC',
      week_start: 1,
    } as const;
    const origin = { plugin: plugin_id };
    return sendNotification(
      { db, clock, actor, origin, causation: currentCausation() },
      notification,
    );
  };
}
