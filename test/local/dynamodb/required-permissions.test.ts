import { describe, expect, it } from 'vitest';
import { REQUIREMENTS, type RequiredPermission } from '../../../local/dynamodb/required-permissions.ts';
import type { TableSpec } from '../../../local/dynamodb/table-spec.ts';
import type { JsonObject } from '../../../local/json.ts';

const table = (name: string): TableSpec => ({
  name,
  arn: `arn:${name}`,
  attributes: [],
  keySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  globalIndexes: [
    { IndexName: 'byOwner', KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }], Projection: {} },
  ],
  localIndexes: [],
  streamViewType: undefined,
  expiryAttribute: undefined,
});
const TABLES = new Map(['cases', 'tasks'].map((name) => [name, table(name)]));

function required(operation: string, input: JsonObject): readonly RequiredPermission[] {
  return REQUIREMENTS.get(operation)?.(input, TABLES, operation) ?? [];
}
const plain = (permissions: readonly RequiredPermission[]) =>
  permissions.map(({ action, resource, context }) => [action, resource, context['dynamodb:LeadingKeys']]);

describe('an operation needs', () => {
  it.each<[string, JsonObject, unknown[]]>([
    ['GetItem', { TableName: 'cases', Key: { pk: { S: 'a' } } }, [['dynamodb:GetItem', 'arn:cases', ['a']]]],
    ['PutItem', { TableName: 'cases', Item: { pk: { N: '7' } } }, [['dynamodb:PutItem', 'arn:cases', ['7']]]],
    [
      'UpdateItem',
      { TableName: 'arn:aws:dynamodb:r:0:table/cases', Key: { pk: { S: 'a' } } },
      [['dynamodb:UpdateItem', 'arn:cases', ['a']]],
    ],
    [
      'Query',
      {
        TableName: 'cases',
        KeyConditionExpression: '#p = :p AND sk = :s',
        ExpressionAttributeNames: { '#p': 'pk' },
        ExpressionAttributeValues: { ':p': { S: 'a' }, ':s': { S: 'b' } },
      },
      [['dynamodb:Query', 'arn:cases', ['a']]],
    ],
    [
      'Query',
      {
        TableName: 'cases',
        IndexName: 'byOwner',
        KeyConditionExpression: 'owner=:o',
        ExpressionAttributeValues: { ':o': { S: 'me' } },
      },
      [['dynamodb:Query', 'arn:cases/index/byOwner', ['me']]],
    ],
    ['Scan', { TableName: 'cases' }, [['dynamodb:Scan', 'arn:cases', undefined]]],
    [
      'BatchWriteItem',
      {
        RequestItems: {
          cases: [
            { PutRequest: { Item: { pk: { S: 'a' } } } },
            { DeleteRequest: { Key: { pk: { S: 'b' } } } },
          ],
          tasks: [{ DeleteRequest: { Key: { pk: { S: 'c' } } } }],
        },
      },
      [
        ['dynamodb:BatchWriteItem', 'arn:cases', ['a', 'b']],
        ['dynamodb:BatchWriteItem', 'arn:tasks', ['c']],
      ],
    ],
    [
      'BatchGetItem',
      { RequestItems: { cases: { Keys: [{ pk: { S: 'a' } }] } } },
      [['dynamodb:BatchGetItem', 'arn:cases', ['a']]],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'cases', Item: { pk: { S: 'a' } } } },
          { Update: { TableName: 'cases', Key: { pk: { S: 'b' } } } },
          { Delete: { TableName: 'tasks', Key: { pk: { S: 'c' } } } },
          { ConditionCheck: { TableName: 'tasks', Key: { pk: { S: 'd' } } } },
        ],
      },
      [
        ['dynamodb:PutItem', 'arn:cases', ['a']],
        ['dynamodb:UpdateItem', 'arn:cases', ['b']],
        ['dynamodb:DeleteItem', 'arn:tasks', ['c']],
        ['dynamodb:ConditionCheckItem', 'arn:tasks', ['d']],
      ],
    ],
    [
      'TransactGetItems',
      { TransactItems: [{ Get: { TableName: 'cases', Key: { pk: { S: 'a' } } } }] },
      [['dynamodb:GetItem', 'arn:cases', ['a']]],
    ],
  ])('%s: its actions on its tables with their leading keys', (operation, input, expected) => {
    expect(plain(required(operation, input))).toEqual(expected);
  });

  it('a table of the template', () => {
    expect(() => required('GetItem', { TableName: 'other' })).toThrow('Requested resource not found');
  });
});
