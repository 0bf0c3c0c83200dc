/** What plugins suggest to record, of the last days (`timer.suggest/v1`). Loaded after the day itself. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import '../../components/proposals/list.ts';
import { QueryController } from '../../controllers/query.ts';
import { addDays, instantAt, today } from '../../data/days.ts';
import { proposalsRead } from '../../data/proposals.ts';

const BACK_DAYS = 6;

@customElement('stint-suggestions')
export class Suggestions extends StintElement {
  private readonly suggestions = new QueryController(this, () => {
    const at = (days: number) => instantAt(`${addDays(today(), days)}T00:00:00`);
    return proposalsRead('suggestions', at(-BACK_DAYS), at(1));
  });

  override render() {
    return html`<stint-proposal-list .proposals=${this.suggestions.data}></stint-proposal-list>`;
  }
}
