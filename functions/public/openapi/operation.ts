import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import { jsonSchemaOf, type SchemaComponents } from './json-schema.ts';
import { parametersOf } from './parameters.ts';

const PROBLEM = { $ref: '#/components/responses/Problem' } as const;
const STATUS_WORDS = { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No content' } as const;

/** One operation of the document. */
export function operationOf(contract: RouteContract, components: SchemaComponents) {
  const { operationId, summary, access, scope } = contract;
  const isPublic = access.who === 'public';
  return {
    operationId,
    summary: summary.zh,
    description: isPublic
      ? summary.en
      : `${summary.en} (${[...access.who, ...(scope ? [`scope ${scope}`] : [])].join(', ')})`,
    parameters: parametersOf(contract, components),
    ...requestBodyOf(contract, components),
    responses: { [contract.status]: successOf(contract, components), ...problemsOf(contract) },
    security: isPublic ? [] : [{ accessToken: [] }],
  };
}

function requestBodyOf({ body, operationId }: RouteContract, components: SchemaComponents) {
  if (!body) return {};
  const schema = jsonSchemaOf(body, { name: `${operationId}.body`, io: 'input' }, components);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function successOf(contract: RouteContract, components: SchemaComponents) {
  const { status, mediaType = 'application/json', operationId, reply } = contract;
  const description = STATUS_WORDS[status];
  if (status === 204) return { description };
  const schema = jsonSchemaOf(reply, { name: `${operationId}.reply`, io: 'output' }, components);
  const content = { [mediaType.replace(/;.*$/, '')]: { schema } };
  const headers = contract.method === 'GET' ? {} : { headers: etag };
  return { description, content, ...(contract.ifMatch || contract.idempotencyKey ? headers : {}) };
}

const etag = { ETag: { schema: { type: 'string' }, description: 'Version, for If-Match' } } as const;

/** Statuses the door (functions/shared/door.ts) may refuse with; whatever else comes is a problem too. */
function problemsOf(contract: RouteContract): Record<string, typeof PROBLEM> {
  const statuses = [
    ...(contract.params || contract.query || contract.body ? [400] : []),
    ...(contract.access.who === 'public' ? [] : [401, 403]),
    ...(contract.signed ? [401] : []),
    ...(contract.params ? [404] : []),
    ...(contract.method === 'GET' ? [] : [409]),
    ...(contract.ifMatch ? [412, 428] : []),
    ...(contract.body ? [413, 415, 422] : []),
  ];
  return Object.fromEntries([...statuses, 'default'].map((status) => [status, PROBLEM]));
}
