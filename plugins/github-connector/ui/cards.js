/** The open issues of one's repositories, each with a link to it and a button that starts the timer on it. */
class IssuesCard extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [makeSheet()];
  }

  connectedCallback() {
    this.stop = this.api.subscribe('task', () => this.refresh());
    this.refresh();
  }

  disconnectedCallback() {
    this.stop?.();
  }

  async refresh() {
    const { is_connected, issues } = await this.api.fetch('/api/plugins/github_connector/issues');
    this.shadowRoot.replaceChildren(
      issues.length > 0 ? this.list(issues) : this.nothing(is_connected),
    );
  }

  nothing(isConnected) {
    const text = document.createElement('p');
    text.textContent = this.api.t(isConnected ? 'empty' : 'not_connected');
    if (isConnected) return text;
    const way = document.createElement('a');
    way.href = '/integrations/github_connector';
    way.textContent = this.api.t('connect');
    text.append(' ', way);
    return text;
  }

  list(issues) {
    const list = document.createElement('ul');
    list.append(...issues.map((issue) => this.item(issue)));
    return list;
  }

  item(issue) {
    const item = document.createElement('li');
    const text = document.createElement('div');
    const title = document.createElement(issue.url ? 'a' : 'span');
    if (issue.url) {
      title.href = issue.url;
      title.target = '_blank';
      title.rel = 'noopener noreferrer';
    }
    title.textContent = issue.title;
    const about = document.createElement('small');
    about.textContent = issue.is_high ? `${issue.key} · ${this.api.t('high')}` : issue.key;
    text.append(title, about);
    item.append(text, this.startButton(issue));
    return item;
  }

  startButton(issue) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.api.t('start');
    // Twenty buttons with the same word: say which is which.
    button.setAttribute('aria-label', this.api.t('start_on', { issue: issue.key }));
    button.addEventListener('click', () => this.start(issue, button));
    return button;
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

const look = `
  ul { display: grid; gap: var(--stint-space-3); margin: 0; padding: 0; list-style: none; }
  li { display: flex; align-items: center; gap: var(--stint-space-3); }
  li > div { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; display: grid; }
  a { color: var(--stint-color-link); }
  small { color: var(--stint-color-muted); }
  p { margin: 0; color: var(--stint-color-muted); }
  button {
    min-block-size: 2rem; padding-inline: var(--stint-space-3); font: inherit; cursor: pointer;
    color: inherit; background: none;
    border: 1px solid var(--stint-color-line); border-radius: var(--stint-radius-s);
  }
  button:hover { border-color: var(--stint-color-accent); }
`;

/** A sheet of its own: the page's policy takes no style elements. */
function makeSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  return sheet;
}
export default { api: 1, cards: { issues: IssuesCard } };
