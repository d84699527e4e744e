import { App, type AppProps, type Environment, Tags, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { WORKFLOWS } from '../workflows/index.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { PREFIX } from './names.ts';
import { PortalStack } from './portal-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { StageStack } from './stage-stack.ts';
import { WatchStack } from './watch-stack.ts';

/** Behaviour of CDK that a new app should ask for; here and not in cdk.json, so that synthesis without the CLI is the same. */
const FEATURE_FLAGS = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
};

/**
 * The whole platform as a CDK app: the data, the HTTP API, what watches it, the portal, a stack for each procedure's functions, machines and routes, and
 * the stage that opens the API. Without
 * `-c account=... -c region=...` the templates fit every account and region of the partitions aws and aws-cn. CloudFormation's
 * validation and cdk-nag's AwsSolutions rules run at every synthesis; what nobody acknowledged fails it.
 */
export function platform(props?: AppProps): App {
  const app = uncheckedPlatform({ builtinCloudFormationValidation: true, ...props });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

/** {@link platform} without the checks, which take most of the time of a synthesis: for this machine, where nothing is deployed. */
export function uncheckedPlatform(props?: AppProps): App {
  const app = new App({
    builtinCloudFormationValidation: false,
    ...props,
    context: { ...FEATURE_FLAGS, ...props?.context },
  });
  const env = environment(app);
  const data = new DataStack(app, `${PREFIX}-data`, { env });
  const { api } = new ApiStack(app, `${PREFIX}-api`, { env });
  const machines = WORKFLOWS.filter(({ definition }) => definition).map(({ name }) => name);
  const { deadLetters } = new WatchStack(app, `${PREFIX}-watch`, { env, api, machines });
  // CloudFront in the regions of aws-cn has neither functions nor origin access control (docs/architecture.md).
  if (!env.region?.startsWith('cn-')) new PortalStack(app, `${PREFIX}-portal`, { env, data, api });
  const functions = new Map<string, IFunction>();
  const stage = new StageStack(app, `${PREFIX}-stage`, { env, api });
  for (const [service, workflows] of Map.groupBy(WORKFLOWS, ({ partOf, name }) => partOf ?? name)) {
    const ofService = { env, data, api, deadLetters, workflows, all: WORKFLOWS, functions };
    stage.addStackDependency(new ServiceStack(app, `${PREFIX}-${service}`, ofService), 'it names routes');
  }
  Tags.of(app).add('application', PREFIX);
  return app;
}

function environment(app: App): Environment {
  const account: unknown = app.node.tryGetContext('account');
  const region: unknown = app.node.tryGetContext('region');
  return {
    ...(typeof account === 'string' ? { account } : {}),
    ...(typeof region === 'string' ? { region } : {}),
  };
}
