/** Shows an element above whatever page there is, until it says `close`. */

/** @returns the element, when it is gone */
export async function openAbove<Element extends HTMLElement>(element: Element): Promise<Element> {
  const app = document.querySelector('stint-app')?.shadowRoot;
  app?.append(element);
  await new Promise((resolve) => element.addEventListener('close', resolve, { once: true }));
  element.remove();
  return element;
}
