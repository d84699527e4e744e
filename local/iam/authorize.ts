import { AccessDenied, type Authorize, type Caller } from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { conditionHolds, type RequestContext } from './conditions.ts';
import type { Statement } from './policy-document.ts';
import { collectResourcePolicies, fallsUnder, type ResourcePolicy } from './resource-policies.ts';
import { collectRoleGrants, type RoleGrants } from './roles.ts';
import { recordUsage, type Usage } from './usage.ts';
import { matchesAction, matchesWildcard } from './wildcard.ts';

/** The permissions of the templates. */
export interface Permissions {
  readonly authorize: Authorize;
  readonly usage: Usage;
}

interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/**
 * Reads every policy of the assembly; decides as AWS does within one account
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 *
 * @param sessionNames role ARN to session name (a function's name), for the wording of a refusal
 * @throws Error for a policy that cannot be decided here
 */
export function createPermissions(
  assembly: Assembly,
  sessionNames: ReadonlyMap<string, string> = new Map(),
): Permissions {
  const grants = collectRoleGrants(assembly);
  const resourcePolicies = collectResourcePolicies(assembly);
  const usage = recordUsage(grants);
  const { accountId, partition } = assembly.place;
  const userOf = (caller: Caller) =>
    caller.kind === 'role'
      ? assumedRole(caller.roleArn, sessionNames, partition, accountId)
      : principalOf(caller);

  const authorize: Authorize = (caller, action, resource, given = {}) => {
    if (caller.kind === 'engineer') return;
    const context = { ...environmentOf(caller, accountId), ...lowerKeys(given) };
    const request = { action, resource, context };
    const attached = resourcePolicies.filter((policy) => fallsUnder(resource, policy.resourceArn));
    const refusal =
      caller.kind === 'role'
        ? refusalOfRole(caller.roleArn, request, grants, attached, usage)
        : refusalOfService(caller.principal, request, attached);
    if (refusal !== undefined) {
      throw new AccessDenied(
        `User: ${userOf(caller)} is not authorized to perform: ${action} on resource: ${resource} ${refusal}`,
      );
    }
  };
  return { authorize, usage };
}

/** Why a role may not, or undefined when it may. */
function refusalOfRole(
  roleArn: string,
  request: Request,
  grants: RoleGrants,
  attached: readonly ResourcePolicy[],
  usage: Usage,
): string | undefined {
  const own = (grants.get(roleArn) ?? []).filter(({ statement }) => applies(statement, request));
  if (own.some(({ statement }) => statement.Effect === 'Deny')) {
    return 'with an explicit deny in an identity-based policy';
  }
  const onResource = attached
    .flatMap((policy) => policy.statements)
    .filter((statement) => applies(statement, request) && namesRole(statement, roleArn));
  if (onResource.some((statement) => statement.Effect === 'Deny')) {
    return 'with an explicit deny in a resource-based policy';
  }
  for (const grant of own) {
    const pattern = grant.statement.Action?.find((one) => matchesAction(request.action, one));
    if (pattern !== undefined) usage.note(grant, pattern);
  }
  // KMS asks the key first; its policy names the role, or hands on to the account's own policies. A key of the template without a
  // policy has the default one, which hands on.
  const isKeyCall = request.action.startsWith('kms:') && attached.length > 0;
  if (isKeyCall && onResource.length === 0) {
    return `because no resource-based policy allows the ${request.action} action`;
  }
  const byResource = onResource.some((statement) =>
    statement.Principal?.AWS?.some((one) => one === roleArn || one === '*'),
  );
  if (own.length > 0 || byResource) return undefined;
  return `because no identity-based policy allows the ${request.action} action`;
}

/** Why a service of AWS may not, or undefined when it may: only the resource's own policy counts. */
function refusalOfService(
  principal: string,
  request: Request,
  attached: readonly ResourcePolicy[],
): string | undefined {
  const statements = attached
    .flatMap((policy) => policy.statements)
    .filter((statement) => applies(statement, request) && namesService(statement, principal));
  if (statements.some((statement) => statement.Effect === 'Deny')) {
    return 'with an explicit deny in a resource-based policy';
  }
  return statements.length > 0
    ? undefined
    : `because no resource-based policy allows the ${request.action} action`;
}

function applies(statement: Statement, { action, resource, context }: Request): boolean {
  const byAction = (pattern: string) => matchesAction(action, pattern);
  const byResource = (pattern: string) => matchesWildcard(resource, pattern);
  const actionMatches = statement.Action?.some(byAction) ?? !statement.NotAction?.some(byAction);
  const resourceMatches = statement.Resource?.some(byResource) ?? !statement.NotResource?.some(byResource);
  return actionMatches && resourceMatches && conditionHolds(statement.Condition ?? {}, context);
}

function namesRole({ Principal }: Statement, roleArn: string): boolean {
  const accountId = roleArn.split(':')[4] ?? '';
  return (Principal?.AWS ?? []).some(
    (one) => one === '*' || one === roleArn || one === accountId || one.endsWith(`::${accountId}:root`),
  );
}

function namesService({ Principal }: Statement, principal: string): boolean {
  return [...(Principal?.Service ?? []), ...(Principal?.AWS ?? [])].some(
    (one) => one === principal || one === '*',
  );
}

function environmentOf(caller: Exclude<Caller, { kind: 'engineer' }>, accountId: string): RequestContext {
  // Calls stay on the loopback device, where nobody listens in: policies that insist on TLS are satisfied.
  const all = { 'aws:securetransport': 'true', 'aws:resourceaccount': accountId };
  return caller.kind === 'role'
    ? { ...all, 'aws:principalarn': caller.roleArn, 'aws:principalaccount': accountId }
    : {
        ...all,
        'aws:sourcearn': caller.sourceArn,
        'aws:sourceaccount': accountId,
        'aws:principalisawsservice': 'true',
      };
}

function lowerKeys(context: RequestContext): RequestContext {
  return Object.fromEntries(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
}

function principalOf(caller: Caller): string {
  return caller.kind === 'service' ? caller.principal : 'engineer';
}

function assumedRole(
  roleArn: string,
  sessionNames: ReadonlyMap<string, string>,
  partition: string,
  accountId: string,
): string {
  const roleName = roleArn.split('/').at(-1) ?? roleArn;
  return `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${sessionNames.get(roleArn) ?? 'local'}`;
}
