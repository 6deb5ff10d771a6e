/** HTTP on Node. Apart from `node.ts`: with the adapter comes all of fetch, of HTTP/2 and of TLS, which commands can do without. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { NodeConfig } from '../config.ts';

/** How long requests in flight may take once the server stops, in milliseconds. */
const GRACE = 10_000;

export interface Server {
  /** Takes no more requests and resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Serves over HTTP. Rejects where the port is taken. */
export async function listen(
  app: { fetch: (request: Request, env: unknown) => Response | Promise<Response> },
  { port, host }: Pick<NodeConfig, 'port' | 'host'>,
): Promise<Server> {
  const server = createServer(
    getRequestListener((request, env) => app.fetch(request, env), { hostname: host }),
  );
  // A request that comes by the drop holds a connection, and no more.
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearTimeout(late);
    },
  };
}
