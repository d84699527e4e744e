import type { JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import { AccessDenied, type Authorize, type ServiceRequest, type ServiceResponse } from '../../service.ts';
import type { Engine } from '../engine/engine.ts';
import { StoreWriteError } from '../store/errors.ts';
import { ApiError } from './api-error.ts';
import { contextOf } from './call.ts';
import { calls } from './calls.ts';
import { Fields } from './fields.ts';

const headers = { 'content-type': 'application/x-amz-json-1.0' };

/** Answers one request of the Step Functions JSON protocol. Source: smithy.io, AWS JSON 1.0 protocol. */
export async function handle(
  engine: Engine,
  authorize: Authorize,
  request: ServiceRequest,
): Promise<ServiceResponse> {
  try {
    const action = (request.headers['x-amz-target'] ?? '').replace(/^AWSStepFunctions\./, '');
    const call = calls[action];
    if (call === undefined)
      throw new ApiError('UnknownOperationException', `${action} is not supported by this runtime`);
    const answer = await call(
      contextOf(engine, request.caller, authorize),
      new Fields(readBody(request.body)),
    );
    return { status: 200, headers, body: typeof answer === 'string' ? answer : JSON.stringify(answer) };
  } catch (error) {
    return failure(error);
  }
}

function readBody(body: Buffer): { readonly [name: string]: JsonValue } {
  let value: JsonValue;
  try {
    value = body.length === 0 ? {} : (JSON.parse(body.toString()) as JsonValue);
  } catch {
    throw new ApiError('SerializationException', 'The request body is no JSON');
  }
  if (!isJsonObject(value))
    throw new ApiError('SerializationException', 'The request body is no JSON object');
  return value;
}

function failure(error: unknown): ServiceResponse {
  const { status, name, message, members } = described(error);
  return { status, headers, body: JSON.stringify({ __type: name, message, ...members }) };
}

function described(error: unknown): Pick<ApiError, 'status' | 'name' | 'message' | 'members'> {
  if (error instanceof ApiError) return error;
  if (error instanceof AccessDenied)
    return { status: 400, name: error.name, message: error.message, members: {} };
  const message = error instanceof Error ? error.message : String(error);
  const name = error instanceof StoreWriteError ? 'ServiceUnavailable' : 'InternalFailure';
  return { status: error instanceof StoreWriteError ? 503 : 500, name, message, members: {} };
}
