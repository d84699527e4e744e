import { Template } from 'aws-cdk-lib/assertions';
import { platform } from '../../infra/platform.ts';

/** The synthesized templates with this context; throws where a check finds something that nobody acknowledged. */
export function synthesize(context: Record<string, string> = {}) {
  const assembly = platform({ context }).synth();
  const template = (name: string) => Template.fromJSON(assembly.getStackByName(name).template);
  return {
    data: template('liangjiang-data'),
    api: template('liangjiang-api'),
    /** The stacks of functions, machines and routes. */
    services: assembly.stacks
      .map(({ stackName }) => stackName)
      .filter((name) => name !== 'liangjiang-data' && name !== 'liangjiang-api')
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
