// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation and local.config.json write placeholders so
import { describe, expect, it } from 'vitest';
import { loadTemplates } from './write-assembly.ts';

/** Resolves one value as the output of a template that has a parameter, a mapping, conditions and a queue. */
function resolved(value: unknown): unknown {
  const template = {
    Parameters: {
      Stage: { Type: 'String', Default: 'test' },
      Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    },
    Mappings: { Sizes: { test: { Memory: 128 } } },
    Conditions: {
      IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] },
      IsProduction: { 'Fn::Not': [{ Condition: 'IsTest' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsTest' }, { Condition: 'IsProduction' }] },
      Both: { 'Fn::And': [{ Condition: 'IsTest' }, { Condition: 'IsProduction' }] },
    },
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } } },
    Outputs: { Value: { Value: value } },
  };
  return loadTemplates({ Stack: template }).outputs.Stack?.Value;
}

describe('an intrinsic function', () => {
  it.each([
    ['Ref of a parameter', { Ref: 'Stage' }, 'test'],
    ['Ref of a list parameter', { Ref: 'Zones' }, ['a', 'b']],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Partition' }, 'aws'],
    ['Ref of a resource', { Ref: 'Queue' }, 'http://127.0.0.1:4701/000000000000/work'],
    ['GetAtt', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:ap-east-1:000000000000:work'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Queue.QueueName' }, 'work'],
    [
      'Sub with a resource, an attribute and an escape',
      { 'Fn::Sub': '${Stage}/${Queue.QueueName}/${!Literal}' },
      'test/work/${Literal}',
    ],
    [
      'Sub with variables of its own',
      { 'Fn::Sub': ['${A}-${Stage}', { A: { Ref: 'AWS::Region' } }] },
      'ap-east-1-test',
    ],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-test-1'],
    ['Join of a list parameter', { 'Fn::Join': ['+', { Ref: 'Zones' }] }, 'a+b'],
    ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': [':', 'a:b:c'] }] }, 'c'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Memory'] }, 128],
    ['FindInMap with a default', { 'Fn::FindInMap': ['Sizes', 'x', 'Memory', { DefaultValue: 1 }] }, 1],
    ['Base64', { 'Fn::Base64': 'é' }, 'w6k='],
    ['If of a true condition', { 'Fn::If': ['IsTest', 'yes', 'no'] }, 'yes'],
    ['If of a negation', { 'Fn::If': ['IsProduction', 'yes', 'no'] }, 'no'],
    ['If of an or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['If of an and', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['NoValue in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue in a list', ['a', { 'Fn::If': ['IsProduction', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
  ])('resolves %s', (_name, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each([
    ['an unknown function', { 'Fn::Cidr': ['10.0.0.0/16', 1, 8] }, /Fn::Cidr is not supported/],
    [
      'a dynamic reference',
      '{{resolve:secretsmanager:db:SecretString}}',
      /dynamic reference .*secretsmanager/,
    ],
    [
      'a dynamic reference put together',
      { 'Fn::Join': ['', ['{{resolve:ssm:', '/a}}']] },
      /dynamic reference/,
    ],
    ['a Ref to nothing', { Ref: 'Nobody' }, /refers to Nobody/],
    [
      'an attribute that is not known',
      { 'Fn::GetAtt': ['Queue', 'Colour'] },
      /Queue has no attribute Colour/,
    ],
    ['an import of nothing', { 'Fn::ImportValue': 'other:thing' }, /No export named other:thing found/],
    ['a missing mapping', { 'Fn::FindInMap': ['Sizes', 'production', 'Memory'] }, /Sizes.production.Memory/],
    ['a Select beyond the end', { 'Fn::Select': [3, ['a']] }, /no value at index 3/],
  ])('refuses %s', (_name, value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });
});
