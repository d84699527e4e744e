import type { UnusedPermission } from './iam/usage.ts';
import type { LocalRuntime } from './runtime.ts';
import { httpRoute } from './template/resources/gateway.ts';
import { lambdaFunction } from './template/resources/lambda.ts';
import { stateMachine } from './template/resources/states.ts';

/** What the engineer sees when everything runs: addresses, what runs, who can sign in. */
export function startedReport(
  runtime: LocalRuntime,
  startedInMs: number,
  kept: string,
  mail: string,
): string {
  const { origin, servicesOrigin, accounts, assembly } = runtime;
  const counts = [
    `${assembly.of(lambdaFunction).length} functions`,
    `${assembly.of(stateMachine).length} state machines`,
    `${assembly.of(httpRoute).length} routes`,
  ];
  const nameWidth = Math.max(0, ...accounts.map(({ username }) => username.length));
  const lines = [
    `Ready in ${(startedInMs / 1000).toFixed(1)} s: ${counts.join(', ')}.`,
    '',
    `  API        ${origin}`,
    ...(accounts.length > 0 ? [`  Sign-in    ${origin}/oidc`] : []),
    `  Clock      ${origin}/local/clock`,
    `  AWS        ${servicesOrigin}  (AWS_ENDPOINT_URL, with AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local)`,
    `  Data       ${kept}`,
    `  Mail       ${mail}  (.eml files; nothing is sent)`,
    '',
    ...(accounts.length > 0 ? ['Demonstration accounts:'] : []),
    ...accounts.map(
      ({ username, password, label }) =>
        `  ${username.padEnd(nameWidth)}  ${password.padEnd(6)} ${label.zh} (${label.en})`,
    ),
    ...(accounts.length > 0 ? [''] : []),
    'Ctrl-C stops.',
  ];
  return lines.join('\n');
}

/** The permissions that were granted and never used, by role. */
export function permissionsReport(unused: readonly UnusedPermission[]): string {
  if (unused.length === 0) return 'Every granted permission was used.';
  const byRole = Map.groupBy(unused, ({ roleArn }) => roleArn.split('/').at(-1) ?? roleArn);
  const lines = [...byRole].flatMap(([role, permissions]) => [
    `  ${role}`,
    ...permissions.map(({ action, resources }) => `    ${action}  on ${shortNames(resources)}`),
  ]);
  return ['Permissions that were granted and never used in this run:', ...lines].join('\n');
}

/** Indexes are left out where their table stands. */
function shortNames(resources: readonly string[]): string {
  const tables = resources.filter((arn) => !resources.some((other) => arn.startsWith(`${other}/index/`)));
  return tables.map((arn) => arn.split(':').slice(5).join(':') || arn).join(', ');
}
