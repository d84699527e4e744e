import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';

/** What goes to the client. */
export interface GatewayResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** Headers of one connection; API Gateway sets its own. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header must not hold
const FORBIDDEN_IN_VALUE = /[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/;

/**
 * Reads a function's result by the rules of payload format 2.0: an object with `statusCode` is the response; anything
 * else is the body of a 200 in JSON. Undefined when the result is not a response, which the client sees as 500.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readFunctionResponse(payload: string): GatewayResponse | undefined {
  const result = parse(payload);
  if (result === undefined) return undefined;
  if (isJsonObject(result) && result.statusCode !== undefined) return readFullResponse(result);
  const text = typeof result === 'string' ? result : payload;
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
}

function readFullResponse(result: JsonObject): GatewayResponse | undefined {
  const status = Number(result.statusCode);
  const headers = readHeaders(result);
  const body = readBody(result);
  if (!Number.isInteger(status) || status < 200 || status > 599 || !headers || !body) return undefined;
  return { status, headers, body };
}

function readHeaders(result: JsonObject): Record<string, string | string[]> | undefined {
  const given = result.headers ?? {};
  const cookies = result.cookies ?? [];
  if (!isJsonObject(given) || !Array.isArray(cookies)) return undefined;
  const headers: Record<string, string | string[]> = { 'content-type': 'text/plain;charset=UTF-8' };
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'object' || !HEADER_NAME.test(name)) return undefined;
    const text = String(value);
    if (FORBIDDEN_IN_VALUE.test(text)) return undefined;
    if (!CONNECTION_HEADERS.has(name.toLowerCase())) headers[name.toLowerCase()] = text;
  }
  if (cookies.length > 0) headers['set-cookie'] = cookies.map(String);
  return headers;
}

function readBody(result: JsonObject): Buffer | undefined {
  const body = result.body ?? '';
  if (typeof body !== 'string') return undefined;
  const encoded = result.isBase64Encoded;
  return Buffer.from(body, encoded === true || encoded === 'true' ? 'base64' : 'utf8');
}

function parse(payload: string): JsonValue | undefined {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** API Gateway's own message, such as 404 `{"message":"Not Found"}`. */
export function messageResponse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GatewayResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify({ message })),
  };
}
