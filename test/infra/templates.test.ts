import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';
import { pascalCase } from '../../infra/names.ts';
import { platform } from '../../infra/platform.ts';
import { WORKFLOWS } from '../../workflows/index.ts';
import { plainText, resourcesOf, synthesize, synthesizeFor } from './synthesize.ts';

const { data, api, services } = synthesize();
const specs = WORKFLOWS.flatMap((workflow) => workflow.functions);

interface Policy {
  readonly PolicyDocument: {
    readonly Statement: { readonly Action: string | string[]; readonly Resource: unknown }[];
  };
}

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

it('every stack stays well below the 500 resources and 200 outputs that CloudFormation allows', () => {
  for (const stack of [data, api, ...services]) {
    const { Resources = {}, Outputs = {} } = stack.toJSON();
    expect(Object.keys(Resources).length).toBeLessThan(450);
    expect(Object.keys(Outputs).length).toBeLessThan(180);
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
    const groups = Object.values(resourcesOf([...services, api], 'AWS::Logs::LogGroup'));
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
  const statements = Object.values(resourcesOf(services, 'AWS::IAM::Role'))
    .flatMap((role) => (role.Policies ?? []) as Policy[])
    .flatMap((policy) => policy.PolicyDocument.Statement);

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

  it('has no policy beside those written with the roles', () => {
    for (const stack of [...services, api]) {
      stack.resourceCountIs('AWS::IAM::Policy', 0);
      stack.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    }
  });

  it.each(specs)('lets $name do on tables what its spec says, and nothing else', (spec) => {
    const id = new RegExp(`^${pascalCase(spec.name)}Role[0-9A-F]{8}$`);
    const roles = Object.entries(resourcesOf(services, 'AWS::IAM::Role')).filter(([logicalId]) =>
      id.test(logicalId),
    );
    const granted = roles
      .flatMap(([, role]) => role.Policies as Policy[])
      .flatMap((policy) => policy.PolicyDocument.Statement)
      .flatMap((statement) => statement.Action)
      .filter((action) => action.startsWith('dynamodb:'));
    const asked = Object.values(spec.tables ?? {}).flatMap((actions) =>
      actions.map((action) => `dynamodb:${action}`),
    );
    expect(roles).toHaveLength(1);
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

describe('partitions', () => {
  it.each([
    ['any account', {}],
    ['a region of aws-cn', { account: '123456789012', region: 'cn-north-1' }],
    ['a region of aws', { account: '123456789012', region: 'ap-east-1' }],
  ])('names no partition by hand in the templates for %s', (_name, context: Record<string, string>) => {
    const templates = synthesizeFor(context);
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
