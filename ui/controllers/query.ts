/**
 * Keeps a component up to date with one read of the cache.
 * @example
 * private projects = new QueryController(this, () => projectsRead);
 * render() { return this.projects.data?.map(…) }
 */
import { QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { queries, type Read } from '../data/queries.ts';

export class QueryController<T> implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly options: () => Read<T>;
  private observer?: QueryObserver<T, Error, T, T, readonly unknown[]>;
  private unsubscribe?: () => void;
  private result?: QueryObserverResult<T>;

  /** @param options evaluated before each render, so that it may depend on properties of the host */
  constructor(host: ReactiveControllerHost, options: () => Read<T>) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.observer ??= new QueryObserver(queries, this.options());
    this.result = this.observer.getCurrentResult();
    this.unsubscribe = this.observer.subscribe((result) => {
      this.result = result;
      this.host.requestUpdate();
    });
  }

  hostUpdate(): void {
    this.observer?.setOptions(this.options());
    this.result = this.observer?.getCurrentResult();
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  /** What was read last, also while it is read again. */
  get data(): T | undefined {
    return this.result?.data;
  }

  /** Why there is nothing to show. */
  get error(): Error | undefined {
    return this.result?.data === undefined ? (this.result?.error ?? undefined) : undefined;
  }

  /** For the first time: there is nothing to show yet. */
  get isLoading(): boolean {
    return this.result?.data === undefined && !this.result?.error;
  }

  async refetch(): Promise<void> {
    await this.observer?.refetch();
  }
}
