import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { TABLES, type TableName } from '../workflows/shared/tables.ts';
import type { FunctionSpec } from '../workflows/shared/workflow.ts';
import { acknowledge } from './acknowledge.ts';
import { BUNDLES, bundleOf } from './bundles.ts';
import type { DataStack } from './data-stack.ts';
import { constantCase, EXECUTIONS_ARN, LIVE, machineArn, PREFIX, pascalCase } from './names.ts';

/** How cdk-nag names the bucket of the other stack: the export that CDK makes for it. */
const DOCUMENTS_EXPORT = `${PREFIX}-data:ExportsOutputFnGetAttDocuments7E5B2978Arn159F38C5`;

/** What the functions of one deployment share. */
export interface Platform {
  readonly data: DataStack;
  readonly publicBaseUrl: string;
  readonly mail: () => MailSettings;
  /** Who scans attachments for malware. */
  readonly malwareScan: () => string;
  /** Address of the service that keeps the registry of patents. */
  readonly patentRegistry: () => string;
  /** Where messages to institutions may go. */
  readonly webhookTargets: () => string;
  /** Names of the workflows whose machines take cases through a procedure. */
  readonly machines: readonly string[];
}

/** Who sends the platform's mail: an address, and the identity of SES (that address or its domain) that was verified for it. */
export interface MailSettings {
  readonly sender: string;
  readonly identity: string;
}

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
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      Access: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [logGroup.logGroupArn],
          }),
          new PolicyStatement({
            actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
            resources: ['*'],
          }),
          ...access.statements,
        ],
      }),
    },
  });
  acknowledgeWildcards(role, platform.machines);
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
    environment: {
      NODE_OPTIONS: '--enable-source-maps',
      PUBLIC_BASE_URL: platform.publicBaseUrl,
      ...access.environment,
    },
  });
}

interface FunctionAccess {
  readonly statements: PolicyStatement[];
  readonly environment: Record<string, string>;
}

function accessOf(
  workflow: string,
  spec: FunctionSpec,
  { data, machines, mail, malwareScan, patentRegistry, webhookTargets }: Platform,
): FunctionAccess {
  const parts = [
    ...Object.entries(spec.tables ?? {}).map(([name, actions]) =>
      tableAccess(data, name as TableName, actions),
    ),
    ...(spec.documents ? [documentAccess(data, spec.documents, malwareScan())] : []),
    ...(spec.signingKey ? [keyAccess(data, spec.signingKey)] : []),
    ...(spec.mail ? [mailAccess(mail())] : []),
    ...(spec.patentRegistry ? [{ environment: { PATENT_REGISTRY_URL: patentRegistry() } }] : []),
    ...(spec.webhooks ? [{ environment: { WEBHOOK_TARGETS: webhookTargets() } }] : []),
    ...(spec.machine ? machineAccess(workflow, spec.machine, machines) : []),
    ...(spec.starts ? [startAccess(spec.starts)] : []),
  ];
  return {
    statements: parts.flatMap((part) => ('statement' in part ? [part.statement] : [])),
    environment: Object.assign({}, ...parts.map((part) => part.environment)),
  };
}

const allow = (service: string, actions: readonly string[], resources: string[]) =>
  new PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources });

function tableAccess(data: DataStack, name: TableName, actions: readonly string[]) {
  const table = data.tables[name];
  const indexes = Object.keys(TABLES[name].indexes).map((index) => `${table.tableArn}/index/${index}`);
  return {
    statement: allow('dynamodb', actions, [table.tableArn, ...(actions.includes('Query') ? indexes : [])]),
    environment: { [constantCase(name.replace(/Table$/, '-table'))]: table.tableName },
  };
}

function documentAccess(data: DataStack, actions: readonly string[], malwareScan: string) {
  return {
    statement: allow('s3', actions, [data.documents.arnForObjects('*')]),
    environment: { DOCUMENTS_BUCKET: data.documents.bucketName, MALWARE_SCAN: malwareScan },
  };
}

function keyAccess(data: DataStack, actions: readonly string[]) {
  return {
    statement: allow('kms', actions, [data.signingKey.keyArn]),
    environment: { SIGNING_KEY_ID: data.signingKey.keyArn },
  };
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html */
function mailAccess({ sender, identity }: MailSettings) {
  const arn = `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${identity}`;
  const statement = allow('ses', ['SendEmail'], [arn]);
  statement.addCondition('StringEquals', { 'ses:FromAddress': sender });
  return { statement, environment: { MAIL_SENDER: sender } };
}

const live = (name: string) => `${machineArn(name)}:${LIVE}`;

function startAccess(names: readonly string[]) {
  return {
    statement: allow('states', ['StartExecution'], names.map(live)),
    environment: Object.fromEntries(names.map((name) => [`${constantCase(name)}_MACHINE_ARN`, live(name)])),
  };
}

/** A workflow starts its own machine; the desk, which serves all, starts and signals every one. */
function machineAccess(workflow: string, actions: readonly string[], machines: readonly string[]) {
  const own = workflow === 'desk' ? machines : [workflow];
  return actions.map((action) => {
    if (action === 'StartExecution') return startAccess(own);
    if (action === 'ReadExecution') return readAccess(own);
    return {
      statement: allow('states', ['SendTaskSuccess', 'SendTaskFailure'], machines.map(machineArn)),
      environment: {},
    };
  });
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
function readAccess(machines: readonly string[]) {
  const actions = ['DescribeExecution', 'DescribeStateMachineForExecution', 'GetExecutionHistory'];
  return {
    statement: allow('states', actions, machines.map(executionsOf)),
    environment: { EXECUTIONS_ARN },
  };
}

/** Tokens of the deployment in an ARN. */
const PSEUDO = { Partition: Aws.PARTITION, Region: Aws.REGION, AccountId: Aws.ACCOUNT_ID };

const executionsOf = (machine: string) => `${EXECUTIONS_ARN}-${machine}:*`;

function acknowledgeWildcards(role: Role, machines: readonly string[]): void {
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords take only "*".',
    [`AwsSolutions-IAM5[Resource::${DOCUMENTS_EXPORT}/*]`]:
      'Objects of the documents bucket have keys by case.',
    ...Object.fromEntries(
      machines.map((machine) => [
        `AwsSolutions-IAM5[Resource::${nagged(executionsOf(machine))}]`,
        'Executions are named by their cases.',
      ]),
    ),
  });
}

/** How cdk-nag writes what is only known when it is deployed. */
function nagged(arn: string): string {
  return Object.entries(PSEUDO).reduce((text, [name, token]) => text.replace(token, `<AWS::${name}>`), arn);
}
