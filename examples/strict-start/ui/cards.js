/** Says what a timer needs before somebody is refused. */
class RulesCard extends HTMLElement {
  connectedCallback() {
    this.refresh();
  }

  async refresh() {
    const rules = await this.api.fetch('/api/plugins/strict_start/rules');
    const wanted = Object.keys(rules).filter((name) => rules[name]);
    this.textContent = wanted.length > 0 ? `A timer needs: ${wanted.join(', ')}.` : '';
    const detail = { visible: wanted.length > 0 };
    this.dispatchEvent(
      new CustomEvent('stint-visibility', { detail, bubbles: true, composed: true }),
    );
  }
}

export default { api: 1, cards: { rules: RulesCard } };
