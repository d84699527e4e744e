import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';
import { platform, uncheckedPlatform } from '../../infra/platform.ts';
import { WORKFLOWS } from '../../workflows/index.ts';
import {
  plainText,
  resourcesOf,
  roleStatements,
  statementsOfRole,
  synthesize,
  synthesizeFor,
} from './synthesize.ts';

const { data, api, watch, stage, portal, services } = synthesize();
const specs = WORKFLOWS.flatMap((workflow) => workflow.functions);

describe('the data stack', () => {
  it('protects every table from deletion and keeps its point-in-time backups', () => {
    const tables = Object.values(resourcesOf(data, 'AWS::DynamoDB::GlobalTable'));
    expect(tables.length).toBeGreaterThanOrEqual(3);
    for (const table of tables) {
      expect(table.Replicas).toEqual([
        expect.objectContaining({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ]);
    }
  });

  it('keeps buckets, tables and the signing key when the stack goes', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key']) {
      for (const resource of Object.values(data.findResources(type)))
        expect(resource.DeletionPolicy).toBe('Retain');
    }
  });

  it('forgets uploads that nobody used', () => {
    const rules = Object.values(resourcesOf(data, 'AWS::S3::Bucket')).flatMap(
      (bucket) => (bucket.LifecycleConfiguration as { Rules?: unknown[] } | undefined)?.Rules ?? [],
    );
    expect(rules).toEqual([
      expect.objectContaining({ Prefix: 'uploads/', Status: 'Enabled', ExpirationInDays: 2 }),
    ]);
  });

  it('signs with a P-256 key that can do nothing else', () => {
    data.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  });
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
it('every stack stays well below the 500 resources, 200 outputs and 1 MB that CloudFormation allows', () => {
  for (const stack of [data, api, watch, stage, ...portal, ...services]) {
    const { Resources = {}, Outputs = {} } = stack.toJSON();
    expect(Object.keys(Resources).length).toBeLessThan(450);
    expect(Object.keys(Outputs).length).toBeLessThan(180);
    expect(JSON.stringify(stack.toJSON(), null, 1).length).toBeLessThan(900_000);
  }
});

describe('what runs', () => {
  it('has one function per file of functions/, and no other', () => {
    const files = readdirSync(join(ROOT, 'functions'), { withFileTypes: true })
      .filter((slice) => slice.isDirectory() && slice.name !== 'shared')
      .flatMap((slice) =>
        readdirSync(join(ROOT, 'functions', slice.name))
          .filter((file) => file.endsWith('.ts'))
          .map((file) => `${slice.name}/${file.replace('.ts', '')}`),
      );
    expect(specs.map((spec) => `${spec.slice}/${spec.name}`).sort()).toEqual(files.sort());
  });

  it('asks for a token on every route but the public ones', () => {
    const routes = Object.values(resourcesOf(services, 'AWS::ApiGatewayV2::Route'));
    const contracts = specs.flatMap((spec) => spec.routes ?? []);
    const expected = contracts.map(({ method, path, access }) => [
      `${method} ${path}`,
      access.who === 'public' ? 'NONE' : 'JWT',
    ]);
    expect(routes.map((route) => [route.RouteKey, route.AuthorizationType]).sort()).toEqual(expected.sort());
  });

  it('traces every function and keeps its logs for a set time', () => {
    for (const fn of Object.values(resourcesOf(services, 'AWS::Lambda::Function'))) {
      expect(fn).toMatchObject({
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: expect.anything() },
      });
    }
    const groups = Object.values(resourcesOf([...services, stage], 'AWS::Logs::LogGroup'));
    for (const group of groups) {
      expect(group.RetentionInDays).toBe(180);
    }
  });

  it('starts executions by the alias of a retained version', () => {
    for (const service of services) {
      for (const version of Object.values(service.findResources('AWS::StepFunctions::StateMachineVersion'))) {
        expect(version).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      }
    }
    const machines = Object.keys(resourcesOf(services, 'AWS::StepFunctions::StateMachine'));
    const aliases = Object.values(resourcesOf(services, 'AWS::StepFunctions::StateMachineAlias'));
    expect(aliases.map(({ Name }) => Name)).toEqual(machines.map(() => 'live'));
  });
});

describe('least privilege', () => {
  const statements = Object.values(resourcesOf(services, 'AWS::IAM::Role')).flatMap(statementsOfRole);
  /** Actions of a service that a function's role allows, each with one of its resources. */
  const grantedTo = ({ name }: { readonly name: string }, service: string) =>
    roleStatements(services, name).flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .filter((action) => action.startsWith(`${service}:`))
        .flatMap((action) => [Resource].flat().map((resource) => ({ action, resource }))),
    );

  it('grants no action by wildcard', () => {
    expect(
      statements.flatMap((statement) => statement.Action).filter((action) => action.includes('*')),
    ).toEqual([]);
  });

  it('names every resource but those of X-Ray and log delivery', () => {
    const everywhere = statements.filter((statement) => statement.Resource === '*');
    const services = new Set(
      everywhere.flatMap(({ Action }) => Action).map((action) => action.split(':')[0]),
    );
    expect([...services].sort()).toEqual(['logs', 'xray']);
  });

  it('lets one function send mail, from the platform’s address and its identity alone', () => {
    const mail = statements.filter(({ Action }) =>
      [Action].flat().some((action) => action.startsWith('ses:')),
    );
    expect(mail).toHaveLength(1);
    expect(mail[0]).toMatchObject({
      Action: 'ses:SendEmail',
      Condition: { StringEquals: { 'ses:FromAddress': { Ref: 'MailSender' } } },
    });
    expect(JSON.stringify(mail[0]?.Resource)).toContain(':identity/",{"Ref":"MailIdentity"}');
  });

  it('takes no attachments and sends no mail unless told by whom', () => {
    const parameters = services.flatMap(
      (service) => Object.entries(service.toJSON().Parameters) as [string, { Default?: string }][],
    );
    const defaults = (name: string) =>
      new Set(parameters.filter(([id]) => id === name).map(([, { Default }]) => Default));
    expect(defaults('MalwareScan')).toEqual(new Set(['not-configured']));
    expect(defaults('MailSender')).toEqual(new Set(['']));
  });

  it('lets messages of institutions lead to public addresses only, unless told otherwise', () => {
    const targets = services.flatMap((service) => {
      const parameters = service.toJSON().Parameters as Record<string, { Default?: string }>;
      return parameters.WebhookTargets ? [parameters.WebhookTargets.Default] : [];
    });
    expect(targets).toEqual(['public']);
  });

  it.each(specs)('lets $name reach of the documents the places of its spec', (spec) => {
    const granted = grantedTo(spec, 's3').map(
      ({ action, resource }) => `${action} ${plainText(resource).replace(/^.*Arn[0-9A-F]{8}\//, '')}`,
    );
    const asked = Object.entries(spec.documents ?? {}).flatMap(([action, keys]) =>
      keys.map((key) => `s3:${action} ${key}`),
    );
    expect(granted.sort()).toEqual(asked.sort());
  });

  it('tells whom the distribution names only functions that count callers', () => {
    const functions = Object.values(resourcesOf(services, 'AWS::Lambda::Function')) as {
      Description: string;
      Environment: { Variables: Record<string, unknown> };
    }[];
    const knowing = functions.filter(({ Environment }) => 'ORIGIN_SECRET' in Environment.Variables);
    expect(knowing.map(({ Description }) => Description.replace(/^.*\//, '')).sort()).toEqual([
      'announce-public-attachment',
      'object-to-notice',
    ]);
    for (const { Environment } of knowing) {
      expect(Environment.Variables.ORIGIN_SECRET).toEqual({ Ref: 'OriginSecret' });
    }
  });

  it('has no policy beside those written with the roles', () => {
    for (const stack of [...services, api, watch]) {
      stack.resourceCountIs('AWS::IAM::Policy', 0);
      stack.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    }
  });

  it.each(specs)('lets $name do on tables what its spec says, and nothing else', (spec) => {
    const granted = grantedTo(spec, 'dynamodb').map(({ action }) => action);
    const asked = Object.values(spec.tables ?? {}).flatMap((actions) =>
      actions.map((action) => `dynamodb:${action}`),
    );
    expect([...new Set(granted)].sort()).toEqual([...new Set(asked)].sort());
  });
});

describe('cdk-nag', () => {
  it('fails the synthesis where a finding is not acknowledged', () => {
    const app = platform({ builtinCloudFormationValidation: false });
    new Bucket(app.node.findChild('liangjiang-data') as never, 'Careless');
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
  });
});

describe('a deployment', () => {
  const told = synthesizeFor({
    malwareScan: 'guardduty',
    mailSender: 'no-reply@hegui.example.cn',
    mailIdentity: 'hegui.example.cn',
    operatorMail: 'operators@hegui.example.cn',
    domainName: 'hegui.example.cn',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
  });

  it('says once by context what several stacks ask for', () => {
    const defaults = [...told.services, told.watch].flatMap((stack) =>
      Object.entries(stack.toJSON().Parameters as Record<string, { Default?: string }>),
    );
    const of = (name: string) => defaults.filter(([id]) => id === name).map(([, { Default }]) => Default);
    expect(of('MalwareScan').length).toBeGreaterThan(1);
    expect(new Set(of('MalwareScan'))).toEqual(new Set(['guardduty']));
    expect(new Set(of('MailSender'))).toEqual(new Set(['no-reply@hegui.example.cn']));
    expect(new Set(of('MailIdentity'))).toEqual(new Set(['hegui.example.cn']));
    expect(of('OperatorMail')).toEqual(['operators@hegui.example.cn']);
  });

  it('answers under its own domain, with its certificate', () => {
    const [{ DistributionConfig } = {}] = Object.values(
      resourcesOf(told.portal, 'AWS::CloudFront::Distribution'),
    );
    expect(DistributionConfig).toMatchObject({
      Aliases: ['hegui.example.cn'],
      ViewerCertificate: {
        AcmCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
        MinimumProtocolVersion: expect.stringMatching(/^TLSv1\.[23]/),
      },
    });
  });

  it.each(['domainName', 'certificateArn'])('is refused with %s alone', (name) => {
    expect(() => uncheckedPlatform({ context: { [name]: 'x' } })).toThrow(/domainName=.*certificateArn=/);
  });

  it('is refused with public keys that nobody could verify by', () => {
    const context = { otherPublicKeys: '[{"kty":"EC"}]' };
    expect(() => uncheckedPlatform({ context })).toThrow(/P-256/);
  });

  it('says where the portal and the API answer', () => {
    expect(Object.keys(told.portal[0]?.findOutputs('PortalAddress') ?? {})).toHaveLength(1);
    expect(Object.keys(told.api.findOutputs('ApiAddress'))).toHaveLength(1);
  });
});

describe('partitions', () => {
  it.each([
    ['any account', {}],
    ['a region of aws-cn', { account: '123456789012', region: 'cn-north-1' }],
    ['a region of aws', { account: '123456789012', region: 'ap-east-1' }],
  ])('names no partition by hand in the templates for %s', (_name, context: Record<string, string>) => {
    const { beforeStage: _, serviceNames: __, ...templates } = synthesizeFor(context);
    const foreign = context.region?.startsWith('cn-') ? /arn:aws:|amazonaws\.com(?!\.cn|")/ : /arn:aws-cn:/;
    for (const template of Object.values(templates).flat()) {
      expect(JSON.stringify(template.toJSON())).not.toMatch(context.region ? foreign : /arn:aws(-cn)?:/);
    }
  });

  it('joins ARNs from the partition of the deployment', () => {
    const [machine] = Object.values(resourcesOf(services, 'AWS::StepFunctions::StateMachine'));
    expect(plainText(machine?.DefinitionString)).toContain('arn:AWS::Partition:states:::lambda:invoke');
  });
});
