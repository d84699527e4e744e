import * as z from 'zod';

/** A JSON Schema 2020-12 object, which is what OpenAPI 3.1 calls a schema. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Schemas that others refer to: `#/components/schemas/<name>`. */
export type SchemaComponents = Record<string, JsonSchema>;

/**
 * The JSON Schema of a zod schema. Definitions that zod refers to inside the schema become components with `name` in front,
 * because in an OpenAPI document `#` is the document.
 */
export function jsonSchemaOf(
  schema: z.ZodType,
  { name, io }: { name: string; io: 'input' | 'output' },
  components: SchemaComponents,
): JsonSchema {
  const { $schema: _, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const own = (target: string) =>
    target === '#'
      ? `#/components/schemas/${name}`
      : target.replace('#/$defs/', `#/components/schemas/${name}.`);
  for (const [key, definition] of Object.entries($defs ?? {}))
    components[`${name}.${key}`] = withReferences(definition, own);
  const result = withReferences(root, own);
  if (!JSON.stringify(root).includes('"$ref":"#"')) return result;
  components[name] = result;
  return { $ref: own('#') };
}

function withReferences(schema: object, own: (target: string) => string): JsonSchema {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? own(value) : walk(value),
      ]),
    );
  };
  // An object stays an object.
  return walk(schema) as JsonSchema;
}
