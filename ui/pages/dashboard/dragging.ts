/** Moving cards with a mouse or a finger. Loaded when somebody arranges their dashboard. */
import Sortable from 'sortablejs';

/**
 * @param grid whose children with the class `cell` move, by what has the class `handle` in them
 * @param onMove told the places, counted among the cells
 * @returns how to end it
 */
export function makeDraggable(
  grid: HTMLElement,
  onMove: (from: number, to: number) => void,
): () => void {
  let next: Node | null = null;
  const sortable = Sortable.create(grid, {
    draggable: '.cell',
    handle: '.handle',
    animation: 150,
    ghostClass: 'ghost',
    // The same for mouse and finger, and the page decides how it looks.
    forceFallback: true,
    onChoose: ({ item }) => {
      // What follows the pointer is a copy of the item, and a copy of a card would be a card of its own.
      item.cloneNode = () => shadowOf(item);
    },
    onStart: ({ item }) => {
      next = item.nextSibling;
    },
    onEnd: ({ item, oldDraggableIndex, newDraggableIndex }) => {
      // Where things stand is for the page to say: it finds them as it left them.
      grid.insertBefore(item, next);
      if (oldDraggableIndex === undefined || newDraggableIndex === undefined) return;
      if (oldDraggableIndex !== newDraggableIndex) onMove(oldDraggableIndex, newDraggableIndex);
    },
  });
  return () => sortable.destroy();
}

function shadowOf(item: HTMLElement): HTMLElement {
  const shadow = document.createElement('div');
  shadow.className = 'dragged';
  shadow.textContent = item.ariaLabel;
  return shadow;
}
