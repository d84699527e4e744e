import { randomUUID } from 'node:crypto';
import {
  AccessDenied,
  type Authorize,
  type FunctionResult,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../service.ts';
import type { Asynchronous } from './asynchronous.ts';
import { authorizeInvocation, type Lambda } from './lambda.ts';

export interface LambdaServiceOptions {
  readonly lambda: Lambda;
  readonly asynchronous: Asynchronous;
  readonly authorize: Authorize;
}

/** Limits of one invocation (developer guide, "Lambda quotas"). */
const LARGEST_REQUEST_BYTES = 6 * 1024 * 1024;
const LARGEST_EVENT_BYTES = 1024 * 1024;
const INVOCATION_PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** The Invoke call of the Lambda API for SDKs; functions are changed by the template only. */
export function createLambdaService(options: LambdaServiceOptions): Service {
  return {
    signingName: 'lambda',
    async handle(request) {
      try {
        return await invoke(request, options);
      } catch (error) {
        if (error instanceof AccessDenied) return failure(403, 'AccessDeniedException', error.message);
        throw error;
      }
    },
  };
}

async function invoke(request: ServiceRequest, options: LambdaServiceOptions): Promise<ServiceResponse> {
  const [, encodedName] = INVOCATION_PATH.exec(request.path) ?? [];
  if (encodedName === undefined || request.method !== 'POST') {
    const message = `${request.method} ${request.path} is not offered on one machine: only Invoke is`;
    return failure(404, 'UnknownOperationException', message);
  }
  const qualifier = request.query.get('Qualifier');
  const functionName = `${decodeURIComponent(encodedName)}${qualifier ? `:${qualifier}` : ''}`;
  const found = options.lambda.find(functionName);
  authorizeInvocation(options.authorize, request.caller, functionName, found);
  if (!found) return failure(404, 'ResourceNotFoundException', `Function not found: ${functionName}`);

  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  const payload = request.body.length === 0 ? '{}' : request.body.toString('utf8');
  const refusal = refusalOf(payload, type);
  if (refusal) return refusal;
  if (type === 'DryRun') return { status: 204, headers: requestIdHeader() };
  if (type === 'Event') {
    const { id } = options.asynchronous.accept(functionName, payload);
    return { status: 202, headers: { 'x-amzn-requestid': id } };
  }
  return answerOf(await options.lambda.run(found, payload), found.version);
}

function refusalOf(payload: string, type: string): ServiceResponse | undefined {
  const limit = type === 'Event' ? LARGEST_EVENT_BYTES : LARGEST_REQUEST_BYTES;
  const bytes = Buffer.byteLength(payload);
  if (bytes > limit) {
    const message = `${bytes} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`;
    return failure(413, 'RequestTooLargeException', message);
  }
  try {
    JSON.parse(payload);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Could not parse request body into json: ${reason}`;
    return failure(400, 'InvalidRequestContentException', message);
  }
}

function answerOf(result: FunctionResult, version: string): ServiceResponse {
  if (!result.ok && result.errorType === 'Lambda.TooManyRequestsException') {
    return failure(429, 'TooManyRequestsException', result.errorMessage, {
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
  }
  return {
    status: 200,
    headers: {
      ...requestIdHeader(),
      'content-type': 'application/json',
      'x-amz-executed-version': version,
      ...(result.ok ? {} : { 'x-amz-function-error': 'Unhandled' }),
    },
    body: result.payload ?? 'null',
  };
}

function failure(status: number, name: string, message: string, more: object = {}): ServiceResponse {
  return {
    status,
    headers: { ...requestIdHeader(), 'content-type': 'application/json', 'x-amzn-errortype': name },
    body: JSON.stringify({ Type: status < 500 ? 'User' : 'Service', message, Message: message, ...more }),
  };
}

function requestIdHeader(): Record<string, string> {
  return { 'x-amzn-requestid': randomUUID() };
}
