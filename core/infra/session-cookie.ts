/** The cookies of a browser session, and of one that is about to be. Under HTTPS their names have the `__Host-` prefix (RFC 6265bis §4.1.3.2). */
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../config.ts';

interface Cookie {
  name: string;
  options: CookieSerializeOptions;
}

export function sessionCookieFor(config: Config): Cookie {
  return cookieFor(config, 'stint_session', config.SESSION_MAX_DAYS * 86_400);
}

/** Of who gave their password, and still owes the second factor. */
export function loginCookieFor(config: Config, seconds: number): Cookie {
  return cookieFor(config, 'stint_login', seconds);
}

function cookieFor(config: Config, name: string, maxAge: number): Cookie {
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  return {
    name: secure ? `__Host-${name}` : name,
    options: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge,
    },
  };
}
