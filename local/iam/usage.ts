import type { Grant, RoleGrants } from './roles.ts';

/** A permission that a policy grants and that no call of this run needed. */
export interface UnusedPermission {
  readonly roleArn: string;
  /** Stack, logical id and, for an inline policy, its name. */
  readonly origin: string;
  readonly action: string;
  readonly resources: readonly string[];
}

/** Which granted permissions were needed. */
export interface Usage {
  note(grant: Grant, actionPattern: string): void;
  unused(): readonly UnusedPermission[];
}

/** Logs and traces are written without a call on one machine; that they were not needed says nothing. */
const NEVER_CALLED = /^(logs|xray):/;

/** Starts to record which permissions are used. */
export function recordUsage(grants: RoleGrants): Usage {
  const used = new Map<Grant, Set<string>>();
  return {
    note(grant, actionPattern) {
      const actions = used.get(grant) ?? new Set();
      used.set(grant, actions.add(actionPattern));
    },
    unused: () =>
      [...grants].flatMap(([roleArn, ofRole]) =>
        ofRole.flatMap((grant) =>
          unusedActions(grant, used.get(grant)).map((action) => ({
            roleArn,
            origin: grant.origin,
            action,
            resources: grant.statement.Resource ?? [],
          })),
        ),
      ),
  };
}

function unusedActions({ statement }: Grant, used: ReadonlySet<string> | undefined): readonly string[] {
  if (statement.Effect === 'Deny') return [];
  return (statement.Action ?? []).filter((action) => !NEVER_CALLED.test(action) && !used?.has(action));
}
