/** The headers of a delivery that a plugin sees and the database keeps: none that is a credential. */
const credentials = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** @param secret with which the sender proved itself; some send it as it is */
export function withoutCredentials(
  headers: Record<string, string | string[] | undefined>,
  secret: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : value;
      if (text === undefined || credentials.has(name)) return [];
      return secret !== '' && text.includes(secret) ? [] : [[name, text]];
    }),
  );
}
