import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PlatformApi } from './api.ts';
import { setting } from './setting.ts';

/** The HTTP API that the service stacks join their routes to. */
export class ApiStack extends Stack {
  readonly api: PlatformApi;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.api = new PlatformApi(this, 'Api', {
      issuer: setting(this, 'IdentityIssuer', 'URL of the OpenID Connect issuer', 'issuer'),
      audience: setting(this, 'IdentityAudience', 'Audience the access tokens name', 'audience'),
    });
    new CfnOutput(this, 'ApiAddress', {
      description: 'Where the API answers by itself, once the stage is there',
      value: this.api.endpoint,
    });
  }
}
