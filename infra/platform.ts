import { App, type AppProps, type Environment, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { WORKFLOWS } from '../workflows/index.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { PREFIX } from './names.ts';
import { ServiceStack } from './service-stack.ts';

/** Behaviour of CDK that a new app should ask for; here and not in cdk.json, so that synthesis without the CLI is the same. */
const FEATURE_FLAGS = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
};

/**
 * The whole platform as a CDK app. Without `-c account=... -c region=...` the templates fit every account and region of
 * the partitions aws and aws-cn; cdk-nag's AwsSolutions rules run at every synthesis and fail it.
 */
export function platform(props?: AppProps): App {
  const app = new App({ ...props, context: { ...FEATURE_FLAGS, ...props?.context } });
  const env = environment(app);
  const data = new DataStack(app, `${PREFIX}-data`, { env });
  const service = new ServiceStack(app, `${PREFIX}-service`, { env, data, workflows: WORKFLOWS });
  new ApiStack(app, `${PREFIX}-api`, { env, service, workflows: WORKFLOWS });
  Tags.of(app).add('application', PREFIX);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
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
