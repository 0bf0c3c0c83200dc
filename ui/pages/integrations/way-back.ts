/** How somebody came back from a service where they were to grant access: it stands in the address. */
import { toast } from '../../components/toast.ts';
import { refresh } from '../../data/queries.ts';
import type { Connector } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';

const words: Record<string, string> = {
  STINT_ERR_OAUTH_DENIED: 'denied',
  STINT_ERR_OAUTH_FAILED: 'failed',
  STINT_ERR_OAUTH_NOT_CONFIGURED: 'missing',
  STINT_ERR_OAUTH_SCOPES: 'scopes',
  STINT_ERR_OAUTH_STATE: 'stale',
  STINT_ERR_UNAUTHENTICATED: 'ended',
};

/** Why nothing came of it; undefined where somebody did not come back to this connection, or all went well. */
export function failedReturnTo({ id }: Pick<Connector, 'id'>): string | undefined {
  const code = queryValue('error');
  if (!code || queryValue('plugin') !== id) return undefined;
  return t(`integrations.back.${words[code] ?? 'other'}`, { code });
}

/** Says once that all went well. A reason why not stays in the address until it is dismissed. */
export function welcomeBack(): void {
  if (!queryValue('plugin') || queryValue('error')) return;
  forgetReturn();
  refresh('me', 'connector-forms');
  toast(t('integrations.back.connected'));
}

export function forgetReturn(): void {
  setQuery({ plugin: undefined, error: undefined });
}
