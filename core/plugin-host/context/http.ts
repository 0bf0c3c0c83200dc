/** `ctx.http`: calls to the hosts that the manifest names, `$field` standing for one in the instance's settings. */
import type { Manifest, PluginHttp, PluginSettings } from '@stint/plugin';
import { createOutgoingHttp } from '../../infra/outgoing-http/outgoing-http.ts';
import { listPrivateHosts } from '../../infra/outgoing-http/private-hosts.ts';
import type { HostDeps } from '../host-deps.ts';

export function makeHttp(
  { config, log, metrics }: HostDeps,
  { id, permissions }: Manifest,
  settings: PluginSettings,
): PluginHttp & { close(): Promise<void> } {
  const patterns = permissions?.network ?? [];

  async function allowedHosts(): Promise<string[]> {
    if (!patterns.some((pattern) => pattern.startsWith('$'))) return patterns;
    const values = await settings.instance();
    return patterns.flatMap((pattern) => {
      if (!pattern.startsWith('$')) return [pattern];
      const address = values[pattern.slice(1)];
      return typeof address === 'string' && URL.canParse(address) ? [new URL(address).origin] : [];
    });
  }

  return createOutgoingHttp({
    allowedHosts,
    allowPrivate: listPrivateHosts(config.OUTGOING_ALLOW_PRIVATE),
    log,
    onMetric: ({ outcome, seconds }) => metrics.noteCall(id, outcome, seconds),
  });
}
