import { RemovalPolicy } from 'aws-cdk-lib';
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

/**
 * A workflow's state machine with a version per definition and the alias that callers start it by. Old versions are
 * retained, so that running executions keep the definition they began with.
 */
export class WorkflowMachine extends Construct {
  constructor(scope: Construct, workflow: Required<Workflow>, fn: (name: string) => IFunction) {
    super(scope, pascalCase(workflow.name));
    const logs = new LogGroup(this, 'Logs', {
      // Step Functions asks for this prefix, lest the log group's resource policy outgrow its limit.
      logGroupName: `/aws/vendedlogs/states/${PREFIX}-${workflow.name}`,
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const machine = new StateMachine(this, 'Machine', {
      stateMachineName: `${PREFIX}-${workflow.name}`,
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(workflow.definition(this, fn)),
      // The histories hold ids and dates only, but logs go further than the console: no payloads in them.
      logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(machine.role, {
      'AwsSolutions-IAM5[Resource::*]':
        'Log delivery and X-Ray of Step Functions have no resources to name; their actions take only "*".',
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
