/** Which commands were used last, in this browser, newest first. */
const STORED = 'stint.recent-commands';
const MOST = 12;

export function recentCommands(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function noteCommand(id: string): void {
  const next = [id, ...recentCommands().filter((one) => one !== id)].slice(0, MOST);
  localStorage.setItem(STORED, JSON.stringify(next));
}
