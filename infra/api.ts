import { Duration } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
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
  readonly http: HttpApi;
  readonly #authorizer: HttpJwtAuthorizer;
  readonly #public = new HttpNoneAuthorizer();

  constructor(scope: Construct, id: string, { issuer, audience }: ApiProps) {
    super(scope, id);
    this.http = new HttpApi(this, 'HttpApi', { apiName: PREFIX, createDefaultStage: false });
    this.#authorizer = new HttpJwtAuthorizer('Token', issuer, { jwtAudience: [audience] });
  }

  /** `https://<id>.execute-api.<region>.amazonaws.com` */
  get endpoint(): string {
    return this.http.apiEndpoint;
  }

  /** Joins a route to its function, in the function's stack: a route is three resources, and a stack holds 500. */
  route(scope: Construct, contract: RouteContract, fn: IFunction): void {
    const isPublic = contract.access.who === 'public';
    const route = new HttpRoute(scope, `${pascalCase(contract.operationId)}Route`, {
      httpApi: this.http,
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
