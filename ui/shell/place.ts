/** Where somebody is in the app, and how they get elsewhere without loading the page anew. */
import { signal } from '@preact/signals-core';

type GoTo = (path: string) => Promise<void>;

/** The address, as `path?query`. */
export const place = signal(here());
let goTo: GoTo | undefined;

/** Called once, by the frame. */
export function onNavigate(router: GoTo): void {
  goTo = router;
}

/** Opens an address of the app. @param options.replace leaves no step back to the one before */
export async function navigate(path: string, { replace = false } = {}): Promise<void> {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  await goTo?.(new URL(path, location.href).pathname);
  notePlace();
}

/** Changes the query of the address and stays on the page: filters that can be sent as a link. */
export function setQuery(values: Record<string, string | undefined>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(null, '', url);
  notePlace();
}

export function queryValue(name: string): string | undefined {
  return new URLSearchParams(place.value.split('?')[1]).get(name) ?? undefined;
}

export function notePlace(): void {
  place.value = here();
}

function here(): string {
  return location.pathname + location.search;
}
