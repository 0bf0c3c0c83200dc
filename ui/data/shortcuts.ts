/**
 * Whether single keys do something, kept in this browser: who speaks to their computer, or has a tremor,
 * needs them off (WCAG 2.1.4). Keys with Ctrl or Cmd always work.
 */
import { signal } from '@preact/signals-core';

const STORED = 'stint.keys';
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const caps: Record<string, string> = { $mod: isApple ? '⌘' : 'Ctrl', '[Shift]': '' };

export const areKeysOn = signal(read());

export function setKeysOn(isOn: boolean): void {
  areKeysOn.value = isOn;
  if (isOn) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
}

/** What stands on the keys of a shortcut, one press after another. @example keyCaps('g t') // ['G', 'T'] */
export function keyCaps(keys: string): string[] {
  return keys
    .split(/[ +]/)
    .map((key) => caps[key] ?? key.toUpperCase())
    .filter(Boolean);
}

function read(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

// Switched in another tab.
addEventListener('storage', ({ key }) => {
  if (key === STORED) areKeysOn.value = read();
});
