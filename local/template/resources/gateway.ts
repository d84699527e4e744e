import * as z from 'zod';
import { bool, numeric, resourceType } from '../resource-type.ts';

const throttling = z.strictObject({
  ThrottlingBurstLimit: numeric.optional(),
  ThrottlingRateLimit: numeric.optional(),
  DetailedMetricsEnabled: bool.optional(),
});

/** An HTTP API; WebSocket APIs and imports (Body) are refused. */
export const httpApi = resourceType({
  type: 'AWS::ApiGatewayV2::Api',
  properties: {
    Name: z.string().optional(),
    ProtocolType: z.literal('HTTP', 'only HTTP APIs run here'),
    CorsConfiguration: z
      .strictObject({
        AllowCredentials: bool.optional(),
        AllowHeaders: z.array(z.string()).optional(),
        AllowMethods: z.array(z.string()).optional(),
        AllowOrigins: z.array(z.string()).optional(),
        ExposeHeaders: z.array(z.string()).optional(),
        MaxAge: numeric.optional(),
      })
      .optional(),
  },
  ignored: {
    Description: 'a text for people',
    DisableExecuteApiEndpoint: 'this machine has one address only',
    IpAddressType: 'this machine listens on its loopback address',
  },
  identify: ({ place, shortId }) => {
    const id = shortId(10);
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: place.origin } };
  },
});

/** A stage; the gateway serves `$default`. */
export const httpStage = resourceType({
  type: 'AWS::ApiGatewayV2::Stage',
  properties: {
    ApiId: z.string(),
    StageName: z.string(),
    DefaultRouteSettings: throttling.optional(),
    RouteSettings: z.record(z.string(), throttling).optional(),
  },
  ignored: {
    AutoDeploy: 'what the template says is always served',
    AccessLogSettings: 'the gateway has its own access log',
    Description: 'a text for people',
    DeploymentId: 'what the template says is always served',
  },
  identify: ({ properties }) => ({ ref: properties.StageName, attributes: {} }),
});

/** A route such as `POST /v1/cases/{id}`, `ANY /x`, `$default`. */
export const httpRoute = resourceType({
  type: 'AWS::ApiGatewayV2::Route',
  properties: {
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
    AuthorizationType: z.enum(['NONE', 'JWT', 'AWS_IAM', 'CUSTOM']).optional(),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).optional(),
  },
  ignored: { OperationName: 'a text for people' },
  identify: ({ shortId }) => ({ ref: shortId(7), attributes: { RouteId: shortId(7) } }),
});

/** A function behind a route. */
export const httpIntegration = resourceType({
  type: 'AWS::ApiGatewayV2::Integration',
  properties: {
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY', 'only functions stand behind routes here'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0', 'only payload format 2.0 is spoken here'),
    IntegrationMethod: z.string().optional(),
    TimeoutInMillis: numeric.optional(),
  },
  ignored: { Description: 'a text for people' },
  identify: ({ shortId }) => ({ ref: shortId(7), attributes: { IntegrationId: shortId(7) } }),
});

/** Checks the bearer token of a route; request authorizers (functions) are refused. */
export const httpAuthorizer = resourceType({
  type: 'AWS::ApiGatewayV2::Authorizer',
  properties: {
    ApiId: z.string(),
    Name: z.string(),
    AuthorizerType: z.literal('JWT', 'only JWT authorizers run here'),
    IdentitySource: z.array(z.string()),
    JwtConfiguration: z.strictObject({ Audience: z.array(z.string()).optional(), Issuer: z.string() }),
  },
  identify: ({ shortId }) => ({ ref: shortId(6), attributes: { AuthorizerId: shortId(6) } }),
});
