/** The open issues of one's board, each with a button that starts the timer on it. */
class IssuesCard extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet()];
  }

  connectedCallback() {
    this.api.subscribe('task', () => this.refresh());
    this.refresh();
  }

  async refresh() {
    const { is_connected, issues } = await this.api.fetch('/api/plugins/trackboard/issues');
    const nothing = is_connected ? 'empty' : 'not_connected';
    this.shadowRoot.replaceChildren(issues.length > 0 ? this.list(issues) : this.api.t(nothing));
  }

  list(issues) {
    const list = document.createElement('ul');
    list.append(...issues.map((issue) => this.item(issue)));
    return list;
  }

  item(issue) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = issue.url;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = `${issue.key} ${issue.title}`;
    const start = document.createElement('button');
    start.type = 'button';
    start.textContent = this.api.t('start');
    // Twenty buttons with the same word: say which is which.
    start.setAttribute('aria-label', this.api.t('start_on', { issue: issue.key }));
    start.addEventListener('click', () => this.start(issue, start));
    item.append(link, start);
    return item;
  }

  async start({ task_id, key }, button) {
    button.disabled = true;
    try {
      await this.api.fetch('/timer/start', { method: 'POST', body: { task_id } });
      this.api.toast(this.api.t('started', { issue: key }));
    } catch (error) {
      this.api.toast(error.message, { kind: 'error' });
    } finally {
      button.disabled = false;
    }
  }
}

/** A `<style>` element is refused by the page's content security policy; a sheet of one's own is not. */
function sheet() {
  const made = new CSSStyleSheet();
  made.replaceSync(`
    ul { display: grid; gap: var(--stint-space-2); margin: 0; padding: 0; list-style: none; }
    li { display: flex; align-items: center; gap: var(--stint-space-2); }
    a { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  `);
  return made;
}

export default { api: 1, cards: { issues: IssuesCard } };
