import { describe, expect, it } from 'vitest';
import { createPermissions } from '../../../local/iam/authorize.ts';
import type { Caller } from '../../../local/service.ts';
import { loadTemplates } from '../template/write-assembly.ts';

const ROLE_ARN = 'arn:aws:iam::000000000000:role/worker';
const TABLE_ARN = 'arn:aws:dynamodb:ap-east-1:000000000000:table/cases';
const worker: Caller = { kind: 'role', roleArn: ROLE_ARN };

/** Permissions of a role `worker` with these statements, beside other resources. */
function permissionsOf(statements: readonly object[], resources: object = {}) {
  const policy = {
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'p', PolicyDocument: { Statement: statements }, Roles: [{ Ref: 'Role' }] },
  };
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: 'worker', AssumeRolePolicyDocument: { Statement: [] } },
  };
  const attached = statements.length > 0 ? { Policy: policy } : {};
  const assembly = loadTemplates({ Stack: { Resources: { Role: role, ...attached, ...resources } } });
  return createPermissions(assembly, new Map([[ROLE_ARN, 'submit-case']]));
}

const allow = (action: unknown, resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

describe('a role', () => {
  it.each([
    ['the action on the resource', allow('dynamodb:PutItem', TABLE_ARN)],
    ['the action in a list', allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [TABLE_ARN])],
    ['a wildcard in the action', allow('dynamodb:Put*', TABLE_ARN)],
    ['an action in other letters', allow('dynamodb:putitem', TABLE_ARN)],
    ['a wildcard in the resource', allow('dynamodb:PutItem', `${TABLE_ARN.slice(0, -2)}*`)],
    ['a question mark in the resource', allow('dynamodb:PutItem', `${TABLE_ARN.slice(0, -1)}?`)],
    ['everything but another action', { Effect: 'Allow', NotAction: 'dynamodb:DeleteItem', Resource: '*' }],
    ['every resource but another', { Effect: 'Allow', Action: '*', NotResource: `${TABLE_ARN}2` }],
    [
      'it for the leading key of the request',
      allow('dynamodb:PutItem', '*', {
        Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a', 'b'] } },
      }),
    ],
    [
      'it in the region by pattern',
      allow('dynamodb:*', '*', { Condition: { StringLike: { 'aws:PrincipalArn': '*:role/w*' } } }),
    ],
    ['it over TLS', allow('dynamodb:PutItem', '*', { Condition: { Bool: { 'aws:SecureTransport': true } } })],
    [
      'it unless from elsewhere',
      allow('dynamodb:PutItem', '*', { Condition: { StringNotEquals: { 'aws:SourceAccount': '1' } } }),
    ],
    [
      'it if the key exists',
      allow('dynamodb:PutItem', '*', { Condition: { ArnLikeIfExists: { 'aws:SourceArn': 'arn:x' } } }),
    ],
    [
      'it when the key is absent',
      allow('dynamodb:PutItem', '*', { Condition: { Null: { 'aws:SourceArn': 'true' } } }),
    ],
  ])('may do what a policy allows: %s', (_name, statement) => {
    const { authorize } = permissionsOf([statement]);

    expect(() =>
      authorize(worker, 'dynamodb:PutItem', TABLE_ARN, { 'dynamodb:LeadingKeys': ['a'] }),
    ).not.toThrow();
  });

  it.each([
    ['another action', allow('dynamodb:GetItem', TABLE_ARN)],
    ['another resource', allow('dynamodb:PutItem', `${TABLE_ARN}2`)],
    ['the table when its index is asked for', allow('dynamodb:PutItem', `${TABLE_ARN}/index/x`)],
    ['everything but this action', { Effect: 'Allow', NotAction: 'dynamodb:Put*', Resource: '*' }],
    [
      'other leading keys',
      allow('dynamodb:PutItem', '*', {
        Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['b'] } },
      }),
    ],
    [
      'it for a source that is not there',
      allow('dynamodb:PutItem', '*', { Condition: { ArnLike: { 'aws:SourceArn': '*' } } }),
    ],
    [
      'it without TLS',
      allow('dynamodb:PutItem', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ],
  ])('may not do what no policy allows: %s', (_name, statement) => {
    const { authorize } = permissionsOf([statement]);

    expect(() => authorize(worker, 'dynamodb:PutItem', TABLE_ARN, { 'dynamodb:LeadingKeys': ['a'] })).toThrow(
      'User: arn:aws:sts::000000000000:assumed-role/worker/submit-case is not authorized to perform: dynamodb:PutItem ' +
        `on resource: ${TABLE_ARN} because no identity-based policy allows the dynamodb:PutItem action`,
    );
  });

  it('may not do what one policy allows and another denies', () => {
    const { authorize } = permissionsOf([
      allow('dynamodb:*', '*'),
      { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: TABLE_ARN },
    ]);

    expect(() => authorize(worker, 'dynamodb:PutItem', TABLE_ARN)).not.toThrow();
    expect(() => authorize(worker, 'dynamodb:DeleteItem', TABLE_ARN)).toThrow(
      /with an explicit deny in an identity-based policy$/,
    );
  });

  it('is held by the policy of a bucket', () => {
    const bucket = 'arn:aws:s3:::documents';
    const { authorize } = permissionsOf([allow('s3:*', '*')], {
      Documents: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'documents' } },
      Lock: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Documents' },
          PolicyDocument: {
            Statement: [
              { Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: `${bucket}/*` },
              {
                Effect: 'Deny',
                Principal: { AWS: '*' },
                Action: 's3:*',
                Resource: [bucket, `${bucket}/*`],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
            ],
          },
        },
      },
    });

    expect(() => authorize(worker, 's3:GetObject', `${bucket}/a`)).not.toThrow();
    expect(() => authorize(worker, 's3:DeleteObject', `${bucket}/a`)).toThrow(
      /explicit deny in a resource-based policy/,
    );
  });

  it.each([
    ['hands on to the account', { AWS: 'arn:aws:iam::000000000000:root' }, true],
    ['names another role', { AWS: 'arn:aws:iam::000000000000:role/other' }, false],
  ])('may use a key whose policy %s: %j', (_name, principal, allowed) => {
    const { authorize } = permissionsOf([allow('kms:Sign', '*')], {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: {
          KeyPolicy: {
            Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }],
          },
        },
      },
      Out: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/k', TargetKeyId: { Ref: 'Key' } } },
    });
    const keyArn = loadTemplates({ Stack: { Resources: { Key: { Type: 'AWS::KMS::Key' } } } }).resources[0]
      ?.attributes.Arn;

    const attempt = () => authorize(worker, 'kms:Sign', keyArn ?? '');

    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(/no resource-based policy allows the kms:Sign action/);
  });

  it('that no template declares may do nothing', () => {
    const { authorize } = permissionsOf([allow('*', '*')]);

    expect(() => authorize({ kind: 'role', roleArn: `${ROLE_ARN}2` }, 'sqs:SendMessage', '*')).toThrow(
      /not authorized/,
    );
  });
});

describe('a service', () => {
  const functionArn = 'arn:aws:lambda:ap-east-1:000000000000:function:work';
  const gateway = (sourceArn: string): Caller => ({
    kind: 'service',
    principal: 'apigateway.amazonaws.com',
    sourceArn,
  });
  const resources = {
    Work: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'work',
        Code: { S3Bucket: 'b', S3Key: 'k' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: ROLE_ARN,
      },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: { 'Fn::GetAtt': ['Work', 'Arn'] },
        Principal: 'apigateway.amazonaws.com',
        SourceArn: 'arn:aws:execute-api:ap-east-1:000000000000:api/*/*/v1/cases',
      },
    },
  };

  it.each([
    [
      'its own route',
      gateway('arn:aws:execute-api:ap-east-1:000000000000:api/$default/POST/v1/cases'),
      functionArn,
      true,
    ],
    [
      'another route',
      gateway('arn:aws:execute-api:ap-east-1:000000000000:api/$default/POST/v1/x'),
      functionArn,
      false,
    ],
    [
      'an alias it was not given',
      gateway('arn:aws:execute-api:ap-east-1:000000000000:api/x/POST/v1/cases'),
      `${functionArn}:live`,
      false,
    ],
    [
      'another service',
      {
        ...gateway('arn:aws:execute-api:ap-east-1:000000000000:api/x/POST/v1/cases'),
        principal: 'events.amazonaws.com',
      },
      functionArn,
      false,
    ],
  ])('invokes a function by the permission for it: %s', (_name, caller, resource, allowed) => {
    const { authorize } = permissionsOf([], resources);

    const attempt = () => authorize(caller as Caller, 'lambda:InvokeFunction', resource);

    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(/no resource-based policy allows the lambda:InvokeFunction action/);
  });
});

describe('policies that cannot be decided', () => {
  it.each([
    [
      'an unknown operator',
      allow('*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
      /Stack\/Policy: the condition operator IpAddress/,
    ],
    [
      'an unknown key',
      allow('*', '*', { Condition: { StringEquals: { 'aws:UserAgent': 'x' } } }),
      /condition key aws:UserAgent/,
    ],
    ['an unknown element', allow('*', '*', { Colour: 'red' }), /Colour/],
  ])('are refused when they are loaded: %s', (_name, statement, message) => {
    expect(() => permissionsOf([statement])).toThrow(message);
  });

  it('are refused when they are managed by AWS and not known', () => {
    const role = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: { Statement: [] },
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      },
    };

    expect(() => permissionsOf([], { Other: role })).toThrow(/AdministratorAccess is not known/);
  });
});

describe('permissions that were never used', () => {
  it('are told by role, policy and action; logs and traces are not', () => {
    const { authorize, usage } = permissionsOf([
      allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'logs:PutLogEvents'], TABLE_ARN),
    ]);

    authorize(worker, 'dynamodb:PutItem', TABLE_ARN);

    expect(usage.unused()).toEqual([
      { roleArn: ROLE_ARN, origin: 'Stack/Policy', action: 'dynamodb:DeleteItem', resources: [TABLE_ARN] },
    ]);
  });
});
