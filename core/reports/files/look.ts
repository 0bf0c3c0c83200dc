/** What a report looks like to the one who asks for it. */
import type { Context } from '../../infra/context.ts';
import type { Look } from './file-format.ts';

export function lookOf({ settings, actor }: Context): Look {
  const { organization_name, organization_address, report_footer } = settings;
  const { locale = 'en', time_zone } = actor;
  return { organization_name, organization_address, report_footer, locale, time_zone };
}
