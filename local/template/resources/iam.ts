import * as z from 'zod';
import { policyDocument, resourceType } from '../resource-type.ts';

const path = z.string().optional();

/** A role: who may take it is not checked (only the template gives roles out), what it may do is. */
export const iamRole = resourceType({
  type: 'AWS::IAM::Role',
  properties: {
    RoleName: z.string().optional(),
    AssumeRolePolicyDocument: policyDocument,
    ManagedPolicyArns: z.array(z.string()).optional(),
    Policies: z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocument })).optional(),
    Path: path,
  },
  ignored: {
    Description: 'a text for people',
    MaxSessionDuration: 'credentials here last as long as the runtime',
  },
  identify: ({ place, properties, physicalName, shortId }) => {
    const name = properties.RoleName ?? physicalName;
    const arn = `arn:${place.partition}:iam::${place.accountId}:role${properties.Path ?? '/'}${name}`;
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${shortId(17).toUpperCase()}` } };
  },
});

/** An inline policy of roles; users and groups are refused. */
export const iamPolicy = resourceType({
  type: 'AWS::IAM::Policy',
  properties: {
    PolicyName: z.string(),
    PolicyDocument: policyDocument,
    Roles: z.array(z.string()).optional(),
  },
  identify: ({ physicalName }) => ({ ref: physicalName, attributes: { Id: physicalName } }),
});

/** A policy of its own that roles name by ARN or that names its roles. */
export const iamManagedPolicy = resourceType({
  type: 'AWS::IAM::ManagedPolicy',
  properties: {
    ManagedPolicyName: z.string().optional(),
    PolicyDocument: policyDocument,
    Roles: z.array(z.string()).optional(),
    Path: path,
  },
  ignored: { Description: 'a text for people' },
  identify: ({ place, properties, physicalName }) => {
    const name = properties.ManagedPolicyName ?? physicalName;
    const arn = `arn:${place.partition}:iam::${place.accountId}:policy${properties.Path ?? '/'}${name}`;
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
});
