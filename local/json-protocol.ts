import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AccessDenied, type Caller, type Service, type ServiceResponse } from './service.ts';

/** An error of an AWS service, as its documentation names it. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** An operation with its input already checked. */
export type Operation = (input: unknown, caller: Caller) => Promise<unknown>;

/** Makes an operation; input that the schema refuses is a ValidationException. */
export function operation<Input>(
  schema: z.ZodType<Input>,
  run: (input: Input, caller: Caller) => unknown,
): Operation {
  return async (input, caller) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
    return run(parsed.data, caller);
  };
}

export interface JsonProtocol {
  readonly signingName: string;
  /** What stands before the dot in X-Amz-Target: `TrentService`. */
  readonly targetPrefix: string;
  readonly version: '1.0' | '1.1';
  readonly operations: Readonly<Record<string, Operation>>;
  /** For services whose SDK still knows the query protocol's error codes (SQS): code to the old one. */
  readonly queryErrorCodes?: Readonly<Record<string, string>>;
  readonly log?: (message: string) => void;
}

/** A service that speaks the AWS JSON protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html). */
export function jsonService(protocol: JsonProtocol): Service {
  return {
    signingName: protocol.signingName,
    async handle({ headers, body, caller }) {
      try {
        const [prefix, name = ''] = (headers['x-amz-target'] ?? '').split('.');
        const run = prefix === protocol.targetPrefix ? protocol.operations[name] : undefined;
        if (!run) {
          const message = `${protocol.signingName}: the operation ${name || headers['x-amz-target']} is not supported on one machine`;
          throw new ServiceError('UnknownOperationException', message);
        }
        const output = await run(parseBody(body), caller);
        return respond(protocol, 200, output ?? {});
      } catch (error) {
        return failure(protocol, error);
      }
    },
  };
}

function parseBody(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'the body is not JSON');
  }
}

function failure(protocol: JsonProtocol, error: unknown): ServiceResponse {
  const known = asServiceError(error);
  if (!known) {
    protocol.log?.(`${protocol.signingName}: ${error instanceof Error ? error.stack : error}`);
    return respond(protocol, 500, {
      __type: 'InternalFailure',
      message: 'The request processing has failed',
    });
  }
  const { code, message, status } = known;
  const queryCode = protocol.queryErrorCodes?.[code];
  return respond(protocol, status, { __type: code, message }, queryCode && `${queryCode};Sender`);
}

/** The error as the service would answer it; undefined for a defect of ours. */
function asServiceError(error: unknown): ServiceError | undefined {
  if (error instanceof ServiceError) return error;
  return error instanceof AccessDenied ? new ServiceError('AccessDeniedException', error.message) : undefined;
}

function respond(
  protocol: JsonProtocol,
  status: number,
  body: unknown,
  queryError?: string,
): ServiceResponse {
  return {
    status,
    headers: {
      'content-type': `application/x-amz-json-${protocol.version}`,
      'x-amzn-requestid': randomUUID(),
      ...(queryError && { 'x-amzn-query-error': queryError }),
    },
    body: JSON.stringify(body),
  };
}
