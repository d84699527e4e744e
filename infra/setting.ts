import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A value of the deployment: from the context (`-c issuer=...`) or given as a CloudFormation parameter. */
export function setting(
  scope: Construct,
  id: string,
  description: string,
  contextKey: string,
  otherwise?: string,
): string {
  const value: unknown = scope.node.tryGetContext(contextKey) ?? otherwise;
  const given = typeof value === 'string' ? { default: value } : {};
  return new CfnParameter(scope, id, { type: 'String', description, ...given }).valueAsString;
}
