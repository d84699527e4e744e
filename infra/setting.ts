import { CfnParameter, type CfnParameterProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

interface Limits extends Pick<CfnParameterProps, 'allowedValues' | 'minLength' | 'noEcho'> {
  /** Where the deployment says nothing; without it CloudFormation asks. */
  readonly otherwise?: string;
}

/**
 * A value of the deployment: from the context (`-c issuer=...`), which all stacks share, or given to each as a CloudFormation
 * parameter.
 */
export function setting(
  scope: Construct,
  id: string,
  description: string,
  contextKey: string,
  { otherwise, ...limits }: Limits = {},
): string {
  const value: unknown = scope.node.tryGetContext(contextKey) ?? otherwise;
  const given = typeof value === 'string' ? { default: value } : {};
  return new CfnParameter(scope, id, { type: 'String', description, ...limits, ...given }).valueAsString;
}
