import type { JsonValue } from '../json.ts';
import { evaluateCondition } from './conditions.ts';
import type { OutputDeclaration, ResourceDeclaration, TemplateDocument } from './document.ts';
import { NO_VALUE, resolveValue, type Scope } from './intrinsics.ts';
import { readTemplate } from './manifest.ts';
import type { Place } from './place.ts';
import { customResourceHandlers, dependencyOrder } from './references.ts';
import { ignoredBecause, supportedType } from './registry.ts';
import { identifyIgnored, resolveResource } from './resource.ts';
import type { Identity, Resource } from './resource-type.ts';
import { nestedStack } from './resources/nested-stack.ts';
import type { VersionNumbers } from './version-numbers.ts';

/** What the stacks of one assembly share, and where they put what they find. */
export interface StackContext {
  readonly place: Place;
  readonly assets: ReadonlyMap<string, string>;
  readonly exports: Map<string, JsonValue>;
  readonly versions: VersionNumbers;
  readonly problems: string[];
  readonly resources: Resource[];
  readonly ignored: string[];
}

type Outputs = Record<string, JsonValue>;

/**
 * Resolves one stack into `context` and returns its outputs. Problems are collected in the context; the rest of the stack
 * goes on, so that all of them are told at once.
 */
export function loadStack(
  stackName: string,
  template: TemplateDocument,
  given: ReadonlyMap<string, JsonValue>,
  context: StackContext,
): Outputs {
  const known = new Map<string, Identity>();
  const broken = new Set<string>();
  const scope = createScope(stackName, template, given, known, context);
  const attempt = (what: string, action: () => void) => {
    try {
      action();
    } catch (error) {
      broken.add(what);
      context.problems.push(
        `${stackName}: ${what}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };

  const declared = new Map<string, ResourceDeclaration>();
  for (const [logicalId, declaration] of Object.entries(template.Resources)) {
    attempt(`${logicalId} (${declaration.Type})`, () => {
      if (declaration.Condition === undefined || scope.condition(declaration.Condition)) {
        declared.set(logicalId, declaration);
      }
    });
  }
  const handlers = customResourceHandlers(declared);
  let order: readonly string[] = [];
  attempt('resources', () => {
    order = dependencyOrder(declared);
  });
  for (const logicalId of order) {
    const declaration = declared.get(logicalId);
    if (!declaration) continue;
    attempt(`${logicalId} (${declaration.Type})`, () => {
      known.set(logicalId, loadResource(stackName, logicalId, declaration, scope, { ...context, handlers }));
    });
  }
  // An output of something that could not be loaded would only repeat the problem.
  const outputs: Outputs = {};
  if (broken.size > 0) return outputs;
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    attempt(`output ${name}`, () => loadOutput(name, output, scope, outputs, context));
  }
  return outputs;
}

function loadResource(
  stackName: string,
  logicalId: string,
  declaration: ResourceDeclaration,
  scope: Scope,
  context: StackContext & { readonly handlers: ReadonlySet<string> },
): Identity {
  const reason = ignoredBecause(declaration.Type, logicalId, context.handlers);
  if (reason !== undefined) {
    context.ignored.push(`${declaration.Type} ${stackName}/${logicalId}: ${reason}`);
    return identifyIgnored(declaration, stackName, logicalId, scope, context.place);
  }
  const type = supportedType(declaration.Type);
  if (!type) throw new Error('this resource type is not supported on one machine');
  const resource = resolveResource(type, declaration, { stackName, logicalId, scope, ...context });
  if (type.type === nestedStack.type) return loadNestedStack(resource, context);
  context.resources.push(resource);
  return resource;
}

function loadNestedStack(resource: Resource, context: StackContext): Identity {
  const { TemplateURL, Parameters } = nestedStack.schema.parse(resource.properties);
  const key = TemplateURL.split('/').at(-1) ?? '';
  const file = context.assets.get(key);
  if (file === undefined) throw new Error(`the template ${TemplateURL} is not among the assets`);
  const name = `${resource.stackName}-${resource.logicalId}`;
  const outputs = loadStack(name, readTemplate(file), new Map(Object.entries(Parameters ?? {})), context);
  const attributes = Object.entries(outputs).map(([output, value]) => [`Outputs.${output}`, String(value)]);
  return { ref: resource.ref, attributes: Object.fromEntries(attributes) };
}

function loadOutput(
  name: string,
  output: OutputDeclaration,
  scope: Scope,
  outputs: Outputs,
  context: StackContext,
): void {
  if (output.Condition !== undefined && !scope.condition(output.Condition)) return;
  const value = resolveValue(output.Value, scope);
  outputs[name] = value;
  if (output.Export === undefined) return;
  const exportName = String(resolveValue(output.Export.Name, scope));
  if (context.exports.has(exportName)) throw new Error(`the export ${exportName} exists already`);
  context.exports.set(exportName, value);
}

function createScope(
  stackName: string,
  template: TemplateDocument,
  given: ReadonlyMap<string, JsonValue>,
  known: ReadonlyMap<string, Identity>,
  { place, exports }: StackContext,
): Scope {
  const conditions = new Map<string, boolean>();
  const pseudo = pseudoParameters(stackName, place);
  const scope: Scope = {
    ref(name) {
      const value = pseudo.get(name) ?? known.get(name)?.ref;
      return value ?? parameterValue(name, template, given);
    },
    attribute(logicalId, name) {
      const resource = known.get(logicalId);
      if (!resource) throw new Error(`Fn::GetAtt refers to ${logicalId}, which the template does not have`);
      const value = resource.attributes[name];
      if (value === undefined) throw new Error(`${logicalId} has no attribute ${name} on one machine`);
      return value;
    },
    mapping: (map, top, second) => template.Mappings?.[map]?.[top]?.[second],
    condition(name) {
      const declared = template.Conditions?.[name];
      if (declared === undefined) throw new Error(`the condition ${name} does not exist`);
      const value = conditions.get(name) ?? evaluateCondition(declared, scope);
      conditions.set(name, value);
      return value;
    },
    importValue(exportName) {
      const value = exports.get(exportName);
      if (value === undefined) throw new Error(`No export named ${exportName} found`);
      return value;
    },
  };
  return scope;
}

function pseudoParameters(stackName: string, place: Place): ReadonlyMap<string, JsonValue | typeof NO_VALUE> {
  const stackId = `arn:${place.partition}:cloudformation:${place.region}:${place.accountId}:stack/${stackName}/local`;
  return new Map<string, JsonValue | typeof NO_VALUE>([
    ['AWS::AccountId', place.accountId],
    ['AWS::Region', place.region],
    ['AWS::Partition', place.partition],
    ['AWS::URLSuffix', place.urlSuffix],
    ['AWS::StackName', stackName],
    ['AWS::StackId', stackId],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', NO_VALUE],
  ]);
}

function parameterValue(
  name: string,
  template: TemplateDocument,
  given: ReadonlyMap<string, JsonValue>,
): JsonValue {
  const parameter = template.Parameters?.[name];
  if (!parameter) throw new Error(`Ref refers to ${name}, which the template does not have`);
  const value = given.get(name) ?? parameter.Default;
  if (value === undefined) {
    throw new Error(`the parameter ${name} has no value: give one under "parameters" in local.config.json`);
  }
  if (parameter.Type.startsWith('AWS::SSM::')) {
    throw new Error(
      `the parameter ${name} is of type ${parameter.Type}: nothing on this machine keeps such values`,
    );
  }
  if (parameter.AllowedValues && !parameter.AllowedValues.includes(value)) {
    throw new Error(`the parameter ${name} may not be ${JSON.stringify(value)}`);
  }
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<');
  return isList && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}
