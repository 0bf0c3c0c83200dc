/** Light, dark, or as the system is; kept in this browser, and read by `index.html` before the first paint. */
import { signal } from '@preact/signals-core';

export type Theme = 'light' | 'dark' | 'system';

const STORED = 'stint.theme';

export const theme = signal<Theme>(read());

export function setTheme(next: Theme): void {
  theme.value = next;
  if (next === 'system') localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, next);
  show();
}

function show(): void {
  const { dataset } = document.documentElement;
  if (theme.peek() === 'system') delete dataset.theme;
  else dataset.theme = theme.peek();
}

function read(): Theme {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

// Chosen in another tab.
addEventListener('storage', ({ key }) => {
  if (key !== STORED) return;
  theme.value = read();
  show();
});
