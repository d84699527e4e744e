import fc, { type Arbitrary } from 'fast-check';
import { ROUTES } from '../../workflows/routes.ts';
import type { RawRequest } from '../scenarios/raw-request.ts';
import { broken } from './broken.ts';
import { anySign, fitting, type JsonSchema, type Schemas } from './schema-arbitrary.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

export interface Actor {
  /** Kind of its organisation. */
  readonly kind: string;
  readonly token: string;
}

/** What a fuzzer knows of the platform beside its document. */
export interface Known {
  readonly actors: readonly Actor[];
  /** Real values of path parameters, so that not every request ends at a thing that does not exist. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Well-meant bodies by operation, from which wrong ones are made that come far. */
  readonly bodies: Readonly<Record<string, readonly unknown[]>>;
}

export interface FuzzedRequest extends RawRequest {
  readonly operationId: string;
}

/** Requests to every route of the published document, from well-meant to hostile. */
export function requests({ paths, components }: ApiDocument, known: Known): Arbitrary<FuzzedRequest> {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      requestTo(path, method.toUpperCase(), operation, components.schemas, known),
    ),
  );
  return fc.oneof(...routes);
}

function requestTo(
  path: string,
  method: string,
  { operationId, parameters, requestBody }: Operation,
  schemas: Schemas,
  known: Known,
): Arbitrary<FuzzedRequest> {
  const schema = requestBody?.content['application/json']?.schema;
  return fc
    .record({
      params: valuesOf(parameters, 'path', known),
      query: valuesOf(parameters, 'query', known),
      headers: valuesOf(parameters, 'header', known),
      token: tokens(operationId, known.actors),
      body: schema ? bodies(schema, schemas, known.bodies[operationId] ?? []) : fc.constant(undefined),
    })
    .map(({ params, query, headers, token, body }) => ({
      operationId,
      method,
      path: filled(path, params) + queryOf(query),
      token,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    }));
}

/** Mostly of those whom the route is for: all others end at the door. */
function tokens(operationId: string, actors: readonly Actor[]): Arbitrary<string | undefined> {
  const access = ROUTES.find((route) => route.operationId === operationId)?.access;
  const kinds: readonly string[] = access && access.who !== 'public' ? access.who : [];
  const invited = actors.filter(({ kind }) => kinds.includes(kind)).map(({ token }) => token);
  const anybody = fc.constantFrom(undefined, 'no.token', ...actors.map(({ token }) => token));
  return invited.length === 0
    ? anybody
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...invited) }, { weight: 1, arbitrary: anybody });
}

/** As text, so that nothing is added or mended on the way. */
function bodies(
  schema: JsonSchema,
  schemas: Schemas,
  samples: readonly unknown[],
): Arbitrary<string | undefined> {
  const sound =
    samples.length > 0
      ? fc.oneof(fc.constantFrom(...samples), fitting(schema, schemas))
      : fitting(schema, schemas);
  return fc.oneof(
    { weight: 2, arbitrary: sound.map(json) },
    { weight: 5, arbitrary: sound.chain(broken).map(json) },
    {
      weight: 1,
      arbitrary: fc.oneof(fc.string(), fc.constantFrom('{', '[]', 'null', '{"a":1,"a":2}', '\ufeff{}')),
    },
  );
}

function json(value: unknown): string | undefined {
  return JSON.stringify(value);
}

function valuesOf(
  parameters: readonly Parameter[],
  place: string,
  known: Known,
): Arbitrary<Record<string, string>> {
  const own = parameters.filter((one) => one.in === place);
  return fc.record(
    Object.fromEntries(own.map((one) => [one.name, anyValue(one, known.values[one.name] ?? [])])),
    { requiredKeys: place === 'path' ? own.map(({ name }) => name) : [], noNullPrototype: true },
  );
}

function anyValue({ schema, in: place }: Parameter, real: readonly string[]): Arbitrary<string> {
  const known = real.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...real) }] : [];
  // A client refuses to send other signs in a header.
  if (place === 'header')
    return fc.oneof(...known, { weight: 3, arbitrary: fc.stringMatching(/^[!-~]{0,40}$/) });
  const anything = fc.string({ unit: anySign, maxLength: 60 });
  return fc.oneof(
    ...known,
    { weight: 3, arbitrary: fitting(schema).map(String) },
    { weight: 1, arbitrary: anything },
  );
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(params[name] ?? '') || '%20');
}

function queryOf(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** Half a surrogate pair has no form in a URL; a path of dots would be another path. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('.', '%2E');
}
