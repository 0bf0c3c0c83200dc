/** Whether the server answered when it was last asked. */
import { signal } from '@preact/signals-core';

export const isOnline = signal(true);
