/** Opens a port, or says in one line that it is taken. */
import type { FastifyInstance } from 'fastify';
import { ERR_PORT_IN_USE } from '../errors.ts';

/**
 * @returns the address, with a name where it is this machine's own
 * @throws STINT_ERR_PORT_IN_USE
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  const address = await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new ERR_PORT_IN_USE(port, host);
    throw error;
  });
  return address.replace('127.0.0.1', 'localhost');
}
