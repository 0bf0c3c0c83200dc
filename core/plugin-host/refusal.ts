/** A plugin's `Reject` as an error of the API. What the plugin made of it may be nonsense, the answer is not. */
import createError from '@fastify/error';
import type { Reject } from '@stint/plugin';
import { clean } from './fault.ts';

const CODE = /^STINT_ERR_[A-Z0-9_]{1,100}$/;
const REJECTED = 422;

export function toRefusal(pluginId: string, { code, message, status, pointer }: Reject): Error {
  const text = clean(String(message));
  const isCode = typeof code === 'string' && CODE.test(code);
  const isStatus = Number.isInteger(status) && status >= 400 && status < 500;
  const refusal = createError(
    isCode ? code : `STINT_ERR_PLG_${pluginId.toUpperCase()}_REJECTED`,
    '%s',
    isStatus ? status : REJECTED,
  );
  const errors = typeof pointer === 'string' && [{ pointer: clean(pointer), detail: text }];
  return Object.assign(new refusal(text), errors && { errors });
}
