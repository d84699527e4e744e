import * as z from 'zod';
import { arnOf } from '../place.ts';
import { bool, numeric, policyDocument, resourceType, stableUuid } from '../resource-type.ts';

const corsRule = z.object({
  AllowedHeaders: z.array(z.string()).optional(),
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  ExposedHeaders: z.array(z.string()).optional(),
  MaxAge: numeric.optional(),
});

/** A bucket. */
export const s3Bucket = resourceType({
  type: 'AWS::S3::Bucket',
  properties: {
    BucketName: z.string().optional(),
    VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
    CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).optional(),
  },
  ignored: {
    BucketEncryption: 'encryption at rest is the disk owner’s',
    PublicAccessBlockConfiguration: 'nothing here is public: every call comes from a role',
    OwnershipControls: 'one account owns every object',
    AccessControl: 'access control lists are off by default',
    LifecycleConfiguration: 'objects are kept; remove old ones by hand',
    LoggingConfiguration: 'access logs are not kept',
  },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.BucketName ?? physicalName.toLowerCase().slice(-63);
    return {
      ref: name,
      attributes: {
        Arn: `arn:${place.partition}:s3:::${name}`,
        DomainName: `${name}.s3.${place.urlSuffix}`,
        RegionalDomainName: `${name}.s3.${place.region}.${place.urlSuffix}`,
      },
    };
  },
});

/** What a bucket itself allows or denies; local/iam reads it. */
export const s3BucketPolicy = resourceType({
  type: 'AWS::S3::BucketPolicy',
  properties: { Bucket: z.string(), PolicyDocument: policyDocument },
  identify: ({ properties }) => ({ ref: properties.Bucket, attributes: {} }),
});

/** A key; local/events/kms says which specs it can make. */
export const kmsKey = resourceType({
  type: 'AWS::KMS::Key',
  properties: {
    KeyPolicy: policyDocument.optional(),
    KeySpec: z.string().default('SYMMETRIC_DEFAULT'),
    KeyUsage: z.string().default('ENCRYPT_DECRYPT'),
    Enabled: bool.optional(),
  },
  ignored: {
    Description: 'a text for people',
    EnableKeyRotation: 'keys of this machine are for demonstration and do not rotate',
    RotationPeriodInDays: 'keys of this machine are for demonstration and do not rotate',
    PendingWindowInDays: 'nothing here deletes a key',
    BypassPolicyLockoutSafetyCheck: 'the policy can be changed in the template',
    MultiRegion: 'one machine is one region',
    Origin: 'key material is made here',
  },
  identify: ({ place, stackName, logicalId }) => {
    const id = stableUuid(`kms/${stackName}/${logicalId}`);
    return { ref: id, attributes: { Arn: arnOf(place, 'kms', `key/${id}`), KeyId: id } };
  },
});

/** A second name of a key. */
export const kmsAlias = resourceType({
  type: 'AWS::KMS::Alias',
  properties: { AliasName: z.string(), TargetKeyId: z.string() },
  identify: ({ place, properties }) => ({
    ref: properties.AliasName,
    attributes: { Arn: arnOf(place, 'kms', properties.AliasName) },
  }),
});
