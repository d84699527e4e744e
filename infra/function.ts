import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type FunctionSpec, isAsynchronous } from '../workflows/shared/function-spec.ts';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import { BUNDLES, bundleOf } from './bundles.ts';
import { accessOf, type Platform } from './function-access.ts';
import { PREFIX, pascalCase } from './names.ts';

/** One Lambda from its spec: its own role with exactly the spec's actions, its own log group, only the settings it needs. */
export function createFunction(
  scope: Construct,
  workflow: string,
  spec: FunctionSpec,
  platform: Platform,
): LambdaFunction {
  const id = pascalCase(spec.name);
  const folder = join(BUNDLES, bundleOf(workflow, spec));
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run "npm run build" before synthesizing`);
  const logGroup = new LogGroup(scope, `${id}Logs`, {
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const access = accessOf(workflow, spec, platform);
  const deadLetters = isAsynchronous(spec) ? platform.deadLetters : undefined;
  const role = functionRole(scope, `${id}Role`, { logGroup, deadLetters, statements: access.statements });
  acknowledgeWildcards(role, spec, [...new Set([workflow, ...platform.machines])]);
  return new LambdaFunction(scope, id, {
    description: `${PREFIX} ${spec.slice}/${spec.name}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: `index.${spec.name}`,
    code: Code.fromAsset(folder),
    role: role.withoutPolicyUpdates(),
    logGroup,
    tracing: Tracing.ACTIVE,
    memorySize: spec.memoryMb ?? 512,
    timeout: Duration.seconds(spec.timeoutSeconds ?? 15),
    ...(deadLetters && { deadLetterQueue: deadLetters }),
    environment: {
      NODE_OPTIONS: '--enable-source-maps',
      PUBLIC_BASE_URL: platform.publicBaseUrl,
      ...access.environment,
    },
  });
}

interface RoleProps {
  readonly logGroup: ILogGroup;
  readonly deadLetters: IQueue | undefined;
  readonly statements: readonly PolicyStatement[];
}

/** May write its log, trace itself, lay down the events it failed at, and what its spec says. */
function functionRole(scope: Construct, id: string, { logGroup, deadLetters, statements }: RoleProps): Role {
  const allow = (actions: string[], resource: string) =>
    new PolicyStatement({ actions, resources: [resource] });
  return new Role(scope, id, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      Access: new PolicyDocument({
        statements: [
          allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn),
          allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
          ...(deadLetters ? [allow(['sqs:SendMessage'], deadLetters.queueArn)] : []),
          ...statements,
        ],
      }),
    },
  });
}
