import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { FunctionSpec } from './function-spec.ts';

export type { FunctionSpec, TableAction } from './function-spec.ts';

/** The plug infra/ reads. A new workflow is a folder and one line in workflows/index.ts. */
export interface Workflow {
  readonly name: string;
  /** The workflow whose stack it runs in; absent: its own. */
  readonly partOf?: string;
  readonly functions: readonly FunctionSpec[];
  /** Its executions are no cases: the desk neither starts, signals nor watches them. */
  readonly withoutCases?: true;
  /** The machine: functions go in by their file name, the chain comes out. Absent for slices without a machine of their own. */
  readonly definition?: (scope: Construct, fn: (name: string) => IFunction) => IChainable;
}
