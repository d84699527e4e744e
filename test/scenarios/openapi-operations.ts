import { sendRaw } from './raw-request.ts';

type Schema = { readonly [key: string]: unknown };

/** One route of the published OpenAPI document, with what a request to it needs at the least. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** `/v1/cases/{caseId}` */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly isPublic: boolean;
  /** Headers the route asks for, and those of its content. */
  readonly headers: readonly string[];
  /** Smallest content that fits the document; undefined where the route takes none. */
  readonly body: unknown;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly security: readonly unknown[];
}

/** Every operation that a platform publishes at /openapi.json. */
export async function publishedOperations(origin: string): Promise<Operation[]> {
  const document = (await sendRaw(origin, { path: '/openapi.json' })).json as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      pathParameters: namesOf(operation, 'path'),
      isPublic: operation.security.length === 0,
      headers: namesOf(operation, 'header'),
      body: bodyOf(operation, document),
    })),
  );
}

function namesOf({ parameters }: DocumentedOperation, place: string): string[] {
  return parameters.filter((one) => one.in === place).map((one) => one.name);
}

function bodyOf({ requestBody }: DocumentedOperation, document: Document): unknown {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && smallest(schema, document);
}

/** The smallest value of a JSON Schema as zod writes them; formats are met where zod checks them. */
function smallest(schema: Schema, document: Document): unknown {
  const { $ref, anyOf, oneOf, allOf } = schema;
  if (typeof $ref === 'string') {
    return smallest(document.components.schemas[$ref.replace('#/components/schemas/', '')] ?? {}, document);
  }
  const [one] = [anyOf, oneOf, allOf].flatMap((list) => (Array.isArray(list) ? (list as Schema[]) : []));
  if (one) return smallest(one, document);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  return ofType(schema, document);
}

function ofType(schema: Schema, document: Document): unknown {
  switch (schema.type) {
    case 'object':
      return ofObject(schema, document);
    case 'array': {
      const items = (schema.items ?? {}) as Schema;
      return Array.from({ length: Number(schema.minItems ?? 0) }, () => smallest(items, document));
    }
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 0), Number(schema.exclusiveMinimum ?? -1) + 1);
    case 'boolean':
      return false;
    default:
      return text(schema);
  }
}

function ofObject({ properties = {}, required = [] }: Schema, document: Document): object {
  return Object.fromEntries(
    (required as string[]).map((name) => [
      name,
      smallest((properties as Record<string, Schema>)[name] ?? {}, document),
    ]),
  );
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-01-30',
  'date-time': '2026-01-30T09:00:00+08:00',
  email: 'somebody@enterprise.example',
  uri: 'https://enterprise.example/',
};

function text({ format, minLength, pattern }: Schema): string {
  const fixed = FORMATS[String(format)];
  if (fixed !== undefined) return fixed;
  const digits = '0'.repeat(Math.max(Number(minLength ?? 1), 8));
  return pattern === undefined || new RegExp(String(pattern)).test(digits) ? digits : 'A'.repeat(8);
}
