/** The cards of Slack: setting up and linking, what was sent, and who is in. */
const OWN = '/api/plugins/slack_connector';
const APPS = 'https://api.slack.com/apps?new_app=1';

/** @param children texts and elements; what is false is left out */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

const look = `
    .stack, ul { display: grid; gap: var(--stint-space-3); }
    .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--stint-space-3); }
    .row > p { flex: 1 1 16rem; }
    p, ul { margin: 0; }
    ul { padding: 0; list-style: none; }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--stint-space-3);
      padding-block-end: var(--stint-space-2);
      border-block-end: 1px solid var(--stint-color-line);
    }
    li:last-child { border: 0; }
    .what { overflow-wrap: anywhere; }
    .small { font-size: var(--stint-text-s); }
    .muted { color: var(--stint-color-muted); }
    .warn { color: var(--stint-color-warning); }
    .bad, .outcome.failed { color: var(--stint-color-danger); }
    .bad.small { grid-column: 1 / -1; }
    .outcome { font-size: var(--stint-text-s); }
    .outcome.waiting, .outcome.skipped, .outcome.unknown, .outcome.away { color: var(--stint-color-warning); }
    .outcome.out { color: var(--stint-color-muted); }
    details { border-block-start: 1px solid var(--stint-color-line); padding-block-start: var(--stint-space-3); margin-block-start: var(--stint-space-3); }
    summary { cursor: pointer; font-weight: var(--stint-weight-medium); }
    details .stack { margin-block-start: var(--stint-space-3); }
    textarea, .command {
      box-sizing: border-box;
      inline-size: 100%;
      padding: var(--stint-space-3);
      border: 1px solid var(--stint-color-line);
      border-radius: var(--stint-radius-m);
      background: var(--stint-color-sunken);
      color: inherit;
      font-family: var(--stint-font-mono);
      font-size: var(--stint-text-s);
      overflow-wrap: anywhere;
    }
    .command { display: block; user-select: all; }
    button {
      min-block-size: var(--stint-control);
      padding-inline: var(--stint-space-4);
      border: 1px solid var(--stint-color-line-strong);
      border-radius: var(--stint-radius-m);
      background: var(--stint-color-surface);
      color: var(--stint-color-text);
      font: inherit;
      font-weight: var(--stint-weight-medium);
      cursor: pointer;
    }
    button:hover { background: var(--stint-color-hover); }
    button.primary { border-color: transparent; background: var(--stint-color-accent); color: var(--stint-color-on-accent); }
    button.primary:hover { background: var(--stint-color-accent-hover); }
    button:disabled { opacity: 0.55; }
    :focus-visible { outline: 2px solid var(--stint-color-focus); outline-offset: 2px; }
    a { color: var(--stint-color-link); }
  `;

/** What each of them has in common: a look, and reading anew. */
class SlackCard extends HTMLElement {
  connectedCallback() {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(look);
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    }
    this.refresh();
  }

  async refresh() {
    try {
      await this.show();
    } catch (error) {
      this.draw(make('p', { className: 'bad', role: 'alert' }, error.message));
    }
  }

  draw(...children) {
    this.shadowRoot.replaceChildren(...children.filter((child) => child));
  }

  button(text, act, className = '') {
    const button = make('button', { type: 'button', className }, text);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await act();
      } catch (error) {
        this.api.toast(error.message, { kind: 'error' });
      } finally {
        button.disabled = false;
      }
    });
    return button;
  }
}

class SetupCard extends SlackCard {
  #code;
  #config;

  /** Set anew by the page when the settings were saved. */
  get config() {
    return this.#config;
  }
  set config(config) {
    const isNew = this.#config !== undefined && this.#config !== config;
    this.#config = config;
    if (isNew && this.isConnected) this.refresh();
  }

  async show() {
    const setup = await this.api.fetch(`${OWN}/setup`);
    if (setup.linked_slack_user_id) this.#code = undefined;
    this.draw(this.account(setup), this.app(setup));
  }

  account(setup) {
    const { t } = this.api;
    const { is_connected, has_signing_secret, linked_slack_user_id: id } = setup;
    if (id) {
      const line = make('p', {}, t('ui.linked', { id }));
      return make(
        'div',
        { className: 'row' },
        line,
        this.button(t('ui.unlink'), () => this.unlink()),
      );
    }
    if (!is_connected) return make('p', { className: 'muted' }, t('ui.save_first'));
    if (!has_signing_secret) return make('p', { className: 'muted' }, t('ui.no_signing_secret'));
    if (this.#code) {
      return make(
        'div',
        { className: 'stack' },
        make('p', {}, t('ui.code_text')),
        make('code', { className: 'command' }, this.#code),
        make(
          'div',
          { className: 'row' },
          this.button(t('ui.check'), () => this.check(), 'primary'),
          this.button(t('ui.new_code'), () => this.getCode()),
        ),
      );
    }
    return make(
      'div',
      { className: 'row' },
      make('p', { className: 'muted' }, t('ui.not_linked')),
      this.button(t('ui.get_code'), () => this.getCode(), 'primary'),
    );
  }

  app({ is_shared, is_connected, is_https, has_bot_token, manifest }) {
    const { t } = this.api;
    const area = make('textarea', { readOnly: true, rows: 10, value: manifest, spellcheck: false });
    area.setAttribute('aria-label', t('ui.manifest'));
    const details = make(
      'details',
      { open: !is_shared && !(is_connected && has_bot_token) },
      make('summary', {}, t('ui.app')),
      make(
        'div',
        { className: 'stack' },
        !is_https && make('p', { className: 'warn' }, t('ui.not_https')),
        make('p', { className: 'muted' }, t('ui.app_text')),
        area,
        make(
          'div',
          { className: 'row' },
          this.button(t('ui.copy'), () => this.copy(area)),
          make('a', { href: APPS, target: '_blank', rel: 'noopener' }, t('ui.app_link')),
        ),
      ),
    );
    const shared = is_shared && make('p', { className: 'muted' }, t('ui.shared'));
    return make('div', { className: 'stack' }, shared, details);
  }

  async getCode() {
    const { command } = await this.api.fetch(`${OWN}/link-code`, { method: 'POST' });
    this.#code = command;
    await this.show();
  }

  async check() {
    await this.show();
    if (this.#code) this.api.toast(this.api.t('ui.still_not'));
  }

  async unlink() {
    if (!(await this.api.confirm(this.api.t('ui.unlink_question')))) return;
    await this.api.fetch(`${OWN}/link`, { method: 'DELETE' });
    await this.show();
  }

  async copy(area) {
    area.select();
    // Only there where the page came by https; what is selected can be copied by hand.
    await navigator.clipboard?.writeText(area.value);
    if (navigator.clipboard) this.api.toast(this.api.t('ui.copied'));
  }
}

class NotificationsCard extends SlackCard {
  connectedCallback() {
    super.connectedCallback();
    this.api.subscribe('timer', () => this.refresh());
  }

  async show() {
    const { t, format } = this.api;
    const { is_connected, notifications } = await this.api.fetch(`${OWN}/notifications`);
    if (notifications.length === 0) {
      const text = t(is_connected ? 'ui.no_notifications' : 'ui.not_connected');
      return this.draw(make('p', { className: 'muted' }, text));
    }
    const items = notifications.map(({ kind, text, outcome, error, created_at }) =>
      make(
        'li',
        {},
        make('span', { className: 'what' }, text ? plain(text) : t(`ui.kind.${kind}`)),
        make('span', { className: `outcome ${outcome}` }, t(`ui.outcome.${outcome}`)),
        make(
          'span',
          { className: 'muted small' },
          `${format.date(created_at)}, ${format.time(created_at)}`,
        ),
        error ? make('span', { className: 'bad small' }, error) : undefined,
      ),
    );
    return this.draw(make('ul', {}, ...items));
  }
}

class AttendanceCard extends SlackCard {
  async show() {
    const { t, format } = this.api;
    const { is_on, people } = await this.api.fetch(`${OWN}/attendance`);
    if (people.length === 0)
      return this.draw(
        make('p', { className: 'muted' }, t(is_on ? 'ui.nobody' : 'ui.attendance_off')),
      );
    const items = people.map(({ name, state, note, since }) =>
      make(
        'li',
        {},
        make('span', { className: 'what' }, name),
        make('span', { className: `outcome ${state}` }, t(`ui.state.${state}`)),
        make('span', { className: 'muted small' }, t('ui.since', { time: format.time(since) })),
        note ? make('span', { className: 'muted small' }, note) : undefined,
      ),
    );
    return this.draw(make('ul', {}, ...items));
  }
}

/** As Slack shows it, without its signs. */
function plain(text) {
  const [first] = text.split('\n', 1);
  return first
    .replace(/^[▶⏹] /u, '')
    .replace(/\*([^*]+)\*/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

export default {
  api: 1,
  cards: { setup: SetupCard, notifications: NotificationsCard, attendance: AttendanceCard },
};
