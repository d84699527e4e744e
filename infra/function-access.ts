import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { DocumentActions, FunctionSpec } from '../workflows/shared/function-spec.ts';
import { TABLES, type TableName } from '../workflows/shared/tables.ts';
import type { DataStack } from './data-stack.ts';
import { constantCase, EXECUTIONS_ARN, executionsOf, LIVE, machineArn } from './names.ts';

/** What the functions of one deployment share. */
export interface Platform {
  readonly data: DataStack;
  readonly publicBaseUrl: string;
  /** Where events go that no attempt could handle. */
  readonly deadLetters: IQueue;
  readonly mail: () => MailSettings;
  /** Who scans attachments for malware. */
  readonly malwareScan: () => string;
  /** Address of the service that keeps the registry of patents. */
  readonly patentRegistry: () => string;
  /** Where messages to institutions may go. */
  readonly webhookTargets: () => string;
  /** JSON of the public keys that are published beside the present one. */
  readonly otherPublicKeys: () => string;
  /** What the distribution proves by that it named the caller. */
  readonly originSecret: () => string;
  /** Names of the workflows whose machines take cases through a procedure. */
  readonly machines: readonly string[];
}

/** Who sends the platform's mail: an address, and the identity of SES (that address or its domain) that was verified for it. */
export interface MailSettings {
  readonly sender: string;
  readonly identity: string;
}

/** What a function may touch, and the settings that name it. */
interface FunctionAccess {
  readonly statements: readonly PolicyStatement[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Exactly what the spec names, and nothing else. */
export function accessOf(workflow: string, spec: FunctionSpec, platform: Platform): FunctionAccess {
  const { data, machines } = platform;
  const parts: FunctionAccess[] = [
    ...Object.entries(spec.tables ?? {}).map(([name, actions]) =>
      tableAccess(data, name as TableName, actions),
    ),
    ...(spec.documents ? [documentAccess(data, spec.documents, platform.malwareScan())] : []),
    ...(spec.signingKey ? [keyAccess(data, spec.signingKey)] : []),
    ...(spec.otherPublicKeys ? [told({ OTHER_PUBLIC_KEYS: platform.otherPublicKeys() })] : []),
    ...(spec.mail ? [mailAccess(platform.mail())] : []),
    ...(spec.patentRegistry ? [told({ PATENT_REGISTRY_URL: platform.patentRegistry() })] : []),
    ...(spec.webhooks ? [told({ WEBHOOK_TARGETS: platform.webhookTargets() })] : []),
    ...(spec.countsCallers ? [told({ ORIGIN_SECRET: platform.originSecret() })] : []),
    ...(spec.machine ? machineAccess(workflow, spec.machine, machines) : []),
    ...(spec.starts ? [startAccess(spec.starts)] : []),
  ];
  return {
    statements: parts.flatMap(({ statements }) => statements),
    environment: Object.assign({}, ...parts.map(({ environment }) => environment)),
  };
}

const allow = (service: string, actions: readonly string[], resources: string[]) =>
  new PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources });

const told = (environment: Record<string, string>): FunctionAccess => ({ statements: [], environment });

function tableAccess(data: DataStack, name: TableName, actions: readonly string[]): FunctionAccess {
  const table = data.tables[name];
  const indexes = Object.keys(TABLES[name].indexes).map((index) => `${table.tableArn}/index/${index}`);
  return {
    statements: [allow('dynamodb', actions, [table.tableArn, ...(actions.includes('Query') ? indexes : [])])],
    environment: { [constantCase(name.replace(/Table$/, '-table'))]: table.tableName },
  };
}

function documentAccess(data: DataStack, actions: DocumentActions, malwareScan: string): FunctionAccess {
  return {
    statements: Object.entries(actions).map(([action, keys]) =>
      allow(
        's3',
        [action],
        keys.map((key) => data.documents.arnForObjects(key)),
      ),
    ),
    environment: { DOCUMENTS_BUCKET: data.documents.bucketName, MALWARE_SCAN: malwareScan },
  };
}

function keyAccess(data: DataStack, actions: readonly string[]): FunctionAccess {
  return {
    statements: [allow('kms', actions, [data.signingKey.keyArn])],
    environment: { SIGNING_KEY_ID: data.signingKey.keyArn },
  };
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html */
function mailAccess({ sender, identity }: MailSettings): FunctionAccess {
  const arn = `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${identity}`;
  const statement = allow('ses', ['SendEmail'], [arn]);
  statement.addCondition('StringEquals', { 'ses:FromAddress': sender });
  return { statements: [statement], environment: { MAIL_SENDER: sender } };
}

const live = (name: string) => `${machineArn(name)}:${LIVE}`;

function startAccess(names: readonly string[]): FunctionAccess {
  return {
    statements: [allow('states', ['StartExecution'], names.map(live))],
    environment: Object.fromEntries(names.map((name) => [`${constantCase(name)}_MACHINE_ARN`, live(name)])),
  };
}

/** A workflow starts its own machine; the desk, which serves all, starts and signals every one. */
function machineAccess(
  workflow: string,
  actions: readonly string[],
  machines: readonly string[],
): FunctionAccess[] {
  const own = workflow === 'desk' ? machines : [workflow];
  return actions.map((action) => {
    if (action === 'StartExecution') return startAccess(own);
    if (action === 'ReadExecution') return readAccess(own);
    return {
      statements: [allow('states', ['SendTaskSuccess', 'SendTaskFailure'], machines.map(machineArn))],
      environment: {},
    };
  });
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
function readAccess(machines: readonly string[]): FunctionAccess {
  const actions = ['DescribeExecution', 'DescribeStateMachineForExecution', 'GetExecutionHistory'];
  return {
    statements: [allow('states', actions, machines.map(executionsOf))],
    environment: { EXECUTIONS_ARN },
  };
}
