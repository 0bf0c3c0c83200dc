/**
 * The keys of commands: those with Ctrl or Cmd work everywhere, single keys neither while somebody types
 * nor in a dialog, and not at all where they are switched off.
 */
import { tinykeys } from 'tinykeys';
import { toastError } from '../components/toast.ts';
import { sessionState } from '../data/session.ts';
import { areKeysOn } from '../data/shortcuts.ts';
import { listCommands } from './commands.ts';
import { togglePalette } from './open-palette.ts';

const SINGLE = ['n', 's', 'c', '[Shift]+?'];
const occupied = 'dialog, [contenteditable], [role="listbox"], [role="menu"], [role="grid"]';

/** Called once, by the frame. */
export function startShortcuts(): void {
  tinykeys(
    window,
    {
      '$mod+k': (event) => {
        event.preventDefault();
        togglePalette().catch(toastError);
      },
    },
    { ignore: (event) => event.repeat || sessionState.peek() !== 'signed-in' },
  );
  tinykeys(
    window,
    {
      // Before the others: the second letter is no key of its own.
      'g ([a-z])': (event) => run(event, `g ${event.key.toLowerCase()}`),
      ...Object.fromEntries(SINGLE.map((keys) => [keys, (event) => run(event, keys)])),
    },
    { ignore: isElsewhere },
  );
}

function run(event: KeyboardEvent, keys: string): void {
  const command = listCommands().find((one) => one.keys === keys);
  if (!command) return;
  // The letter would end up in the field that it opens.
  event.preventDefault();
  void Promise.resolve(command.run()).catch(toastError);
}

/** Whether a key is meant for something else. The target itself is hidden by the shadow trees around it. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (!areKeysOn.peek() || sessionState.peek() !== 'signed-in') return true;
  if (event.repeat || event.isComposing) return true;
  return event.composedPath().some((node) => {
    if (!(node instanceof HTMLElement)) return false;
    return isField(node) || node.matches(occupied);
  });
}

function isField(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !/^(checkbox|radio|button)$/.test(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
