import * as aliases from './aliases.ts';
import type { ApiCall } from './call.ts';
import { describeExecution } from './describe-execution.ts';
import { getExecutionHistory } from './execution-history.ts';
import { listExecutions } from './list-executions.ts';
import * as mapRuns from './map-runs.ts';
import { redriveExecution } from './redrive-execution.ts';
import { startExecution } from './start-execution.ts';
import { startSyncExecution } from './start-sync-execution.ts';
import * as machines from './state-machines.ts';
import { stopExecution } from './stop-execution.ts';
import * as tags from './tags.ts';
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './task-tokens.ts';
import { testState } from './test-state.ts';
import { validateStateMachineDefinition } from './validate-definition.ts';
import * as versions from './versions.ts';

/** Every call of the API that is answered, by its name in X-Amz-Target. */
export const calls: Readonly<Record<string, ApiCall>> = {
  CreateStateMachine: machines.createStateMachine,
  CreateStateMachineAlias: aliases.createStateMachineAlias,
  DeleteStateMachine: machines.deleteStateMachine,
  DeleteStateMachineAlias: aliases.deleteStateMachineAlias,
  DeleteStateMachineVersion: versions.deleteStateMachineVersion,
  DescribeExecution: describeExecution,
  DescribeMapRun: mapRuns.describeMapRun,
  DescribeStateMachine: machines.describeStateMachine,
  DescribeStateMachineAlias: aliases.describeStateMachineAlias,
  DescribeStateMachineForExecution: machines.describeStateMachineForExecution,
  GetExecutionHistory: getExecutionHistory,
  ListExecutions: listExecutions,
  ListMapRuns: mapRuns.listMapRuns,
  ListStateMachineAliases: aliases.listStateMachineAliases,
  ListStateMachines: machines.listStateMachines,
  ListStateMachineVersions: versions.listStateMachineVersions,
  ListTagsForResource: tags.listTagsForResource,
  PublishStateMachineVersion: versions.publishStateMachineVersion,
  RedriveExecution: redriveExecution,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
  SendTaskSuccess: sendTaskSuccess,
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
  StopExecution: stopExecution,
  TagResource: tags.tagResource,
  TestState: testState,
  UntagResource: tags.untagResource,
  UpdateMapRun: mapRuns.updateMapRun,
  UpdateStateMachine: machines.updateStateMachine,
  UpdateStateMachineAlias: aliases.updateStateMachineAlias,
  ValidateStateMachineDefinition: validateStateMachineDefinition,
};

/** Names of the calls that are answered. */
export const supportedCalls: readonly string[] = Object.keys(calls);
