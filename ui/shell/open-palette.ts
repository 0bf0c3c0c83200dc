/** Opens the command palette, and closes it when it is open. Its code is loaded when it is first needed. */
import { openAbove } from '../components/open-above.ts';
import type { Palette } from '../components/palette/palette.ts';
import { listCommands, readCommands } from './commands.ts';

let last: Palette | undefined;
let isLoading = false;

export async function togglePalette(): Promise<void> {
  if (last?.isOpen) return last.close();
  if (isLoading) return;
  isLoading = true;
  const { Palette } = await import('../components/palette/palette.ts').finally(() => {
    isLoading = false;
  });
  const palette = Object.assign(new Palette(), { commands: listCommands() });
  last = palette;
  void openAbove(palette);
  await readCommands();
  palette.commands = listCommands();
}
