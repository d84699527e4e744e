import type * as z from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import type { ResourceDeclaration } from './document.ts';
import { NO_VALUE, resolve, type Scope } from './intrinsics.ts';
import { arnOf, type Place } from './place.ts';
import {
  type Identity,
  physicalNameOf,
  type Resource,
  type ResourceType,
  stableLetters,
} from './resource-type.ts';
import type { VersionNumbers } from './version-numbers.ts';

interface Surroundings {
  readonly stackName: string;
  readonly logicalId: string;
  readonly scope: Scope;
  readonly place: Place;
  readonly versions: VersionNumbers;
}

/** Resolves the properties of a supported resource, checks them and gives it its identity. */
export function resolveResource(
  type: ResourceType<unknown>,
  declaration: ResourceDeclaration,
  { stackName, logicalId, scope, place, versions }: Surroundings,
): Resource {
  const properties = checkedProperties(type, honouredProperties(type, declaration, scope, place));
  const identity = type.identify({
    place,
    stackName,
    logicalId,
    properties,
    physicalName: physicalNameOf(stackName, logicalId),
    shortId: (length) => stableLetters(`${type.type}/${stackName}/${logicalId}`, length),
    versionNumber: (parent, name) => versions.of(parent, name),
  });
  return { type: type.type, stackName, logicalId, properties, ...identity };
}

/** A resource that is read over still has a name, and an ARN for the policies that mention it. */
export function identifyIgnored(
  declaration: ResourceDeclaration,
  stackName: string,
  logicalId: string,
  scope: Scope,
  place: Place,
): Identity {
  const name = physicalNameOf(stackName, logicalId);
  if (declaration.Type === 'AWS::Logs::LogGroup') {
    const given = declaration.Properties?.LogGroupName;
    const resolved = given === undefined ? NO_VALUE : resolve(given, scope);
    const group = typeof resolved === 'string' ? resolved : name;
    return { ref: group, attributes: { Arn: arnOf(place, 'logs', `log-group:${group}:*`) } };
  }
  if (declaration.Type === 'AWS::SNS::Topic') {
    const arn = arnOf(place, 'sns', name);
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  }
  const service = declaration.Type.split('::')[1]?.toLowerCase() ?? '';
  return { ref: name, attributes: { Arn: arnOf(place, service, name), Id: name } };
}

function honouredProperties(
  type: ResourceType<unknown>,
  declaration: ResourceDeclaration,
  scope: Scope,
  place: Place,
): JsonObject {
  const honoured: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(declaration.Properties ?? {})) {
    if (Object.hasOwn(type.ignored, name)) continue;
    const resolved = resolve(value, scope);
    if (resolved !== NO_VALUE) honoured[name] = withLocalOrigins(resolved, place);
  }
  return honoured;
}

/** `https://<api id>.execute-api.<region>.<suffix>`, as the CDK builds URLs, is the gateway here; `https://<bucket>.s3...` the services. */
function withLocalOrigins(value: JsonValue, { region, urlSuffix, origin, servicesOrigin }: Place): JsonValue {
  const text = JSON.stringify(value);
  if (!text.includes('https://')) return value;
  const at = (service: string) => `\\.${service}\\.${region}\\.${urlSuffix.replaceAll('.', '\\.')}`;
  const parsed: JsonValue = JSON.parse(
    text
      .replace(new RegExp(`https://[a-z0-9]{10}${at('execute-api')}`, 'g'), origin)
      .replace(new RegExp(`https://[a-z0-9-]+${at('s3')}`, 'g'), servicesOrigin),
  );
  return parsed;
}

function checkedProperties(type: ResourceType<unknown>, properties: JsonObject): Record<string, unknown> {
  const parsed = type.schema.safeParse(properties);
  if (!parsed.success) throw new Error(parsed.error.issues.map(tellIssue).join('; '));
  // Every schema of the registry is an object schema.
  return parsed.data as Record<string, unknown>;
}

function tellIssue(issue: z.core.$ZodIssue): string {
  const at = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  if (issue.code !== 'unrecognized_keys') return `${at}${issue.message}`;
  const names = issue.keys.map((key) => [...issue.path, key].join('.')).join(', ');
  return `the property ${names} is not supported on one machine`;
}
