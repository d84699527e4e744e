import * as z from 'zod';
import { arnOf } from '../place.ts';
import { numeric, resourceType, stableUuid } from '../resource-type.ts';

const json = z.custom<unknown>((value) => value !== undefined);

/** A state machine, standard or express. */
export const stateMachine = resourceType({
  type: 'AWS::StepFunctions::StateMachine',
  properties: {
    StateMachineName: z.string().optional(),
    StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
    RoleArn: z.string(),
    DefinitionString: z.string().optional(),
    Definition: json.optional(),
    DefinitionS3Location: z.object({ Bucket: z.string(), Key: z.string() }).optional(),
    DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    LoggingConfiguration: json.optional(),
  },
  ignored: {
    TracingConfiguration: 'X-Ray is not on one machine; the history tells as much',
    EncryptionConfiguration: 'encryption at rest is the disk owner’s',
  },
  identify: ({ place, properties, logicalId, shortId }) => {
    const name = properties.StateMachineName ?? `${logicalId.slice(0, 67)}-${shortId(12)}`;
    const arn = arnOf(place, 'states', `stateMachine:${name}`);
    const { DefinitionString, Definition, DefinitionSubstitutions, DefinitionS3Location, RoleArn } =
      properties;
    const revision = [DefinitionString, Definition, DefinitionSubstitutions, DefinitionS3Location, RoleArn];
    return {
      ref: arn,
      attributes: { Arn: arn, Name: name, StateMachineRevisionId: stableUuid(JSON.stringify(revision)) },
    };
  },
});

/** A version: a new one whenever its logical id or the machine's revision changes. */
export const stateMachineVersion = resourceType({
  type: 'AWS::StepFunctions::StateMachineVersion',
  properties: {
    StateMachineArn: z.string(),
    StateMachineRevisionId: z.string().optional(),
    Description: z.string().optional(),
  },
  identify: ({ properties, logicalId, versionNumber }) => {
    const identity = `${logicalId}@${properties.StateMachineRevisionId ?? ''}`;
    const arn = `${properties.StateMachineArn}:${versionNumber(properties.StateMachineArn, identity)}`;
    return { ref: arn, attributes: { Arn: arn } };
  },
});

const route = z.strictObject({ StateMachineVersionArn: z.string(), Weight: numeric });

/** An alias over one or two versions. A gradual deployment happens at once here. */
export const stateMachineAlias = resourceType({
  type: 'AWS::StepFunctions::StateMachineAlias',
  properties: {
    Name: z.string().optional(),
    Description: z.string().optional(),
    RoutingConfiguration: z.array(route).min(1).max(2).optional(),
    DeploymentPreference: z.object({ StateMachineVersionArn: z.string() }).optional(),
  },
  identify: ({ properties, logicalId }) => {
    const version =
      properties.RoutingConfiguration?.[0]?.StateMachineVersionArn ??
      properties.DeploymentPreference?.StateMachineVersionArn ??
      '';
    const arn = `${version.slice(0, version.lastIndexOf(':'))}:${properties.Name ?? logicalId}`;
    return { ref: arn, attributes: { Arn: arn } };
  },
});
