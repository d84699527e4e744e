import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Place } from './place.ts';

/** A resource of the template after its intrinsics are resolved and its properties are checked. */
export interface Resource<Properties = Readonly<Record<string, unknown>>> {
  /** `AWS::Lambda::Function` */
  readonly type: string;
  readonly stackName: string;
  readonly logicalId: string;
  /** What `Ref` gives: the physical id, in most cases the name. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives, for instance `Arn`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Properties;
}

/** What a resource type makes its physical id and attributes from. */
export interface Naming<Properties> {
  readonly place: Place;
  readonly stackName: string;
  readonly logicalId: string;
  readonly properties: Properties;
  /** `<stack>-<logicalId>-<12 letters>`, always the same for the same stack and logical id, at most 64 long. */
  readonly physicalName: string;
  /** `length` letters and digits that are always the same for this resource, as API Gateway gives ids. */
  shortId(length: number): string;
  /** The number of a version of `parent`: the next free one when `identity` is new, else the one it has. */
  versionNumber(parent: string, identity: string): number;
}

/** The physical id and the attributes. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A CloudFormation resource type that runs here: which properties are honoured, which mean nothing and why. */
export interface ResourceType<Properties> {
  readonly type: string;
  readonly schema: z.ZodType<Properties>;
  readonly honoured: readonly string[];
  /** Property name to the reason why it means nothing on one machine. */
  readonly ignored: Readonly<Record<string, string>>;
  identify(naming: Naming<Properties>): Identity;
}

/** Declares a supported resource type; a property neither in `properties` nor in `ignored` is refused by name. */
export function resourceType<const Shape extends z.core.$ZodLooseShape>(declaration: {
  readonly type: string;
  readonly properties: Shape;
  readonly ignored?: Readonly<Record<string, string>>;
  readonly identify: (naming: Naming<z.output<z.ZodObject<Shape, z.core.$strict>>>) => Identity;
}): ResourceType<z.output<z.ZodObject<Shape, z.core.$strict>>> {
  return {
    type: declaration.type,
    schema: z.strictObject(declaration.properties),
    honoured: Object.keys(declaration.properties),
    ignored: { ...declaration.ignored, Tags: 'tags only matter to billing and search' },
    identify: declaration.identify,
  };
}

/** A number, also as the text that CloudFormation accepts for one. */
export const numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** A boolean, also as the text that CloudFormation accepts for one. */
export const bool = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

/** A policy document as it stands; local/iam reads it. */
export const policyDocument = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'a policy document is an object',
);

/** Letters and digits that depend on `seed` only. */
export function stableLetters(seed: string, length: number): string {
  const digest = createHash('sha256').update(seed).digest('hex');
  return BigInt(`0x${digest}`).toString(36).padStart(50, '0').slice(-length);
}

/** A UUID that depends on `seed` only. */
export function stableUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Names as CloudFormation generates them; at most 64 characters, the limit of function and role names. */
export function physicalNameOf(stackName: string, logicalId: string): string {
  const suffix = stableLetters(`${stackName}/${logicalId}`, 12).toUpperCase();
  const head = `${stackName}-${logicalId}`;
  const short = head.length > 51 ? `${stackName.slice(0, 24)}-${logicalId.slice(0, 26)}` : head;
  return `${short}-${suffix}`;
}
