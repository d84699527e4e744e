import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Caller, Service } from '../../../local/service.ts';

/** Puts one service behind a port, as the services' listener does, for an unmodified SDK client. */
export async function serve(service: Service, caller: Caller = { kind: 'engineer' }) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers[name] = String(value);
    const answer = await service.handle({
      caller,
      method: request.method ?? 'GET',
      path: (request.url ?? '/').split('?')[0] ?? '/',
      query: url.searchParams,
      headers,
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** What every SDK client takes. */
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'ap-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
