import type { Assembly } from '../template/assembly.ts';
import { iamManagedPolicy, iamPolicy, iamRole } from '../template/resources/iam.ts';
import { AWS_MANAGED_POLICIES } from './managed-policies.ts';
import { parsePolicy, type Statement } from './policy-document.ts';

/** A statement with the policy it stands in, so that an unused one can be found in the template. */
export interface Grant {
  readonly statement: Statement;
  /** `Service/WorkRoleDefaultPolicy1234` */
  readonly origin: string;
}

/** Role ARN to everything its policies say. */
export type RoleGrants = ReadonlyMap<string, readonly Grant[]>;

/**
 * Collects the identity policies of every role: inline, attached and managed.
 *
 * @throws Error for a managed policy of AWS that is not known here and for a role that does not exist
 */
export function collectRoleGrants(assembly: Assembly): RoleGrants {
  const grants = new Map<string, Grant[]>();
  const arnByName = new Map<string, string>();
  for (const role of assembly.of(iamRole)) {
    grants.set(arnOf(role), []);
    arnByName.set(role.ref, arnOf(role));
  }
  const add = (roleArn: string | undefined, statements: readonly Statement[], origin: string) => {
    const known = grants.get(roleArn ?? '');
    if (!known) throw new Error(`${origin} is for a role that no template declares`);
    known.push(...statements.map((statement) => ({ statement, origin })));
  };

  const managed = new Map<string, readonly Statement[]>();
  for (const policy of [...assembly.of(iamPolicy), ...assembly.of(iamManagedPolicy)]) {
    const origin = `${policy.stackName}/${policy.logicalId}`;
    const statements = parsePolicy(policy.properties.PolicyDocument, origin);
    managed.set(policy.ref, statements);
    for (const role of policy.properties.Roles ?? []) add(arnByName.get(role), statements, origin);
  }
  for (const role of assembly.of(iamRole)) {
    const origin = `${role.stackName}/${role.logicalId}`;
    for (const inline of role.properties.Policies ?? []) {
      add(arnOf(role), parsePolicy(inline.PolicyDocument, origin), `${origin}/${inline.PolicyName}`);
    }
    for (const arn of role.properties.ManagedPolicyArns ?? []) {
      add(arnOf(role), managed.get(arn) ?? awsManaged(arn, origin), origin);
    }
  }
  return grants;
}

function arnOf(role: { readonly attributes: Readonly<Record<string, string>> }): string {
  return role.attributes.Arn ?? '';
}

function awsManaged(arn: string, origin: string): readonly Statement[] {
  const known = AWS_MANAGED_POLICIES[arn.split(':policy/')[1] ?? ''];
  if (!known) throw new Error(`${origin}: the managed policy ${arn} is not known on one machine`);
  return known;
}
