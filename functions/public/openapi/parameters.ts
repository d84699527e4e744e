import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import { type JsonSchema, jsonSchemaOf, type SchemaComponents } from './json-schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description?: string;
}

/** What a request carries beside its body. */
export function parametersOf(contract: RouteContract, components: SchemaComponents): Parameter[] {
  return [
    ...members(contract, 'path', components),
    ...members(contract, 'query', components),
    ...(contract.idempotencyKey ? [IDEMPOTENCY_KEY] : []),
    ...(contract.ifMatch ? [IF_MATCH] : []),
  ];
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    '同一请求重发时使用同一个值。The same request sent again with the same key is answered as it was.',
};

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: '读取时得到的 ETag。The ETag that was read; 412 where somebody changed it meanwhile.',
};

function members(
  contract: RouteContract,
  place: 'path' | 'query',
  components: SchemaComponents,
): Parameter[] {
  const schema = place === 'path' ? contract.params : contract.query;
  if (!schema) return [];
  const name = `${contract.operationId}.${place}`;
  const { properties, required } = jsonSchemaOf(schema, { name, io: 'input' }, components);
  const requiredNames = Array.isArray(required) ? required : [];
  return Object.entries((properties ?? {}) as Record<string, JsonSchema>).map(([key, property]) => {
    const { description, ...rest } = property;
    return {
      name: key,
      in: place,
      required: place === 'path' || requiredNames.includes(key),
      schema: rest,
      ...(typeof description === 'string' ? { description } : {}),
    };
  });
}
