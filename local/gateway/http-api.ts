import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { parseRouteKey, type RoutePattern } from './route-pattern.ts';

/** A resource of the template with its intrinsics resolved; `physicalId` is what `Ref` gives. */
export interface ApiResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly properties: JsonObject;
}

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
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** The template asks for something of API Gateway that is not built here; the message names the resource. */
export class UnsupportedApi extends Error {
  override readonly name = 'UnsupportedApi';
}

const LONGEST_INTEGRATION_MS = 30_000;

/**
 * Puts the HTTP API together from the `AWS::ApiGatewayV2::*` resources (others are ignored); undefined when there is none.
 * @throws {UnsupportedApi} naming the resource and the property that is not supported.
 */
export function readHttpApi(resources: readonly ApiResource[]): HttpApi | undefined {
  const ofType = (type: string) => resources.filter((one) => one.type === `AWS::ApiGatewayV2::${type}`);
  const [api, second] = ofType('Api');
  if (!api) return undefined;
  if (second) throw unsupported(second, 'a second HTTP API');
  if (api.properties.ProtocolType !== 'HTTP') throw unsupported(api, 'ProtocolType other than HTTP');
  if (api.properties.Body !== undefined) throw unsupported(api, 'an OpenAPI Body');
  const stage = defaultStage(ofType('Stage'));
  const integrations = byId(ofType('Integration'));
  const authorizers = byId(ofType('Authorizer'));
  const routes = ofType('Route').map((route) => readRoute(route, stage, integrations, authorizers));
  refuseDoubledRouteKeys(routes);
  const variables = stage?.properties.StageVariables;
  const cors = api.properties.CorsConfiguration;
  return {
    apiId: api.physicalId,
    routes,
    ...(isJsonObject(cors) && { cors: readCors(cors) }),
    ...(isJsonObject(variables) && { stageVariables: textValues(variables) }),
  };
}

function readRoute(
  resource: ApiResource,
  stage: ApiResource | undefined,
  integrations: ReadonlyMap<string, ApiResource>,
  authorizers: ReadonlyMap<string, ApiResource>,
): Route {
  const { properties } = resource;
  const routeKey = text(properties.RouteKey);
  const integration = integrations.get(text(properties.Target).replace(/^integrations\//, ''));
  if (!integration) throw unsupported(resource, 'a Target that is no integration of the template');
  const rateLimit = readRateLimit(stage, routeKey);
  const authorizer = readAuthorizer(resource, authorizers);
  return {
    routeKey,
    pattern: parseRouteKey(routeKey),
    ...readIntegration(integration),
    ...(authorizer && { authorizer }),
    scopes: texts(properties.AuthorizationScopes),
    ...(rateLimit && { rateLimit }),
  };
}

function readIntegration(resource: ApiResource): { functionArn: string; timeoutMs: number } {
  const { properties } = resource;
  if (properties.IntegrationType !== 'AWS_PROXY' || properties.IntegrationSubtype !== undefined) {
    throw unsupported(resource, 'an integration other than AWS_PROXY to a function');
  }
  if (properties.PayloadFormatVersion !== '2.0') throw unsupported(resource, 'payload format other than 2.0');
  // Either the function's ARN or arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations.
  const uri = text(properties.IntegrationUri);
  const functionArn = /\/functions\/(arn:.+)\/invocations$/.exec(uri)?.[1] ?? uri;
  if (!/^arn:[^:]+:lambda:/.test(functionArn)) throw unsupported(resource, `IntegrationUri ${uri}`);
  const timeoutMs = Number(properties.TimeoutInMillis ?? LONGEST_INTEGRATION_MS);
  return { functionArn, timeoutMs: Math.min(timeoutMs, LONGEST_INTEGRATION_MS) };
}

function readAuthorizer(
  route: ApiResource,
  authorizers: ReadonlyMap<string, ApiResource>,
): JwtAuthorizer | undefined {
  const type = route.properties.AuthorizationType ?? 'NONE';
  if (type === 'NONE') return undefined;
  if (type !== 'JWT') throw unsupported(route, `AuthorizationType ${text(type)}`);
  const resource = authorizers.get(text(route.properties.AuthorizerId));
  if (!resource) throw unsupported(route, 'an AuthorizerId that is no authorizer of the template');
  const [source, more] = texts(resource.properties.IdentitySource);
  if (more !== undefined || source?.toLowerCase() !== '$request.header.authorization') {
    throw unsupported(resource, 'an IdentitySource other than $request.header.Authorization');
  }
  const configuration = resource.properties.JwtConfiguration;
  if (!isJsonObject(configuration)) throw unsupported(resource, 'no JwtConfiguration');
  return { issuer: text(configuration.Issuer), audiences: texts(configuration.Audience) };
}

/** Settings of the route itself win over the stage's default ones, property by property. */
function readRateLimit(stage: ApiResource | undefined, routeKey: string): RateLimit | undefined {
  const common = stage?.properties.DefaultRouteSettings;
  const perRoute = stage?.properties.RouteSettings;
  const own = isJsonObject(perRoute) ? perRoute[routeKey] : undefined;
  const settings = { ...(isJsonObject(common) ? common : {}), ...(isJsonObject(own) ? own : {}) };
  const rate = settings.ThrottlingRateLimit;
  const burst = settings.ThrottlingBurstLimit;
  if (rate === undefined && burst === undefined) return undefined;
  return { ratePerSecond: Number(rate ?? burst), burst: Number(burst ?? rate) };
}

function defaultStage(stages: readonly ApiResource[]): ApiResource | undefined {
  for (const stage of stages) {
    if (stage.properties.StageName !== '$default') throw unsupported(stage, 'a stage other than $default');
  }
  return stages[0];
}

function readCors(cors: JsonObject): Cors {
  const maxAge = cors.MaxAge;
  return {
    allowOrigins: texts(cors.AllowOrigins),
    allowMethods: texts(cors.AllowMethods),
    allowHeaders: texts(cors.AllowHeaders),
    exposeHeaders: texts(cors.ExposeHeaders),
    allowCredentials: cors.AllowCredentials === true || cors.AllowCredentials === 'true',
    ...(maxAge !== undefined && { maxAgeSeconds: Number(maxAge) }),
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

function unsupported(resource: ApiResource, what: string): UnsupportedApi {
  return new UnsupportedApi(`${resource.logicalId} (${resource.type}): ${what} is not supported`);
}

function byId(resources: readonly ApiResource[]): ReadonlyMap<string, ApiResource> {
  return new Map(resources.map((resource) => [resource.physicalId, resource]));
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : String(value ?? '');
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function textValues(values: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
}
