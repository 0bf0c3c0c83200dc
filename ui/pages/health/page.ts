/** How the installation is: each problem with what to do about it, and what it is made of. */
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { type Read, readOne } from '../../data/queries.ts';
import type { HealthProblem, SystemHealth } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { facts } from '../../styles/facts.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';

// Much of it changes by itself.
const LOOK_AGAIN_MS = 15_000;

const healthRead: Read<SystemHealth> = {
  ...readOne<SystemHealth>('/system/health'),
  refetchInterval: LOOK_AGAIN_MS,
  staleTime: 0,
};

@customElement('stint-health-page')
export class HealthPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    facts,
    standing,
    css`
      .page {
        max-inline-size: 54rem;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr);
        gap: var(--stint-space-1) var(--stint-space-4);
        align-items: start;
        padding: var(--stint-space-4);
        overflow-wrap: anywhere;
      }
      li + li {
        border-block-start: 1px solid var(--stint-color-line);
      }
      li .pill {
        justify-self: start;
      }
      li div {
        display: grid;
        gap: var(--stint-space-1);
      }
      .what {
        font-weight: var(--stint-weight-medium);
      }
      .fine {
        display: flex;
        align-items: center;
        gap: var(--stint-space-3);
        padding: var(--stint-space-5) var(--stint-space-4);
      }
      .fine .icon {
        color: var(--stint-color-success);
      }
      @container page (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  private readonly health = new QueryController(this, () => healthRead);

  override render() {
    return html`<div class="page">
      <div class="top"><h1>${t('health.title')}</h1>
        <button @click=${() => this.health.refetch()}>${t('health.again')}</button></div>
      ${reading(this.health, (health) => this.renderHealth(health))}
    </div>`;
  }

  private renderHealth(health: SystemHealth) {
    const { problems, checked_at } = health;
    return html`
      <section class="panel" aria-labelledby="standing">
        <header><h2 id="standing">${t('health.standing')}</h2>
          <span class="small muted numbers">${t('health.checkedAt', { time: format.time(checked_at) })}</span></header>
        <div role="status">${problems.length === 0 ? html`<p class="fine">${icon(circleCheck)} ${t('health.fine')}</p>` : nothing}</div>
        <ul>${repeat(
          problems,
          ({ code, plugin, detail }) => `${code} ${plugin} ${detail}`,
          (one) => this.renderProblem(one),
        )}</ul>
      </section>
      ${this.renderFacts(health)}`;
  }

  private renderProblem(one: HealthProblem) {
    const { code, severity, values } = one;
    const way = wayTo(one);
    return html`<li>
      <span class="pill ${severity === 'error' ? 'bad' : 'warn'}">${t(`health.severity.${severity}`)}</span>
      <div>
        <p class="what">${t(`health.problem.${code}`, values)}</p>
        <p class="small">${t(`health.do.${code}`, values)}</p>
        ${way ? html`<p class="small"><a href=${way.href}>${way.label}</a></p>` : nothing}
      </div>
    </li>`;
  }

  private renderFacts({ version, node_version, database, disk_free_bytes, queue }: SystemHealth) {
    const { due, oldest_seconds } = queue;
    const rows: [string, string | undefined][] = [
      [t('health.version'), version],
      [t('health.node'), node_version],
      [t('health.database'), database.version],
      [t('health.databaseSize'), bytes(database.size_bytes)],
      [t('health.diskFree'), disk_free_bytes === null ? undefined : bytes(disk_free_bytes)],
      [
        t('health.queue'),
        due === 0
          ? format.number(0)
          : t('health.queueOldest', { count: due, seconds: oldest_seconds }),
      ],
    ];
    return html`<section class="panel" aria-labelledby="facts">
      <header><h2 id="facts">${t('health.facts')}</h2></header>
      <div class="inside"><dl>${rows.map(([name, value]) => (value ? html`<dt>${name}</dt><dd class="numbers">${value}</dd>` : nothing))}</dl></div>
    </section>`;
  }
}

/** Where it can be mended. */
function wayTo({ code, plugin }: HealthProblem): { href: string; label: string } | undefined {
  if (!plugin) return undefined;
  if (code === 'jobs_failed') return { href: '/admin/jobs', label: t('health.see.jobs') };
  if (code === 'deliveries_failed')
    return {
      href: `/admin/deliveries?connector=${plugin}&outcome=failed`,
      label: t('health.see.deliveries'),
    };
  return { href: `/admin/plugins/${plugin}`, label: t('health.see.plugin') };
}

function bytes(count: number): string {
  const unit = count >= 1e9 ? 'gigabyte' : 'megabyte';
  const value = count / (unit === 'gigabyte' ? 1e9 : 1e6);
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return format.number(value, { style: 'unit', unit, maximumFractionDigits });
}
