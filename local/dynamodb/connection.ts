import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import type { JsonObject } from '../json.ts';
import type { ServiceResponse } from '../service.ts';

/** A connection to the embedded database in DynamoDB's own protocol. */
export interface Connection {
  /** Sends one request as it is. Rejects when the database cannot be reached. */
  forward(target: string, body: Buffer | string): Promise<ServiceResponse>;
  /** Calls an operation (`CreateTable`); rejects with {@link DatabaseError} when it is refused. */
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  close(): void;
}

/** An error answer of the database, for instance `ResourceNotFoundException`. */
export class DatabaseError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The version of the protocol: the prefix of every `X-Amz-Target`. */
export const TARGET_PREFIX = 'DynamoDB_20120810.';
/** The database wants a signature to be there; it does not check it. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0';
const PASSED_ON = ['content-type', 'x-amzn-requestid', 'x-amz-crc32'];

/** Opens a connection that keeps its sockets; `endpoint` is read anew for each request. */
export function connect(endpoint: () => URL): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const forward = (target: string, body: Buffer | string) =>
    new Promise<ServiceResponse>((resolve, reject) => {
      const request = httpRequest(endpoint(), {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'content-length': Buffer.byteLength(body),
          'x-amz-target': target,
          'x-amz-date': '20200101T000000Z',
          authorization: AUTHORIZATION,
        },
      });
      request.on('error', reject);
      request.on('response', (response) => void collect(response).then(resolve, reject));
      request.end(body);
    });
  return {
    forward,
    async call(operation, input) {
      const { status, body } = await forward(`${TARGET_PREFIX}${operation}`, JSON.stringify(input));
      const answer: JsonObject = JSON.parse(String(body ?? '{}'));
      if (status === 200) return answer;
      const name =
        String(answer.__type ?? 'InternalServerError')
          .split('#')
          .at(-1) ?? '';
      throw new DatabaseError(name, String(answer.message ?? answer.Message ?? status));
    },
    close: () => agent.destroy(),
  };
}

async function collect(response: IncomingMessage): Promise<ServiceResponse> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const headers: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = response.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return { status: response.statusCode ?? 500, headers, body: Buffer.concat(chunks) };
}
