/**
 * Shows a refusal of the server in the form that was sent: at the fields it names, or above the button.
 * @example private faults = new FormFaults(this); … await this.faults.during(() => api.post(…))
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { Problem } from '../data/problem.ts';
import { t } from '../i18n/texts.ts';

export class FormFaults implements ReactiveController {
  private readonly host: ReactiveControllerHost & { renderRoot?: ParentNode };
  private problem?: Error;
  private named = new Set<string>();
  isBusy = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** Runs `work` with the form held. @returns its result, or nothing when it was refused and shown */
  async during<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.isBusy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      return await work();
    } catch (error) {
      this.problem = error as Error;
      return undefined;
    } finally {
      this.isBusy = false;
      this.host.requestUpdate();
      if (this.problem) void this.focusFirst();
    }
  }

  /** What is wrong with the field of that name; use it with `aria-describedby=${name}-fault`. */
  at(name: string): string | undefined {
    this.named.add(`/${name}`);
    return this.problem instanceof Problem ? this.problem.faultAt(`/${name}`) : undefined;
  }

  /** `aria-invalid` of the field of that name. */
  invalid(name: string): 'true' | undefined {
    return this.at(name) === undefined ? undefined : 'true';
  }

  /** The line below a field. */
  line(name: string) {
    return html`<p class="fault" id="${name}-fault">${this.at(name)}</p>`;
  }

  /** What belongs to no field that is shown. */
  rest() {
    const { problem } = this;
    if (!problem) return nothing;
    if (problem instanceof Problem && problem.errors.some(({ pointer }) => this.named.has(pointer)))
      return nothing;
    const text = problem instanceof Problem ? problem.message : t('offline.notSent');
    return html`<p class="note bad" role="alert" data-code=${ifDefined((problem as Problem).code)}>${text}</p>`;
  }

  private async focusFirst(): Promise<void> {
    await new Promise(requestAnimationFrame);
    this.host.renderRoot?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  hostConnected(): void {}
}
