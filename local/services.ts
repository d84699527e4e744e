import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from './iam/credentials.ts';
import type { Service, ServiceResponse } from './service.ts';

/** The listener behind which every AWS service is emulated. */
export interface ServicesListener {
  /** `http://127.0.0.1:4701` */
  readonly origin: string;
  /** Starts to answer; requests that came before wait. */
  serve(services: readonly Service[], credentials: Credentials): void;
  close(): Promise<void>;
}

/** The largest body of a single PutObject that is taken here; all other services take less. */
const LARGEST_BODY_BYTES = 64 * 1024 * 1024;

interface Dispatch {
  readonly services: ReadonlyMap<string, Service>;
  readonly credentials: Credentials;
}

/**
 * Binds the services listener to the loopback address. A request is dispatched by the service name in the credential scope of
 * its signature; the access key id tells the caller.
 *
 * @param port 0 for any free port
 * @throws the listen error, with `code` EADDRINUSE when the port is taken
 */
export async function openServices(port: number, log: (line: string) => void): Promise<ServicesListener> {
  let start: (dispatch: Dispatch) => void = () => {};
  const started = new Promise<Dispatch>((resolve) => {
    start = resolve;
  });
  let closing = false;
  const server = createServer((request, response) => {
    response.on('close', () => closing && setImmediate(() => server.closeIdleConnections()));
    void answer(request, started, log).then(
      (result) => send(response, result),
      // The client has gone while it was sending.
      () => response.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${bound}`,
    serve: (services, credentials) =>
      start({ services: new Map(services.map((one) => [one.signingName, one])), credentials }),
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  started: Promise<Dispatch>,
  log: (line: string) => void,
): Promise<ServiceResponse> {
  const body = await readBody(request);
  const { services, credentials } = await started;
  const headers = plainHeaders(request);
  if (body === undefined) {
    return refusal(headers, 413, 'RequestEntityTooLarge', `a body of more than ${LARGEST_BODY_BYTES} bytes`);
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const scope = credentialScope(headers.authorization, url.searchParams);
  if (!scope) return refusal(headers, 403, 'MissingAuthenticationToken', 'Missing Authentication Token');
  const caller = credentials.callerOf(scope.accessKeyId);
  if (!caller) {
    const message = 'The security token included in the request is invalid.';
    return refusal(headers, 403, 'UnrecognizedClientException', message);
  }
  const service = services.get(scope.service);
  if (!service) {
    const offered = [...services.keys()].join(', ');
    const message = `${scope.service} is not emulated on one machine; these are: ${offered}`;
    return refusal(headers, 501, 'NotImplemented', message);
  }
  const [path = '/'] = (request.url ?? '/').split('?');
  try {
    const method = request.method ?? 'GET';
    return await service.handle({ caller, method, path, query: url.searchParams, headers, body });
  } catch (error) {
    log(`${scope.service}: ${error instanceof Error ? error.stack : String(error)}`);
    return refusal(headers, 500, 'InternalFailure', 'The request processing has failed');
  }
}

interface CredentialScope {
  readonly accessKeyId: string;
  readonly service: string;
}

/**
 * The scope of a signature, in the Authorization header or in the query of a presigned URL: `AKID/20260101/region/service/aws4_request`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html).
 */
function credentialScope(
  authorization: string | undefined,
  query: URLSearchParams,
): CredentialScope | undefined {
  const inHeader = /^AWS4-HMAC-SHA256 .*?Credential=([^,\s]+)/.exec(authorization ?? '')?.[1];
  const parts = (inHeader ?? query.get('X-Amz-Credential') ?? '').split('/');
  // An access key id may hold slashes; the last four parts are fixed.
  const [, , service] = parts.slice(-4);
  const accessKeyId = parts.slice(0, -4).join('/');
  return service === undefined || accessKeyId === '' ? undefined : { accessKeyId, service };
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    // What is too long is read to its end all the same: a client that is cut off sees no answer.
    if (bytes <= LARGEST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > LARGEST_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** An error in the form that the SDK of the called service reads: JSON, or the XML of S3 and the query protocol. */
function refusal(
  headers: Readonly<Record<string, string>>,
  status: number,
  code: string,
  message: string,
): ServiceResponse {
  const requestId = randomUUID();
  const isJson = headers['x-amz-target'] !== undefined || headers['content-type']?.includes('json');
  if (isJson) {
    return {
      status,
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amzn-errortype': code,
        'x-amzn-requestid': requestId,
      },
      body: JSON.stringify({ __type: code, message }),
    };
  }
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  const isQuery = headers['content-type']?.includes('x-www-form-urlencoded');
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-amzn-requestid': requestId },
    body: isQuery ? `<ErrorResponse>${error}<RequestId>${requestId}</RequestId></ErrorResponse>` : error,
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function send(response: ServerResponse, { status, headers, body }: ServiceResponse): void {
  // A HEAD answer tells the length of what it does not send; then the service has set it.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...length, ...headers });
  response.end(body);
}
