import { Aws } from 'aws-cdk-lib';

/** Prefix of what has a name of its own in an account. */
export const PREFIX = 'liangjiang';
/** Alias that callers start executions by: it moves to a new version, running executions keep theirs. */
export const LIVE = 'live';

/** `plan-review` -> `PlanReview`. */
export function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `listing-certificate` -> `LISTING_CERTIFICATE`. */
export function constantCase(name: string): string {
  return name.replaceAll('-', '_').toUpperCase();
}

/**
 * ARN of a workflow's machine, from its name alone: a function inside the machine may signal it without the two
 * resources waiting for each other.
 */
export function machineArn(workflow: string): string {
  return `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${PREFIX}-${workflow}`;
}

/** What the ARNs of all executions begin with; `-<workflow>:<execution>` follows. */
export const EXECUTIONS_ARN = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${PREFIX}`;

/** ARNs of all executions of a workflow's machine. */
export const executionsOf = (workflow: string): string => `${EXECUTIONS_ARN}-${workflow}:*`;
