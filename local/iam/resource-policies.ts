import type { Assembly } from '../template/assembly.ts';
import { sqsQueuePolicy } from '../template/resources/events.ts';
import { functionNameOf, lambdaFunction, lambdaPermission } from '../template/resources/lambda.ts';
import { kmsKey, s3BucketPolicy } from '../template/resources/storage.ts';
import { parsePolicy, type Statement } from './policy-document.ts';

/** What a resource itself allows or denies. */
export interface ResourcePolicy {
  /** ARN of the resource; objects of a bucket and versions of a function fall under it. */
  readonly resourceArn: string;
  readonly statements: readonly Statement[];
}

/** Collects the policies of buckets, queues and keys, and the invoke permissions of functions. */
export function collectResourcePolicies(assembly: Assembly): readonly ResourcePolicy[] {
  const arns = new Map<string, string>();
  for (const { ref, attributes } of assembly.resources) if (attributes.Arn) arns.set(ref, attributes.Arn);
  const policies: ResourcePolicy[] = [];
  const add = (ref: string, document: unknown, origin: string) =>
    policies.push({ resourceArn: arns.get(ref) ?? ref, statements: parsePolicy(document, origin) });

  for (const { properties, stackName, logicalId } of assembly.of(s3BucketPolicy)) {
    add(properties.Bucket, properties.PolicyDocument, `${stackName}/${logicalId}`);
  }
  for (const { properties, stackName, logicalId } of assembly.of(sqsQueuePolicy)) {
    for (const queue of properties.Queues) add(queue, properties.PolicyDocument, `${stackName}/${logicalId}`);
  }
  for (const { ref, properties, stackName, logicalId } of assembly.of(kmsKey)) {
    if (properties.KeyPolicy) add(ref, properties.KeyPolicy, `${stackName}/${logicalId}`);
  }
  return [...policies, ...functionPermissions(assembly)];
}

function functionPermissions(assembly: Assembly): readonly ResourcePolicy[] {
  const functions = new Map(assembly.of(lambdaFunction).map((one) => [one.ref, one.attributes.Arn ?? '']));
  return assembly.of(lambdaPermission).map(({ properties, stackName, logicalId }) => {
    const functionArn = functions.get(functionNameOf(properties.FunctionName));
    if (functionArn === undefined) {
      throw new Error(`${stackName}/${logicalId} is for a function that no template declares`);
    }
    // A permission on an alias or version is only for that.
    const resourceArn = properties.FunctionName.startsWith('arn:') ? properties.FunctionName : functionArn;
    return { resourceArn, statements: [permissionStatement(properties)] };
  });
}

function permissionStatement(permission: {
  readonly Action: string;
  readonly FunctionName: string;
  readonly Principal: string;
  readonly SourceArn?: string | undefined;
  readonly SourceAccount?: string | undefined;
}): Statement {
  const { SourceArn, SourceAccount, Principal } = permission;
  const isService = Principal.endsWith('.amazonaws.com') || Principal.endsWith('.amazonaws.com.cn');
  return {
    Effect: 'Allow',
    Action: [permission.Action],
    Resource: ['*'],
    Principal: isService ? { Service: [Principal] } : { AWS: [Principal] },
    Condition: {
      ...(SourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': [SourceArn] } }),
      ...(SourceAccount === undefined ? {} : { StringEquals: { 'AWS:SourceAccount': [SourceAccount] } }),
    },
  };
}

/** Whether a resource (an object of a bucket, say) falls under the resource that a policy belongs to. */
export function fallsUnder(resource: string, policyOwner: string): boolean {
  return resource === policyOwner || resource.startsWith(`${policyOwner}/`);
}
