/**
 * What the page gives to one card: the core's API and the plugin's own routes, and nothing of the page
 * itself. It ends with the card, and it refuses a card that calls without pause.
 */
import type { CardApi } from '@stint/plugin/ui';
import { confirm } from '../../components/confirm.ts';
import { toast } from '../../components/toast.ts';
import { call, type Query, urlOf } from '../../data/api.ts';
import { serverNow } from '../../data/clock.ts';
import { subscribe } from '../../data/live.ts';
import { queries } from '../../data/queries.ts';
import { isAdmin, isManager } from '../../data/session.ts';
import { runningEntry } from '../../data/timer.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { navigate } from '../place.ts';
import { ownError, type Watched } from './fault-watch.ts';

// More than any person looks at: a card beyond it runs in a circle.
const MOST_CALLS = 60;
const PER_MS = 10_000;

/**
 * @param owner `core`, or the id of the plugin @param card whose faults the errors are
 * @param onEnd takes what ends with the card
 */
export function makeCardApi(
  owner: string,
  card: Watched,
  onEnd: (end: () => void) => void,
): CardApi {
  let calls: number[] = [];

  function count(): void {
    const now = performance.now();
    calls = [...calls.filter((at) => at > now - PER_MS), now];
    if (calls.length <= MOST_CALLS) return;
    const error = new Error(`${MOST_CALLS} calls within ${PER_MS / 1000} seconds.`);
    card.fail(error);
    throw error;
  }

  function checkPath(path: string): void {
    const { pathname, origin } = new URL(urlOf(path), location.href);
    const own = `/api/plugins/${owner}/`;
    const isAllowed = pathname.startsWith('/api/v1/') || pathname.startsWith(own);
    if (origin !== location.origin || !isAllowed) throw new Error(`${path} is not for this card.`);
  }

  async function make<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      checkPath(path);
      count();
      return await work();
    } catch (error) {
      throw ownError(card, error);
    }
  }

  return {
    fetch<T>(path: string, init: Parameters<CardApi['fetch']>[1] = {}) {
      return make(path, () => call<T>(init.method ?? 'GET', path, { body: init.body }));
    },
    read<T>(path: string, query: Query = {}) {
      const resource = path.split('/')[path.startsWith('/api/') ? 3 : 1];
      return make(path, () =>
        queries.fetchQuery({
          queryKey: [resource, path, query, 'card'],
          queryFn: ({ signal }) => call<T>('GET', path, { query, signal }),
        }),
      );
    },
    subscribe(topic, listener) {
      const end = subscribe(topic, () => listener());
      onEnd(end);
      return end;
    },
    timer: {
      get entry() {
        return runningEntry() as Record<string, unknown> | null;
      },
      now: () => new Date(serverNow()),
    },
    t: (key, values) => t(owner === 'core' ? key : `plugin.${owner}.${key}`, values as never),
    format: {
      duration: format.duration,
      date: format.date,
      time: format.time,
      number: (value) => format.number(value),
    },
    navigate: (path) => void navigate(path),
    can: (role) => role === 'member' || (role === 'manager' ? isManager.value : isAdmin.value),
    toast: (message, options) => toast(message, options),
    confirm: (question) => confirm({ heading: question, action: t('action.yes') }),
  };
}
