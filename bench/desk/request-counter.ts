import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalRuntime } from '../../local/runtime.ts';

export interface RequestCounts {
  api: number;
  kms: number;
  s3Put: number;
  s3Get: number;
  mails: number;
}

const CHANNEL = 'http.server.request.start';
/** The service that a signed request is for stands in the scope of its signature. */
const SCOPE = /Credential=[^/]+\/[^/]+\/[^/]+\/([a-z0-9]+)\/aws4_request/;

/** Counts the requests that reach the platform's gateway and its emulated services, as they come in. */
export function countRequests({ origin, servicesOrigin }: LocalRuntime) {
  const counts: RequestCounts = { api: 0, kms: 0, s3Put: 0, s3Get: 0, mails: 0 };
  const gateway = Number(new URL(origin).port);
  const services = Number(new URL(servicesOrigin).port);
  const onRequest = (message: unknown) => {
    const { request, server } = message as { request: IncomingMessage; server: Server };
    const { port } = server.address() as AddressInfo;
    if (port === gateway && request.url?.startsWith('/v1/')) counts.api++;
    if (port === services) countService(counts, request);
  };
  subscribe(CHANNEL, onRequest);
  return { counts, stop: () => unsubscribe(CHANNEL, onRequest) };
}

function countService(counts: RequestCounts, { method, headers }: IncomingMessage): void {
  const service = SCOPE.exec(headers.authorization ?? '')?.[1];
  if (service === 'kms') counts.kms++;
  if (service === 'ses') counts.mails++;
  if (service === 's3') counts[method === 'PUT' || method === 'POST' ? 's3Put' : 's3Get']++;
}
