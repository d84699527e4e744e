import fc, { type Arbitrary } from 'fast-check';

export type JsonSchema = { readonly [key: string]: unknown };

/** Schemas by the name a `$ref` gives them. */
export type Schemas = Readonly<Record<string, JsonSchema>>;

/** One sign of any script; made once, because making it takes a table of all of them. */
export const anySign: Arbitrary<string> = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });

const REFERENCE = '#/components/schemas/';

/** Values that fit a JSON Schema, as zod writes them (https://zod.dev/json-schema). Rules a schema cannot tell are not met. */
export function fitting(schema: JsonSchema, schemas: Schemas = {}): Arbitrary<unknown> {
  if (typeof schema.$ref === 'string')
    return fitting(schemas[schema.$ref.replace(REFERENCE, '')] ?? {}, schemas);
  const alternatives = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (alternatives) return fc.oneof(...alternatives.map((one) => fitting(one, schemas)));
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  return ofType(schema, schemas);
}

function ofType(schema: JsonSchema, schemas: Schemas): Arbitrary<unknown> {
  switch (schema.type) {
    case 'object':
      return ofObject(schema, schemas);
    case 'array':
      return fc.array(fitting((schema.items ?? {}) as JsonSchema, schemas), lengths(schema, 'Items', 3));
    case 'integer':
      return fc.integer({ min: bound(schema, 'minimum', -1000), max: bound(schema, 'maximum', 100_000) });
    case 'number':
      return fc.double({
        min: bound(schema, 'minimum', -1000),
        max: bound(schema, 'maximum', 1e5),
        noNaN: true,
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return ofString(schema);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function ofObject(schema: JsonSchema, schemas: Schemas): Arbitrary<unknown> {
  const others = schema.additionalProperties;
  const requiredKeys = (schema.required ?? []) as string[];
  // A record whose keys are known requires them and says of their values only what it says of all.
  const known = Object.fromEntries(requiredKeys.map((name) => [name, (others ?? {}) as JsonSchema]));
  const properties = { ...known, ...(schema.properties as Readonly<Record<string, JsonSchema>>) };
  const record = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fitting(one, schemas)])),
    { requiredKeys, noNullPrototype: true },
  );
  if (typeof others !== 'object' || others === null) return record;
  const more = fc.dictionary(fc.string({ maxLength: 8 }), fitting(others as JsonSchema, schemas), {
    maxKeys: 3,
  });
  return fc.tuple(more, record).map(([one, other]) => ({ ...one, ...(other as object) }));
}

const FORMATS: Readonly<Record<string, Arbitrary<string>>> = {
  date: fc.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map(dayOf),
  'date-time': fc
    .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}+08:00`),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
  uuid: fc.uuid(),
};

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function ofString(schema: JsonSchema): Arbitrary<string> {
  const known = FORMATS[String(schema.format)];
  if (known) return known;
  if (typeof schema.pattern === 'string') return fc.stringMatching(new RegExp(schema.pattern));
  return fc.string({ unit: anySign, ...lengths(schema, 'Length', 20) });
}

function lengths(schema: JsonSchema, what: 'Items' | 'Length', usual: number) {
  const minLength = bound(schema, `min${what}`, 0);
  return { minLength, maxLength: Math.max(minLength, Math.min(bound(schema, `max${what}`, usual), usual)) };
}

function bound(schema: JsonSchema, name: string, otherwise: number): number {
  return typeof schema[name] === 'number' ? schema[name] : otherwise;
}
