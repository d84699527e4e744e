import * as z from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';

/** Any JSON value; the shape of properties is checked after their intrinsics are resolved. */
const json = z.custom<JsonValue>((value) => value !== undefined);
const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A resource as the template declares it. Deletion and update policies mean nothing here: nothing is ever deleted. */
const declaration = z.strictObject({
  Type: z.string(),
  Properties: jsonObject.optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  Condition: z.string().optional(),
  Metadata: jsonObject.optional(),
  DeletionPolicy: json.optional(),
  UpdateReplacePolicy: json.optional(),
  UpdatePolicy: json.optional(),
  CreationPolicy: json.optional(),
});

const output = z.object({
  Value: json,
  Condition: z.string().optional(),
  Export: z.object({ Name: json }).optional(),
});

const parameter = z.object({
  Type: z.string(),
  Default: json.optional(),
  AllowedValues: z.array(json).optional(),
  AllowedPattern: z.string().optional(),
});

/**
 * A CloudFormation template (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html). Rules are left out: they
 * only check parameters of the CDK bootstrap. Transforms (macros) are refused.
 */
export const templateDocument = z.strictObject({
  AWSTemplateFormatVersion: z.string().optional(),
  Description: z.string().optional(),
  Metadata: jsonObject.optional(),
  Rules: jsonObject.optional(),
  Hooks: z.undefined().optional(),
  Parameters: z.record(z.string(), parameter).optional(),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), json))).optional(),
  Conditions: z.record(z.string(), json).optional(),
  Resources: z.record(z.string(), declaration).default({}),
  Outputs: z.record(z.string(), output).optional(),
});

export type TemplateDocument = z.output<typeof templateDocument>;
export type ResourceDeclaration = z.output<typeof declaration>;
export type OutputDeclaration = z.output<typeof output>;
