// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation and local.config.json write placeholders so
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dynamodbTable } from '../../../local/template/resources/dynamodb.ts';
import { lambdaFunction, lambdaVersion } from '../../../local/template/resources/lambda.ts';
import { TemplateError } from '../../../local/template/template-error.ts';
import { openVersionNumbers } from '../../../local/template/version-numbers.ts';
import { loadTemplates, writeAssembly } from './write-assembly.ts';

const table = (more: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    ...more,
  },
});

function problemsOf(template: object): readonly string[] {
  try {
    loadTemplates({ Stack: template });
  } catch (error) {
    if (error instanceof TemplateError) return error.problems;
    throw error;
  }
  return [];
}

describe('loading an assembly', () => {
  it('gives a resource without a name one that is the same every time', () => {
    const [first, second] = [1, 2].map(() => loadTemplates({ Data: { Resources: { Cases: table() } } }));

    expect(first?.of(dynamodbTable)[0]?.ref).toMatch(/^Data-Cases-[0-9A-Z]{12}$/);
    expect(second?.resources).toEqual(first?.resources);
  });

  it('carries an export from one stack to another', () => {
    const assembly = loadTemplates({
      Data: {
        Resources: { Cases: table({ TableName: 'cases' }) },
        Outputs: { Out: { Value: { 'Fn::GetAtt': ['Cases', 'Arn'] }, Export: { Name: 'Data:Cases' } } },
      },
      Service: { Outputs: { In: { Value: { 'Fn::ImportValue': 'Data:Cases' } } } },
    });

    expect(assembly.outputs.Service).toEqual({
      In: 'arn:aws:dynamodb:ap-east-1:000000000000:table/cases',
    });
  });

  it('puts the gateway into parameters and where the CDK builds the URL of an API', () => {
    const assembly = loadTemplates(
      {
        Stack: {
          Parameters: { Issuer: { Type: 'String' } },
          Resources: {
            Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
            Work: {
              Type: 'AWS::Lambda::Function',
              Properties: {
                Code: { S3Bucket: 'assets', S3Key: 'x.zip' },
                Handler: 'index.handler',
                Runtime: 'nodejs24.x',
                Role: 'arn:aws:iam::000000000000:role/x',
                Timeout: '10',
                Environment: {
                  Variables: {
                    ISSUER: { Ref: 'Issuer' },
                    API: { 'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1' },
                  },
                },
              },
            },
          },
        },
      },
      { parameters: { Issuer: '${origin}/oidc' } },
    );

    const [work] = assembly.of(lambdaFunction);
    expect(work?.properties.Environment?.Variables).toEqual({
      ISSUER: 'http://127.0.0.1:4700/oidc',
      API: 'http://127.0.0.1:4700/v1',
    });
    expect([work?.properties.Timeout, work?.properties.MemorySize]).toEqual([10, 128]);
  });

  it('leaves out what a condition excludes', () => {
    const assembly = loadTemplates({
      Stack: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { Kept: table(), Dropped: { ...table(), Condition: 'Never' } },
      },
    });

    expect(assembly.resources.map((resource) => resource.logicalId)).toEqual(['Kept']);
  });

  it('lists what it reads over, with the reason', () => {
    const assembly = loadTemplates({ Stack: { Resources: { Log: { Type: 'AWS::Logs::LogGroup' } } } });

    expect(assembly.ignored).toEqual([
      expect.stringMatching(/^AWS::Logs::LogGroup Stack\/Log: logs go to files/),
    ]);
  });

  it('tells every problem at once, each with stack, logical id and type', () => {
    const problems = problemsOf({
      Resources: {
        Cluster: { Type: 'AWS::ECS::Cluster' },
        Cases: table({ ImportSourceSpecification: {} }),
        Work: {
          Type: 'AWS::Lambda::Function',
          Properties: { Runtime: 'python3.13', Handler: 'a.b', Role: 'r' },
        },
      },
    });

    expect(problems).toEqual([
      'Stack: Cluster (AWS::ECS::Cluster): this resource type is not supported on one machine',
      'Stack: Cases (AWS::DynamoDB::Table): the property ImportSourceSpecification is not supported on one machine',
      expect.stringMatching(
        /^Stack: Work \(AWS::Lambda::Function\): .*Code.*only the Node.js runtimes run here/,
      ),
    ]);
  });

  it('refuses resources that wait for each other, in the words of CloudFormation', () => {
    const problems = problemsOf({
      Resources: { A: { ...table(), DependsOn: 'B' }, B: { ...table(), DependsOn: ['A'] } },
    });

    expect(problems).toEqual(['Stack: resources: Circular dependency between resources: [A, B]']);
  });

  it.each([
    [
      'a parameter without a value',
      { Parameters: { P: { Type: 'String' } } },
      /parameter P has no value.*local\.config\.json/,
    ],
    [
      'a parameter outside its allowed values',
      { Parameters: { P: { Type: 'String', Default: 'x', AllowedValues: ['y'] } } },
      /parameter P may not be "x"/,
    ],
    [
      'a parameter of the parameter store',
      { Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x' } } },
      /parameter P is of type AWS::SSM/,
    ],
  ])('refuses %s when it is referred to', (_name, template, message) => {
    expect(() => loadTemplates({ Stack: { ...template, Outputs: { O: { Value: { Ref: 'P' } } } } })).toThrow(
      message,
    );
  });

  it('refuses a macro by name', () => {
    expect(() => loadTemplates({ Stack: { Transform: 'AWS::Serverless-2016-10-31' } })).toThrow(/Transform/);
  });

  it.each([
    ['no assembly', () => mkdtempSync(join(tmpdir(), 'empty-')), /manifest\.json cannot be read/],
    ['no stack', () => writeAssembly({}), /holds no stack/],
    [
      'a manifest that is not JSON',
      () => {
        const directory = writeAssembly({});
        writeFileSync(join(directory, 'manifest.json'), '{');
        return directory;
      },
      /manifest\.json cannot be read/,
    ],
  ])('says so when there is %s', async (_name, directory, message) => {
    const { loadAssembly } = await import('../../../local/template/assembly.ts');

    expect(() => loadAssembly(directory(), { origin: 'http://o', servicesOrigin: 'http://s' })).toThrow(
      message,
    );
  });
});

describe('version numbers', () => {
  const version = (logicalId: string) => ({
    Stack: {
      Resources: { [logicalId]: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: 'work' } } },
    },
  });

  it('count up with each new version and are remembered over a restart', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'versions-')), 'versions.json');
    const load = (logicalId: string) =>
      loadTemplates(version(logicalId), { versions: openVersionNumbers(file) }).of(lambdaVersion)[0]
        ?.attributes;

    const numbers = ['VersionAaa', 'VersionBbb', 'VersionAaa'].map((id) => load(id)?.Version);

    expect(numbers).toEqual(['1', '2', '1']);
  });
});
