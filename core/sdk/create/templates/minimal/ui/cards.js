/** The card of My plugin. The page defines the element: this module only hands over the class. */
class TotalCard extends HTMLElement {
  connectedCallback() {
    this.refresh();
  }

  async refresh() {
    const { seconds } = await this.api.fetch('/api/plugins/my_plugin/total');
    this.textContent = this.api.format.duration(seconds);
  }
}

export default { api: 1, cards: { total: TotalCard } };
