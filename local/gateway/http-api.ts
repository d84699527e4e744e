import type { Assembly } from '../template/assembly.ts';
import type { Resource, ResourceType } from '../template/resource-type.ts';
import {
  httpApi,
  httpAuthorizer,
  httpIntegration,
  httpRoute,
  httpStage,
} from '../template/resources/gateway.ts';
import { parseRouteKey, type RoutePattern } from './route-pattern.ts';

/** JWT authorizer: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audiences: readonly string[];
}

/** Requests per second and the size of the bucket they come from. */
export interface RateLimit {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface Cors {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds?: number;
}

export interface Route {
  readonly routeKey: string;
  readonly pattern: RoutePattern;
  readonly functionArn: string;
  /** Shortened by the Integration's TimeoutInMillis; 30 s is HTTP API's maximum. */
  readonly timeoutMs: number;
  readonly authorizer?: JwtAuthorizer;
  /** The token must have one of these; empty: none is needed. */
  readonly scopes: readonly string[];
  readonly rateLimit?: RateLimit;
}

/** One HTTP API of the template, put together from its resources. */
export interface HttpApi {
  readonly apiId: string;
  readonly routes: readonly Route[];
  readonly cors?: Cors;
}

/** The template asks for something of API Gateway that is not built here; the message names the resource. */
class UnsupportedApi extends Error {
  override readonly name = 'UnsupportedApi';
}

type Properties<T> = T extends ResourceType<infer P> ? P : never;
type Stage = Resource<Properties<typeof httpStage>>;
type CorsProperties = NonNullable<Properties<typeof httpApi>['CorsConfiguration']>;

const LONGEST_INTEGRATION_MS = 30_000;

/**
 * Puts the HTTP API of the templates together; undefined when there is none.
 * @throws {UnsupportedApi} naming the resource and what of it is not supported.
 */
export function readHttpApi(assembly: Pick<Assembly, 'of'>): HttpApi | undefined {
  const [api, second] = assembly.of(httpApi);
  if (!api) return undefined;
  if (second) throw unsupported(second, 'a second HTTP API');
  const [stage] = assembly.of(httpStage);
  const other = assembly.of(httpStage).find(({ properties }) => properties.StageName !== '$default');
  if (other) throw unsupported(other, 'a stage other than $default');
  const integrations = new Map(assembly.of(httpIntegration).map((one) => [one.ref, one]));
  const authorizers = new Map(assembly.of(httpAuthorizer).map((one) => [one.ref, readAuthorizer(one)]));
  const routes = assembly.of(httpRoute).map((route) => readRoute(route, stage, integrations, authorizers));
  refuseDoubledRouteKeys(routes);
  const cors = api.properties.CorsConfiguration;
  return { apiId: api.ref, routes, ...(cors && { cors: readCors(cors) }) };
}

function readRoute(
  resource: Resource<Properties<typeof httpRoute>>,
  stage: Stage | undefined,
  integrations: ReadonlyMap<string, Resource<Properties<typeof httpIntegration>>>,
  authorizers: ReadonlyMap<string, JwtAuthorizer>,
): Route {
  const { RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = resource.properties;
  const integration = integrations.get(Target.replace(/^integrations\//, ''));
  if (!integration) throw unsupported(resource, 'a Target that is no integration of the template');
  const type = AuthorizationType ?? 'NONE';
  if (type !== 'NONE' && type !== 'JWT') throw unsupported(resource, `AuthorizationType ${type}`);
  const authorizer = type === 'JWT' ? authorizers.get(AuthorizerId ?? '') : undefined;
  if (type === 'JWT' && !authorizer) {
    throw unsupported(resource, 'an AuthorizerId that is no authorizer of the template');
  }
  const rateLimit = readRateLimit(stage, RouteKey);
  return {
    routeKey: RouteKey,
    pattern: parseRouteKey(RouteKey),
    ...readIntegration(integration),
    ...(authorizer && { authorizer }),
    scopes: AuthorizationScopes ?? [],
    ...(rateLimit && { rateLimit }),
  };
}

function readIntegration(resource: Resource<Properties<typeof httpIntegration>>) {
  const { IntegrationUri, TimeoutInMillis = LONGEST_INTEGRATION_MS } = resource.properties;
  // Either the function's ARN or arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations.
  const functionArn = /\/functions\/(arn:.+)\/invocations$/.exec(IntegrationUri)?.[1] ?? IntegrationUri;
  if (!/^arn:[^:]+:lambda:/.test(functionArn)) {
    throw unsupported(resource, `IntegrationUri ${IntegrationUri}`);
  }
  return { functionArn, timeoutMs: Math.min(TimeoutInMillis, LONGEST_INTEGRATION_MS) };
}

function readAuthorizer(resource: Resource<Properties<typeof httpAuthorizer>>): JwtAuthorizer {
  const { IdentitySource, JwtConfiguration } = resource.properties;
  if (IdentitySource.join().toLowerCase() !== '$request.header.authorization') {
    throw unsupported(resource, 'an IdentitySource other than $request.header.Authorization');
  }
  return { issuer: JwtConfiguration.Issuer, audiences: JwtConfiguration.Audience ?? [] };
}

/** Settings of the route itself win over the stage's default ones, property by property. */
function readRateLimit(stage: Stage | undefined, routeKey: string): RateLimit | undefined {
  const own = stage?.properties.RouteSettings?.[routeKey];
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = {
    ...stage?.properties.DefaultRouteSettings,
    ...own,
  };
  if (rate === undefined && burst === undefined) return undefined;
  return { ratePerSecond: rate ?? burst ?? 0, burst: burst ?? rate ?? 0 };
}

function readCors(cors: CorsProperties): Cors {
  return {
    allowOrigins: cors.AllowOrigins ?? [],
    allowMethods: cors.AllowMethods ?? [],
    allowHeaders: cors.AllowHeaders ?? [],
    exposeHeaders: cors.ExposeHeaders ?? [],
    allowCredentials: cors.AllowCredentials ?? false,
    ...(cors.MaxAge !== undefined && { maxAgeSeconds: cors.MaxAge }),
  };
}

function refuseDoubledRouteKeys(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { routeKey } of routes) {
    if (seen.has(routeKey))
      throw new UnsupportedApi(`Route with key ${routeKey} already exists for this API`);
    seen.add(routeKey);
  }
}

function unsupported(resource: Resource<unknown>, what: string): UnsupportedApi {
  return new UnsupportedApi(
    `${resource.stackName}/${resource.logicalId} (${resource.type}): ${what} is not supported`,
  );
}
