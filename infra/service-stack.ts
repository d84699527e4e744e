import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionSpec, Workflow } from '../workflows/shared/workflow.ts';
import type { PlatformApi } from './api.ts';
import type { DataStack } from './data-stack.ts';
import { createFunction } from './function.ts';
import type { Platform } from './function-access.ts';
import { WorkflowMachine, type WorkflowWithMachine } from './machine.ts';
import { machineArn, pascalCase } from './names.ts';
import { serviceSettings } from './service-settings.ts';

interface ServiceStackProps extends StackProps {
  readonly data: DataStack;
  readonly api: PlatformApi;
  /** Where events go that no attempt could handle. */
  readonly deadLetters: IQueue;
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
    { data, api, deadLetters, workflows, all, functions, ...props }: ServiceStackProps,
  ) {
    super(scope, id, props);
    const platform: Platform = {
      ...serviceSettings(this),
      data,
      deadLetters,
      machines: all
        .filter((workflow) => workflow.definition && !workflow.withoutCases)
        .map((workflow) => workflow.name),
    };

    for (const workflow of workflows) {
      for (const spec of workflow.functions) {
        const fn = createFunction(this, workflow.name, spec, platform);
        functions.set(spec.name, fn);
        for (const contract of spec.routes ?? []) api.route(this, contract, fn);
        const target = orDeadLetters(fn, deadLetters);
        runOnSchedule(this, spec, target);
        if (spec.onMalwareScan) runOnMalwareScan(this, spec.name, data, target);
        if (spec.onFailedExecution) runOnFailedExecution(this, spec.name, platform.machines, target);
      }
    }

    for (const workflow of workflows.filter(hasMachine)) {
      new WorkflowMachine(this, workflow, (name) => named(functions, name));
    }
  }
}

function hasMachine(workflow: Workflow): workflow is WorkflowWithMachine {
  return workflow.definition !== undefined;
}

/** The queue's own policy lets every rule of the platform in; CDK's would name each, in a stack that comes before them. */
function orDeadLetters(fn: IFunction, { queueArn }: IQueue): IRuleTarget {
  const target = new LambdaTarget(fn);
  return { bind: (rule, id) => ({ ...target.bind(rule, id), deadLetterConfig: { arn: queueArn } }) };
}

function runOnSchedule(scope: Construct, spec: FunctionSpec, target: IRuleTarget): void {
  const schedule = scheduleOf(spec);
  if (schedule) {
    new Rule(scope, `${pascalCase(spec.name)}Schedule`, { schedule, targets: [target] });
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
  target: IRuleTarget,
): void {
  new Rule(scope, `${pascalCase(name)}Rule`, {
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: machines.map(machineArn) },
    },
    targets: [target],
  });
}

/** https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html */
function runOnMalwareScan(
  scope: Construct,
  name: string,
  { documents }: DataStack,
  target: IRuleTarget,
): void {
  new Rule(scope, `${pascalCase(name)}Rule`, {
    eventPattern: {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [documents.bucketName] } },
    },
    targets: [target],
  });
}

function named(functions: ReadonlyMap<string, IFunction>, name: string): IFunction {
  const fn = functions.get(name);
  if (!fn) throw new Error(`the definition names the function "${name}", which no workflow declares`);
  return fn;
}
