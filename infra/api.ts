import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { RouteContract } from '../workflows/shared/route-contract.ts';
import { acknowledge } from './acknowledge.ts';
import { PREFIX, pascalCase } from './names.ts';

interface ApiProps {
  /** OpenID Connect issuer (URL) and the audience its access tokens name. */
  readonly issuer: string;
  readonly audience: string;
}

/** The HTTP API: every route but the public ones asks for a token of the issuer. */
export class PlatformApi extends Construct {
  readonly #api: HttpApi;
  readonly #authorizer: HttpJwtAuthorizer;
  readonly #public = new HttpNoneAuthorizer();

  constructor(scope: Construct, id: string, { issuer, audience }: ApiProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'HttpApi', { apiName: PREFIX, createDefaultStage: false });
    this.#authorizer = new HttpJwtAuthorizer('Token', issuer, { jwtAudience: [audience] });
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Default', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLogs) },
    });
  }

  /** `https://<id>.execute-api.<region>.amazonaws.com` */
  get endpoint(): string {
    return this.#api.apiEndpoint;
  }

  /** Joins a route to its function, in the function's stack: a route is three resources, and a stack holds 500. */
  route(scope: Construct, contract: RouteContract, fn: IFunction): void {
    const isPublic = contract.access.who === 'public';
    const route = new HttpRoute(scope, `${pascalCase(contract.operationId)}Route`, {
      httpApi: this.#api,
      routeKey: HttpRouteKey.with(contract.path, HttpMethod[contract.method]),
      integration: new HttpLambdaIntegration(pascalCase(contract.operationId), fn, {
        timeout: Duration.seconds(29),
      }),
      authorizer: isPublic ? this.#public : this.#authorizer,
      ...(contract.scope && { authorizationScopes: [contract.scope] }),
    });
    if (!isPublic) return;
    acknowledge(route, { 'AwsSolutions-APIG4': `Open to the public by design: ${contract.summary.en}` });
  }
}
