export type MapRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** A run of a distributed Map. How its children stand is counted from their rows. */
export interface MapRunRecord {
  /** Numbers the run in the children's rows. */
  readonly number: number;
  readonly arn: string;
  /** The execution and branch whose Map state it belongs to. */
  readonly execution: number;
  readonly executionArn: string;
  readonly thread: number;
  /** Number of the hidden machine (`<name>/<label>`) whose executions the children are. */
  readonly machine: number;
  readonly label: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Which states the children run, from the machine's top: state and branch at each level. */
  readonly processor: readonly ProcessorStep[];
  readonly status: MapRunStatus;
  /** Children, and the items they carry together. */
  readonly childCount: number;
  readonly itemCount: number;
  readonly itemCounts?: readonly number[];
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly redriveCount?: number;
  readonly redrivenAt?: number;
}

export type ProcessorStep = readonly [state: string, branch: number];
