import { CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionSpec, Workflow } from '../workflows/shared/workflow.ts';
import type { PlatformApi } from './api.ts';
import type { DataStack } from './data-stack.ts';
import { createFunction, type MailSettings } from './function.ts';
import { WorkflowMachine, type WorkflowWithMachine } from './machine.ts';
import { machineArn, pascalCase } from './names.ts';
import { setting } from './setting.ts';

interface ServiceStackProps extends StackProps {
  readonly data: DataStack;
  readonly api: PlatformApi;
  /** Those of this stack. */
  readonly workflows: readonly Workflow[];
  readonly all: readonly Workflow[];
  /** By name, those of the stacks before; this one adds its own. */
  readonly functions: Map<string, IFunction>;
}

/**
 * What runs of one procedure: a Lambda per function, a machine per workflow, routes, schedules. A stack per procedure, because a stack
 * holds at most 500 resources and each function and each route are three.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export class ServiceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { data, api, workflows, all, functions, ...props }: ServiceStackProps,
  ) {
    super(scope, id, props);
    const platform = {
      data,
      publicBaseUrl: setting(
        this,
        'PublicBaseUrl',
        'Address under which people reach the platform',
        'publicBaseUrl',
      ),
      mail: once(() => mailSettings(this)),
      malwareScan: once(() => malwareScan(this)),
      patentRegistry: once(() =>
        setting(
          this,
          'PatentRegistryUrl',
          'Service that keeps the registry of patents; empty: the register loaded from files',
          'patentRegistryUrl',
          '',
        ),
      ),
      webhookTargets: once(() => webhookTargets(this)),
      machines: all
        .filter((workflow) => workflow.definition && !workflow.withoutCases)
        .map((workflow) => workflow.name),
    };

    for (const workflow of workflows) {
      for (const spec of workflow.functions) {
        const fn = createFunction(this, workflow.name, spec, platform);
        functions.set(spec.name, fn);
        for (const contract of spec.routes ?? []) api.route(this, contract, fn);
        runOnSchedule(this, spec, fn);
        if (spec.onMalwareScan) runOnMalwareScan(this, spec.name, data, fn);
        if (spec.onFailedExecution) runOnFailedExecution(this, spec.name, platform.machines, fn);
      }
    }

    for (const workflow of workflows.filter(hasMachine)) {
      new WorkflowMachine(this, workflow, (name) => named(functions, name));
    }
  }
}

/** A parameter is in a stack only if something there asks for it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function mailSettings(scope: Construct): MailSettings {
  return {
    sender: setting(
      scope,
      'MailSender',
      'Address that mails come from; empty: no mail is sent',
      'mailSender',
      '',
    ),
    identity: setting(
      scope,
      'MailIdentity',
      'Identity verified in SES for it: the address itself or its domain',
      'mailIdentity',
      'none',
    ),
  };
}

/** Without a scanner the platform takes no attachments, rather than unscanned ones. */
function malwareScan(scope: Construct): string {
  return new CfnParameter(scope, 'MalwareScan', {
    type: 'String',
    description:
      'Who scans attachments: GuardDuty Malware Protection for S3, to be turned on for uploads/ of the bucket, or nobody',
    default: 'not-configured',
    allowedValues: ['guardduty', 'not-configured', 'eicar-stub'],
  }).valueAsString;
}

/** The bank simulator listens on this machine; on AWS nothing that an institution names may lead inside. */
function webhookTargets(scope: Construct): string {
  return new CfnParameter(scope, 'WebhookTargets', {
    type: 'String',
    description:
      'Where messages to institutions may go: public addresses by https, or this machine too (npm start)',
    default: 'public',
    allowedValues: ['public', 'public-and-loopback'],
  }).valueAsString;
}

function hasMachine(workflow: Workflow): workflow is WorkflowWithMachine {
  return workflow.definition !== undefined;
}

function runOnSchedule(scope: Construct, spec: FunctionSpec, fn: IFunction): void {
  const schedule = scheduleOf(spec);
  if (schedule) {
    new Rule(scope, `${pascalCase(spec.name)}Schedule`, { schedule, targets: [new LambdaTarget(fn)] });
  }
}

function scheduleOf({ everyMinutes, everyDayAtUtc }: FunctionSpec): Schedule | undefined {
  if (everyMinutes) return Schedule.rate(Duration.minutes(everyMinutes));
  if (!everyDayAtUtc) return undefined;
  return Schedule.cron({ hour: String(everyDayAtUtc.hour), minute: String(everyDayAtUtc.minute) });
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
function runOnFailedExecution(
  scope: Construct,
  name: string,
  machines: readonly string[],
  fn: IFunction,
): void {
  new Rule(scope, `${pascalCase(name)}Rule`, {
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: machines.map(machineArn) },
    },
    targets: [new LambdaTarget(fn)],
  });
}

/** https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html */
function runOnMalwareScan(scope: Construct, name: string, { documents }: DataStack, fn: IFunction): void {
  new Rule(scope, `${pascalCase(name)}Rule`, {
    eventPattern: {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [documents.bucketName] } },
    },
    targets: [new LambdaTarget(fn)],
  });
}

function named(functions: ReadonlyMap<string, IFunction>, name: string): IFunction {
  const fn = functions.get(name);
  if (!fn) throw new Error(`the definition names the function "${name}", which no workflow declares`);
  return fn;
}
