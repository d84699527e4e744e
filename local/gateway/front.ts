import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { splitTarget } from './request-event.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface FrontOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Address to bind; only this machine unless told. */
  readonly host?: string;
  readonly log?: (message: string) => void;
}

/** The listener that the outside sees: `/oidc`, `/local`, a portal, and the API for everything else. */
export interface Front {
  /** `http://127.0.0.1:4700` */
  readonly origin: string;
  /** Gives every request below the path (`/oidc`: itself and `/oidc/...`) to the handler; the longest path wins. */
  route(path: string, handler: RequestHandler): void;
  /** Gives everything else to the handler; until it is set, the answer is 503. */
  otherwise(handler: RequestHandler): void;
  /** Takes no new connection, lets the requests in progress finish, then ends. */
  close(): Promise<void>;
}

/**
 * Binds first, so that the origin is known before anything that needs it is made.
 * @throws the listen error, with `code` EADDRINUSE when the port is taken.
 */
export async function openFront({ port, host = '127.0.0.1', log }: FrontOptions): Promise<Front> {
  const handlers = new Map<string, RequestHandler>();
  let fallback: RequestHandler = (_, response) => answer(response, 503, 'Service Unavailable');

  let closing = false;
  const server = createServer(async (request, response) => {
    const startedAtMs = performance.now();
    response.on('close', () => {
      const tookMs = Math.round(performance.now() - startedAtMs);
      log?.(`${request.method} ${request.url} ${response.statusCode} ${tookMs} ms`);
      // A kept-alive connection would hold up the end for seconds.
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    const handler = longestPrefix(handlers, splitTarget(request.url ?? '/').path) ?? fallback;
    try {
      await handler(request, response);
    } catch (error) {
      log?.(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
      if (response.headersSent) response.destroy();
      else answer(response, 500, 'Internal Server Error');
    }
  });
  await listen(server, port, host);
  const address = server.address() as AddressInfo;

  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    route: (path, handler) => void handlers.set(path, handler),
    otherwise(handler) {
      fallback = handler;
    },
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function longestPrefix(
  handlers: ReadonlyMap<string, RequestHandler>,
  path: string,
): RequestHandler | undefined {
  for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
    const handler = handlers.get(prefix);
    if (handler) return handler;
  }
  return undefined;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}
