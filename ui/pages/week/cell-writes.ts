/**
 * What was typed into cells and is on its way: it shows and counts at once. A refusal stays at its cell
 * with what was typed, until it is corrected or taken back. Writes of one cell go one after another.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Unreachable } from '../../data/problem.ts';
import { t } from '../../i18n/texts.ts';

export interface Refusal {
  /** What was typed. */
  text: string;
  reason: string;
}

type State = { seconds: number } | { refusal: Refusal };

export class CellWrites implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly states = new Map<string, State>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** What is being saved. */
  secondsOf(cell: string): number | undefined {
    const state = this.states.get(cell);
    return state && 'seconds' in state ? state.seconds : undefined;
  }

  refusalOf(cell: string): Refusal | undefined {
    const state = this.states.get(cell);
    return state && 'refusal' in state ? state.refusal : undefined;
  }

  /** @param work ends when what it wrote has been read again */
  async write(cell: string, text: string, seconds: number, work: () => Promise<void>) {
    const state: State = { seconds };
    this.show(cell, state);
    const turn = (this.turns.get(cell) ?? Promise.resolve()).then(work);
    this.turns.set(
      cell,
      turn.catch(() => {}),
    );
    try {
      await turn;
      // Unless something else was typed meanwhile.
      if (this.states.get(cell) === state) this.show(cell);
    } catch (error) {
      const reason = error instanceof Unreachable ? t('offline.notSent') : (error as Error).message;
      if (this.states.get(cell) === state) this.refuse(cell, text, reason);
    }
  }

  refuse(cell: string, text: string, reason: string): void {
    this.show(cell, { refusal: { text, reason } });
  }

  takeBack(cell: string): void {
    if (this.refusalOf(cell)) this.show(cell);
  }

  private show(cell: string, state?: State): void {
    if (state) this.states.set(cell, state);
    else this.states.delete(cell);
    this.host.requestUpdate();
  }
}
