import { Problem } from '../../../workflows/shared/fault.ts';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import { jsonSchemaOf, type SchemaComponents } from './json-schema.ts';
import { operationOf } from './operation.ts';

/** The OpenAPI 3.1 document of some routes (https://spec.openapis.org/oas/v3.1.1). */
export function openApiDocument(routes: readonly RouteContract[], publicBaseUrl: string) {
  const schemas: SchemaComponents = {};
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const contract of routes) {
    paths[contract.path] ??= {};
    Object.assign(paths[contract.path] ?? {}, {
      [contract.method.toLowerCase()]: operationOf(contract, schemas),
    });
  }
  schemas.Problem = jsonSchemaOf(Problem, { name: 'Problem', io: 'output' }, schemas);
  return {
    openapi: '3.1.1',
    info: {
      title: '两江新区企业服务工作流平台 Workflow platform of Liangjiang New Area',
      version: '1',
      description:
        '金额以分为单位；时间为带时区的 ISO 8601。Amounts in fen; instants in ISO 8601 with offset; errors are RFC 9457 problem details with a stable `code` and every fault.',
    },
    servers: [{ url: publicBaseUrl }],
    paths,
    components: {
      schemas,
      responses: {
        Problem: {
          description: 'RFC 9457 problem details',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the OpenID Connect issuer',
        },
      },
    },
  };
}
