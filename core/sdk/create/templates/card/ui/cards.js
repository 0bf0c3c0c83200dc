/** The card of My plugin. The page defines the element: this module only hands over the class. */
class TodayCard extends HTMLElement {
  connectedCallback() {
    for (const topic of ['timer', 'entry']) this.api.subscribe(topic, () => this.refresh());
    this.refresh();
  }

  async refresh() {
    const { seconds, entries } = await this.api.fetch('/api/plugins/my_plugin/today');
    const bar = document.createElement('progress');
    bar.max = (this.config.goal_hours ?? 8) * 3600;
    bar.value = seconds;
    const text = this.api.t('today', { entries, time: this.api.format.duration(seconds) });
    bar.setAttribute('aria-label', text);
    this.replaceChildren(bar, document.createTextNode(text));
  }
}

export default { api: 1, cards: { today: TodayCard } };
