import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { pascalCase } from '../../infra/names.ts';
import { platform, uncheckedPlatform } from '../../infra/platform.ts';

let checked: ReturnType<typeof templatesOf> | undefined;

/** The templates for any account, made once; throws where a check finds something that nobody acknowledged. */
export function synthesize() {
  checked ??= templatesOf(platform());
  return checked;
}

/** The templates with this context. The checks, which take most of the time, look at those for any account. */
export function synthesizeFor(context: Record<string, string>) {
  return templatesOf(uncheckedPlatform({ context }));
}

function templatesOf(app: App) {
  const assembly = app.synth();
  const apart = ['data', 'api', 'portal', 'watch', 'stage'].map((name) => `liangjiang-${name}`);
  const names = assembly.stacks.map(({ stackName }) => stackName);
  const template = (name: string) => Template.fromJSON(assembly.getStackByName(name).template);
  const serviceNames = names.filter((name) => !apart.includes(name));
  return {
    data: template('liangjiang-data'),
    api: template('liangjiang-api'),
    watch: template('liangjiang-watch'),
    stage: template('liangjiang-stage'),
    /** Stacks that have to be there before the stage. */
    beforeStage: assembly.getStackByName('liangjiang-stage').dependencies.map(({ id }) => id),
    /** None in a region of aws-cn. */
    portal: names.filter((name) => name === 'liangjiang-portal').map(template),
    serviceNames,
    /** The stacks of functions, machines and routes. */
    services: serviceNames.map(template),
  };
}

/** Resources of a type in these templates as plain objects, by logical id. */
export function resourcesOf(
  templates: Template | readonly Template[],
  type: string,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    [templates]
      .flat()
      .flatMap((template) => Object.entries(template.findResources(type)))
      .map(([id, resource]) => [id, resource.Properties]),
  );
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal?: { readonly Service?: string };
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** What a function's role may do. @throws Error unless there is exactly one such role */
export function roleStatements(templates: readonly Template[], functionName: string): Statement[] {
  const id = new RegExp(`^${pascalCase(functionName)}Role[0-9A-F]{8}$`);
  const roles = Object.entries(resourcesOf(templates, 'AWS::IAM::Role')).filter(([logicalId]) =>
    id.test(logicalId),
  );
  const [[, role] = []] = roles;
  if (!role || roles.length > 1) throw new Error(`${functionName} has ${roles.length} roles`);
  return statementsOfRole(role);
}

export function statementsOfRole(role: Record<string, unknown>): Statement[] {
  const policies = (role.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** A string of a template with each intrinsic replaced by its name: enough to read a definition or an ARN. */
export function plainText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [intrinsic, argument] = Object.entries(value)[0] ?? [];
  if (intrinsic === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(plainText).join(separator);
  }
  if (intrinsic === 'Fn::GetAtt') return (argument as string[]).join('.');
  if (intrinsic === 'Ref') return String(argument);
  if (intrinsic === 'Fn::ImportValue') return String(argument);
  throw new Error(`unexpected intrinsic ${intrinsic}`);
}
