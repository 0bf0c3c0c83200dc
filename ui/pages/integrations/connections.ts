/** Connections to other services: what is read of them, and what is done with them. One address for each. */

import type { Choice, Values } from '../../components/schema-form/schema.ts';
import { api } from '../../data/api.ts';
import { type Read, refresh } from '../../data/queries.ts';
import type {
  Connector,
  ConnectorForm,
  ConnectorStatus,
  DisconnectAnswer,
  SyncAnswer,
  TestAnswer,
} from '../../data/wire.ts';

const LOOK_AGAIN_MS = 2000;

export const connectorsRead: Read<Connector[]> = {
  queryKey: ['me', '/me/connectors'],
  queryFn: async () => (await api.get<{ data: Connector[] }>('/me/connectors')).data,
  // The other side is not heard of in the live stream: what synchronises is looked at again.
  refetchInterval: ({ state }) =>
    state.data?.some(({ health }) => health === 'syncing') ? LOOK_AGAIN_MS : 30_000,
};

/** How one connection is. Looked at again and again while it synchronises. */
export function statusRead({ id, address, health }: Connector): Read<ConnectorStatus> {
  return {
    queryKey: ['me', address, 'status'],
    queryFn: () => api.get<ConnectorStatus>(`${address}/status`),
    enabled: health !== 'disabled',
    refetchInterval: ({ state }) => (id && isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
  };
}

export function isUnderWay(status: ConnectorStatus | undefined): boolean {
  const state = status?.sync?.state;
  return status?.health === 'syncing' || state === 'queued' || state === 'running';
}

/** Read once: what somebody types into it is not written over by what happens elsewhere. */
export function formRead({ address, health }: Connector): Read<ConnectorForm> {
  return {
    queryKey: ['connector-forms', address],
    queryFn: () => api.get<ConnectorForm>(`${address}/config`),
    enabled: health !== 'disabled',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  };
}

/** @throws Problem with STINT_ERR_PLUGIN_SETTINGS, which names the fields */
export async function saveConnection(
  { address }: Connector,
  values: Values,
): Promise<ConnectorStatus> {
  return changed(await api.post<ConnectorStatus>(`${address}/config`, values));
}

/** Tries values with the other side, saved or not. */
export async function testConnection({ address }: Connector, values: Values): Promise<TestAnswer> {
  return changed(await api.post<TestAnswer>(`${address}/test`, values));
}

export async function syncConnection({ address }: Connector): Promise<SyncAnswer> {
  return changed(await api.post<SyncAnswer>(`${address}/sync`, {}));
}

export async function disconnect({ address }: Connector): Promise<DisconnectAnswer> {
  return changed(await api.post<DisconnectAnswer>(`${address}/disconnect`));
}

/** The choices that `x-optionsFrom` names, for what was typed so far. @throws Error with the reason */
export async function optionsOf(
  { address }: Connector,
  name: string,
  values: Values,
): Promise<Choice[]> {
  const body = { name, values };
  const answer = await api.post<{ ok: boolean; error?: string; options?: Choice[] }>(
    `${address}/options`,
    body,
  );
  if (!answer.ok) throw new Error(answer.error);
  return answer.options ?? [];
}

function changed<T>(answer: T): T {
  refresh('me');
  return answer;
}
