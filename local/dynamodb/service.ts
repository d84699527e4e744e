import { randomUUID } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Authorize, Service, ServiceRequest, ServiceResponse } from '../service.ts';
import { type Connection, TARGET_PREFIX } from './connection.ts';
import { REQUIREMENTS } from './required-permissions.ts';
import type { TableSpec } from './table-spec.ts';

export interface DynamodbOptions {
  readonly connection: Connection;
  readonly tables: readonly TableSpec[];
  readonly authorize: Authorize;
  /** Marks work that a virtual clock waits for. */
  readonly hold?: (() => () => void) | undefined;
}

/**
 * DynamoDB in front of the embedded database: checks the caller's permissions, lets functions reach the tables of the template
 * only, and passes the request on as it is. The engineer may also call what manages tables.
 */
export function createDynamodb({ connection, tables, authorize, hold }: DynamodbOptions): Service {
  const byName = new Map(tables.map((table) => [table.name, table]));
  return {
    signingName: 'dynamodb',
    async handle(request) {
      const release = hold?.();
      try {
        if (request.caller.kind !== 'engineer') check(request, byName, authorize);
        return await connection.forward(request.headers['x-amz-target'] ?? '', request.body);
      } catch (error) {
        return failure(error);
      } finally {
        release?.();
      }
    },
  };
}

/** A refusal by this service, with the name that the SDK shows. */
class Refused extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

function check(request: ServiceRequest, tables: ReadonlyMap<string, TableSpec>, authorize: Authorize): void {
  const target = request.headers['x-amz-target'] ?? '';
  const operation = target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : '';
  const requirement = REQUIREMENTS.get(operation);
  if (!requirement) {
    throw new Refused(
      'ValidationException',
      `${target} is not offered to functions on one machine: tables come from the template, items by the item operations`,
    );
  }
  for (const { action, resource, context } of requirement(parseBody(request.body), tables, operation)) {
    authorize(request.caller, action, resource, context);
  }
}

function parseBody(body: Buffer): JsonObject {
  try {
    const parsed: JsonValue = JSON.parse(body.toString('utf8'));
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // Falls through to the same refusal.
  }
  throw new Refused('SerializationException', 'the body is not a JSON object');
}

function failure(error: unknown): ServiceResponse {
  const known = error instanceof Error && KNOWN_FAILURES.has(error.name);
  const name = known ? error.name : 'InternalServerError';
  const message = known ? error.message : `the embedded database does not answer: ${String(error)}`;
  return {
    status: known ? 400 : 500,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({ __type: `com.amazon.coral.service#${name}`, message, Message: message }),
  };
}

const KNOWN_FAILURES: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ResourceNotFoundException',
  'SerializationException',
  'ValidationException',
]);
