/** What a plugin imports: `import { definePlugin, Reject } from '@stint/plugin'`. */
export * from './context.ts';
export * from './define-plugin.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './hooks.ts';
export * from './manifest.ts';
export * from './routes.ts';
