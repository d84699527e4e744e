import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Workflow } from '../workflows/shared/workflow.ts';
import { PlatformApi } from './api.ts';
import type { ServiceStack } from './service-stack.ts';
import { setting } from './setting.ts';

interface ApiStackProps extends StackProps {
  readonly service: ServiceStack;
  readonly workflows: readonly Workflow[];
}

/**
 * The HTTP API with its routes: a stack of its own, because a stack holds at most 500 resources and each function and each route
 * are three. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { service, workflows, ...props }: ApiStackProps) {
    super(scope, id, props);
    const api = new PlatformApi(this, 'Api', {
      issuer: setting(this, 'IdentityIssuer', 'URL of the OpenID Connect issuer', 'issuer'),
      audience: setting(this, 'IdentityAudience', 'Audience the access tokens name', 'audience'),
    });
    for (const { name, routes = [] } of workflows.flatMap(({ functions }) => functions)) {
      const fn = service.functions.get(name);
      if (!fn) throw new Error(`the service stack has no function "${name}"`);
      for (const contract of routes) api.route(contract, fn);
    }
  }
}
