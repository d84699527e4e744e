import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, type Map as MapState, type Parallel, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** What an approved application goes through to its payment. */
export interface FundingChain {
  readonly first: IChainable;
  /** Those that may fail, or find the case withdrawn. */
  readonly steps: readonly (LambdaInvoke | MapState | Parallel)[];
}

interface Ends {
  /** Gives the patents back and ends the case without payment. */
  readonly release: IChainable;
}

/** After the review: input { caseId }, the case's detail has `grant` and `amountFen`. */
export function fundingChain(scope: Construct, _fn: (name: string) => IFunction, _ends: Ends): FundingChain {
  return { first: Succeed.jsonata(scope, 'Approved'), steps: [] };
}
