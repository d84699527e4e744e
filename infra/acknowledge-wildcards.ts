import { Aws } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { FunctionSpec } from '../workflows/shared/function-spec.ts';
import { acknowledge } from './acknowledge.ts';
import { executionsOf, PREFIX } from './names.ts';

/** How cdk-nag names the bucket of the other stack: the export that CDK makes for it. */
const DOCUMENTS_EXPORT = `${PREFIX}-data:ExportsOutputFnGetAttDocuments7E5B2978Arn159F38C5`;
/** Tokens of the deployment in an ARN. */
const PSEUDO = { Partition: Aws.PARTITION, Region: Aws.REGION, AccountId: Aws.ACCOUNT_ID };

/** Tells cdk-nag which wildcards the role of such a function needs, and why. */
export function acknowledgeWildcards(role: Role, spec: FunctionSpec, machines: readonly string[]): void {
  const keys = Object.values(spec.documents ?? {}).flat();
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'X-Ray has no resources to name: PutTraceSegments and PutTelemetryRecords take only "*".',
    ...Object.fromEntries(
      keys.map((key) => [
        `AwsSolutions-IAM5[Resource::${DOCUMENTS_EXPORT}/${key}]`,
        'Objects of one kind have keys by upload, case or register.',
      ]),
    ),
    ...Object.fromEntries(
      machines.map((machine) => [
        `AwsSolutions-IAM5[Resource::${nagged(executionsOf(machine))}]`,
        'Executions are named by their cases.',
      ]),
    ),
  });
}

/** How cdk-nag writes what is only known when it is deployed. */
function nagged(arn: string): string {
  return Object.entries(PSEUDO).reduce((text, [name, token]) => text.replace(token, `<AWS::${name}>`), arn);
}
