/**
 * The person's dashboard as it is kept on the server. A change shows at once and is sent; they are sent
 * one after another, each based on the one before, and any number of them can be taken back.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { hasCode } from '../../data/problem.ts';
import { queries, readOne } from '../../data/queries.ts';
import type { Dashboard } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import type { Arrangement } from './arrangement.ts';

const dashboardRead = readOne<Dashboard>('/me/dashboard');

export class KeptDashboard implements ReactiveController {
  readonly query: QueryController<Dashboard>;
  private readonly host: ReactiveControllerHost;
  private before: (Arrangement | null)[] = [];
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  /** What the next one is based on. */
  private known?: Dashboard;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    this.query = new QueryController(host, () => ({
      ...dashboardRead,
      // What was just changed is newer than any answer.
      enabled: this.waiting === 0,
    }));
    host.addController(this);
  }

  hostConnected(): void {}

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  /** @param cards null for the dashboard that Stint comes with */
  change(cards: Arrangement | null): void {
    this.before.push(this.query.data?.cards ?? null);
    this.show(cards);
  }

  undo(): void {
    const cards = this.before.pop();
    if (cards !== undefined) this.show(cards);
  }

  /** Ends what can be taken back. */
  forget(): void {
    this.before = [];
    this.host.requestUpdate();
  }

  private show(cards: Arrangement | null): void {
    if (this.waiting === 0) this.known = this.query.data;
    this.keep({ ...(this.query.data as Dashboard), cards: cards && [...cards] });
    this.waiting += 1;
    this.last = this.last.then(() => this.send(cards));
  }

  private async send(cards: Arrangement | null): Promise<void> {
    try {
      const saved = await api.put<Dashboard>('/me/dashboard', { cards }, { basedOn: this.known });
      this.known = saved;
      this.waiting -= 1;
      if (this.waiting === 0) this.keep(saved);
    } catch (error) {
      this.waiting -= 1;
      if (!hasCode(error, 'STINT_ERR_VERSION_MISMATCH')) return toastError(error);
      this.forget();
      await queries.invalidateQueries({ queryKey: dashboardRead.queryKey });
      this.known = queries.getQueryData(dashboardRead.queryKey);
      toast(t('dashboard.changed'), { kind: 'error' });
    }
  }

  private keep(dashboard: Dashboard): void {
    queries.setQueryData(dashboardRead.queryKey, dashboard);
    this.host.requestUpdate();
  }
}
