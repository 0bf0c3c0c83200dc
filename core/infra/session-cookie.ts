/** The cookie of a browser session. Under HTTPS its name has the `__Host-` prefix (RFC 6265bis §4.1.3.2). */
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../config.ts';

export function sessionCookieFor(config: Config): {
  name: string;
  options: CookieSerializeOptions;
} {
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  return {
    name: secure ? '__Host-stint_session' : 'stint_session',
    options: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: config.SESSION_MAX_DAYS * 86_400,
    },
  };
}
