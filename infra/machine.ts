import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  DefinitionBody,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Workflow } from '../workflows/shared/workflow.ts';
import { acknowledge } from './acknowledge.ts';
import { LIVE, PREFIX, pascalCase } from './names.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy */
const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];
/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html */
const TRACING = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

/** A workflow whose procedure is a machine. */
export type WorkflowWithMachine = Workflow & Required<Pick<Workflow, 'definition'>>;

/**
 * A workflow's state machine with a version per definition and the alias that callers start it by. Old versions are
 * retained, so that running executions keep the definition they began with.
 */
export class WorkflowMachine extends Construct {
  constructor(scope: Construct, workflow: WorkflowWithMachine, fn: (name: string) => IFunction) {
    super(scope, pascalCase(workflow.name));
    const logs = new LogGroup(this, 'Logs', {
      // Step Functions asks for this prefix, lest the log group's resource policy outgrow its limit.
      logGroupName: `/aws/vendedlogs/states/${PREFIX}-${workflow.name}`,
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const used: IFunction[] = [];
    const definition = workflow.definition(this, (name) => {
      const named = fn(name);
      used.push(named);
      return named;
    });
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: `${PREFIX}-${workflow.name}`,
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(definition),
      // CDK would also allow every version and alias of the functions; the machine calls just the functions.
      role: machineRole(this, used).withoutPolicyUpdates(),
      // The histories hold ids and dates only, but logs go further than the console: no payloads in them.
      logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: machine.stateMachineArn,
      stateMachineRevisionId: machine.stateMachineRevisionId,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    new CfnStateMachineAlias(this, 'Live', {
      name: LIVE,
      routingConfiguration: [{ stateMachineVersionArn: version.attrArn, weight: 100 }],
    });
  }
}

/** May run exactly the functions of the definition, deliver its logs and trace itself. */
function machineRole(scope: Construct, functions: readonly IFunction[]): Role {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('states.amazonaws.com'),
    inlinePolicies: {
      Access: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: [...new Set(functions)].map((used) => used.functionArn),
          }),
          new PolicyStatement({ actions: [...LOG_DELIVERY, ...TRACING], resources: ['*'] }),
        ],
      }),
    },
  });
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'Log delivery and X-Ray of Step Functions have no resources to name; their actions take only "*".',
  });
  return role;
}
