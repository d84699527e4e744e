import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../functions/public/openapi/document.ts';
import { WORKFLOWS } from '../../../workflows/index.ts';
import { ROUTES } from '../../../workflows/routes.ts';

describe('the OpenAPI document', () => {
  let document: ReturnType<typeof openApiDocument>;
  beforeAll(() => {
    document = JSON.parse(JSON.stringify(openApiDocument(ROUTES, 'http://localhost:4700')));
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate(structuredClone(document));

    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has every route of every workflow, and no other', () => {
    const contracts = WORKFLOWS.flatMap((workflow) => workflow.functions).flatMap((fn) => fn.routes ?? []);
    const expected = contracts.map(({ method, path }) => `${method} ${path}`);

    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(described.sort()).toEqual(expected.sort());
  });

  it('gives every operation a name of its own', () => {
    const names = operations(document).map((operation) => operation.operationId);

    expect(new Set(names).size).toBe(names.length);
  });

  it('declares each parameter of a path', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const operation of Object.values(methods)) {
        const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map((parameter) => `{${parameter.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      }
  });

  it('refers only to components it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];

    const components: Record<string, object> = document.components;
    for (const [, kind = '', name = ''] of references) expect(components[kind]).toHaveProperty([name]);
    expect(JSON.stringify(document).match(/"\$ref":"(?!#\/components\/)/g)).toBeNull();
  });

  it('asks for a token wherever the route is not public', () => {
    const open = operations(document).filter((operation) => operation.security.length === 0);

    const expected = ROUTES.filter((route) => route.access.who === 'public').map(
      (route) => route.operationId,
    );
    expect(open.map((operation) => operation.operationId).sort()).toEqual(expected.sort());
  });

  it('asks for Idempotency-Key and If-Match where the route does', () => {
    const header = (name: string) =>
      operations(document)
        .filter((operation) => operation.parameters.some((parameter) => parameter.name === name))
        .map((operation) => operation.operationId)
        .sort();
    const names = (wanted: (route: (typeof ROUTES)[number]) => unknown) =>
      ROUTES.filter(wanted)
        .map((route) => route.operationId)
        .sort();

    expect(header('Idempotency-Key')).toEqual(names((route) => route.idempotencyKey));
    expect(header('If-Match')).toEqual(names((route) => route.ifMatch));
  });
});

function operations(document: ReturnType<typeof openApiDocument>) {
  return Object.values(document.paths).flatMap((methods) => Object.values(methods));
}
