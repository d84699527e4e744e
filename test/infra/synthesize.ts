import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
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
  const template = (name: string) => Template.fromJSON(assembly.getStackByName(name).template);
  return {
    data: template('liangjiang-data'),
    api: template('liangjiang-api'),
    /** None in a region of aws-cn. */
    portal: assembly.stacks
      .filter(({ stackName }) => stackName === 'liangjiang-portal')
      .map(({ stackName }) => template(stackName)),
    /** The stacks of functions, machines and routes. */
    services: assembly.stacks
      .map(({ stackName }) => stackName)
      .filter((name) => !['liangjiang-data', 'liangjiang-api', 'liangjiang-portal'].includes(name))
      .map(template),
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
