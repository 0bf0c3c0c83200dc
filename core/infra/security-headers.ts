/** Headers that every answer carries. Source: OWASP Secure Headers; the policy is `docs/security.md`'s. */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** @param scripts hashes of inline scripts that may run as well, as `'sha256-…'` */
export function policyWith(scripts: string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

const contentSecurityPolicy = policyWith([]);

async function registerSecurityHeaders(app: FastifyInstance): Promise<void> {
  const isSecure = app.config.PUBLIC_URL?.startsWith('https:') ?? false;
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
    if (!reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', contentSecurityPolicy);
    }
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
    if (isSecure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}

export default fp(registerSecurityHeaders, { name: 'stint-security-headers', fastify: '5.x' });
