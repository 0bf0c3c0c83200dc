/** How far the week is. */
class WeekCard extends HTMLElement {
  connectedCallback() {
    this.refresh();
  }

  async refresh() {
    const week = await this.api.fetch('/api/plugins/weekly_goals/week');
    const bar = document.createElement('progress');
    bar.max = Math.max(week.goal_seconds, 1);
    bar.value = week.tracked_seconds;
    const { duration } = this.api.format;
    const [tracked, goal] = [duration(week.tracked_seconds), duration(week.goal_seconds)];
    const text = this.api.t('progress', { tracked, goal });
    bar.setAttribute('aria-label', text);
    this.replaceChildren(bar, document.createTextNode(text));
  }
}

export default { api: 1, cards: { week: WeekCard } };
