import { randomUUID } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { ServiceCall } from '../engine/engine-context.ts';
import { Payload } from '../payload.ts';
import type { TaskAnswer, TaskRequest } from './integration.ts';

/** How an integration names its service in errors, and whether it adds the HTTP metadata to results. */
export interface ServiceStyle {
  /** Before the dot of error names: `DynamoDB`, `DynamoDb` for the SDK integration. */
  readonly errorPrefix: string;
  /** Name of errors that have no exception of their own in the service's SDK: `AmazonDynamoDBException`, `DynamoDbException`. */
  readonly generalException: string;
  /** In causes: `AmazonDynamoDBv2`, `DynamoDb`. */
  readonly serviceName: string;
  /** `optimized`: result with SdkHttpMetadata; `sdk`: the bare answer, and another wording of causes. */
  readonly kind: 'optimized' | 'sdk';
  /** An optimized integration whose result is the bare answer all the same. */
  readonly isBare?: boolean;
}

/** Calls a service with the task's role; an error of the service becomes the task's error. */
export async function callService(
  request: TaskRequest,
  call: Omit<ServiceCall, 'caller'>,
  style: ServiceStyle,
): Promise<TaskAnswer> {
  try {
    const answer = (await request.engine.call({ ...call, caller: request.caller })) as JsonValue;
    const result = isJsonObject(answer) ? answer : {};
    return {
      ok: true,
      output: Payload.ofValue(
        style.kind === 'sdk' || style.isBare ? result : { ...result, ...httpMetadata(result) },
      ),
    };
  } catch (error) {
    return serviceFailure(error, style);
  }
}

/** Codes that every service knows and no SDK has an exception for. Source: API reference of each service, "Common errors". */
const general: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'InternalFailure',
  'InvalidAction',
  'InvalidParameterValue',
  'MissingParameter',
  'SerializationException',
  'UnknownOperationException',
  'ValidationError',
  'ValidationException',
]);

function exceptionOf(code: string, style: ServiceStyle): string {
  if (general.has(code)) return style.generalException;
  return /Exception$|Error$|^[A-Z]\w*NotFound$/.test(code) ? code : `${code}Exception`;
}

/** Source: developer guide, "AWS SDK integrations", and LocalStack's recordings, error_handling. */
export function serviceFailure(error: unknown, style: ServiceStyle): TaskAnswer {
  const { code, message, status } = describe(error);
  const exception = exceptionOf(code, style);
  const requestId = randomUUID();
  const details =
    style.kind === 'sdk'
      ? `(Service: ${style.serviceName}, Status Code: ${status}, Request ID: ${requestId})`
      : `(Service: ${style.serviceName}; Status Code: ${status}; Error Code: ${code}; Request ID: ${requestId}; Proxy: null)`;
  return { ok: false, error: `${style.errorPrefix}.${exception}`, cause: `${message} ${details}` };
}

/** Errors of services carry their code as `code` or as `name`. */
function describe(error: unknown): { code: string; message: string; status: number } {
  const { name, code, message, status } = error as {
    name?: string;
    code?: unknown;
    message?: string;
    status?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : (name ?? 'InternalFailure'),
    message: message ?? String(error),
    status: typeof status === 'number' ? status : 400,
  };
}

/** What optimized integrations add to the answer of a call. */
export function httpMetadata(answer: JsonObject): JsonObject {
  const requestId = randomUUID();
  const contentLength = String(Buffer.byteLength(JSON.stringify(answer)));
  const contentType = 'application/x-amz-json-1.0';
  return {
    SdkHttpMetadata: {
      AllHttpHeaders: {
        'x-amzn-RequestId': [requestId],
        'Content-Length': [contentLength],
        'Content-Type': [contentType],
      },
      HttpHeaders: {
        'Content-Length': contentLength,
        'Content-Type': contentType,
        'x-amzn-RequestId': requestId,
      },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  };
}

/** A field that takes text; JSON is written as text. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
