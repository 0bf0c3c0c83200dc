/** Has the shell kept for times without a network. Browsers allow it on HTTPS and on localhost only. */

// Not while the page itself is loading.
const AFTER_MS = 2000;

export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register('/service-worker.js');
      const { active } = await navigator.serviceWorker.ready;
      // What was loaded before it was there.
      active?.postMessage({
        keep: performance.getEntriesByType('resource').map(({ name }) => name),
      });
    } catch {
      // Without it everything works, but for opening the page without a network.
    }
  }, AFTER_MS);
}
