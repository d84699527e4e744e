// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation and state machine definitions write placeholders so
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { type LocalOptions, type LocalRuntime, startLocal } from '../../../local/runtime.ts';

/**
 * A small app as it lies in a cloud assembly: `POST /items` writes an item and starts a machine, which waits and then
 * marks the item. Tests change the template before it is written.
 */
export type Template = ReturnType<typeof smallTemplate>;

const CODE = `
  import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
  import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
  const dynamodb = new DynamoDBClient({ maxAttempts: 1 });
  const states = new SFNClient({ maxAttempts: 1 });
  const TableName = process.env.TABLE;
  export const submit = async (event) => {
    const { id, seconds } = JSON.parse(event.body);
    await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: id }, state: { S: 'OPEN' } } }));
    const input = JSON.stringify({ id, seconds });
    await states.send(new StartExecutionCommand({ stateMachineArn: process.env.MACHINE, name: id, input }));
    return { statusCode: 201, body: JSON.stringify({ id, at: new Date().toISOString() }) };
  };
  export const finish = async ({ id }) => {
    await dynamodb.send(new UpdateItemCommand({
      TableName, Key: { pk: { S: id } },
      UpdateExpression: 'SET #state = :done, finishedAt = :now ADD runs :one',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':done': { S: 'DONE' }, ':now': { S: new Date().toISOString() }, ':one': { N: '1' } },
    }));
    return 'done';
  };`;

const ref = (logicalId: string) => ({ Ref: logicalId });
const arn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const allow = (action: string, resource: unknown) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});
const role = (...statements: object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: { Statement: [] },
    Policies: [{ PolicyName: 'Access', PolicyDocument: { Statement: statements } }],
  },
});
const lambda = (handler: string, roleId: string, variables: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    Handler: `index.${handler}`,
    Runtime: 'nodejs24.x',
    Role: arn(roleId),
    Timeout: 10,
    Environment: { Variables: variables },
  },
});

/** The machine's ARN by its name, since its role and its function know each other. */
const MACHINE_ARN = {
  'Fn::Sub': 'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:small',
};

export function smallTemplate() {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'Wait',
    States: {
      Wait: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Finish' },
      Finish: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: '${Finish}', Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    },
  };
  return {
    Resources: {
      Items: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'items',
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        },
      } as object,
      SubmitRole: role(
        allow('dynamodb:PutItem', 'arn:aws:dynamodb:ap-east-1:000000000000:table/items'),
        allow('states:StartExecution', MACHINE_ARN),
      ),
      Submit: lambda('submit', 'SubmitRole', { TABLE: 'items', MACHINE: MACHINE_ARN }),
      FinishRole: role(allow('dynamodb:UpdateItem', 'arn:aws:dynamodb:ap-east-1:000000000000:table/items')),
      Finish: lambda('finish', 'FinishRole', { TABLE: 'items' }),
      MachineRole: role(allow('lambda:InvokeFunction', arn('Finish'))),
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'small',
          RoleArn: arn('MachineRole'),
          DefinitionString: JSON.stringify(definition),
          DefinitionSubstitutions: { Finish: arn('Finish') },
        },
      },
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'small', ProtocolType: 'HTTP' } },
      Stage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
      },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: ref('Api'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: arn('Submit'),
          PayloadFormatVersion: '2.0',
        },
      },
      Route: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: ref('Api'),
          RouteKey: 'POST /items',
          Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
        },
      } as object,
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: arn('Submit'),
          Principal: 'apigateway.amazonaws.com',
          SourceArn: {
            'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*/items',
          },
        },
      } as object,
    },
  };
}

/** Writes the assembly with its bundled code and a configuration file beside it; returns the folder. */
export function writeSmallApp(change: (template: Template) => void = () => {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-app-'));
  const template = smallTemplate();
  change(template);
  mkdirSync(join(folder, 'code'));
  buildSync({
    stdin: { contents: CODE, resolveDir: process.cwd() },
    outfile: join(folder, 'code', 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const json = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
  json('Small.template.json', template);
  json('Small.assets.json', {
    files: { code: { source: { path: 'code' }, destinations: { here: { objectKey: 'code.zip' } } } },
  });
  json('manifest.json', {
    artifacts: {
      assets: { type: 'cdk:asset-manifest', properties: { file: 'Small.assets.json' } },
      Small: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Small.template.json' } },
    },
  });
  json('local.config.json', { assembly: '.' });
  return folder;
}

/** Runs the small app in this process. */
export function startSmallApp(
  change?: (template: Template) => void,
  options: Partial<LocalOptions> = {},
): Promise<LocalRuntime> {
  const assembly = writeSmallApp(change);
  return startLocal({ assembly, parameters: {}, accounts: undefined, port: 0, log: () => {}, ...options });
}

/** `POST /items`. */
export function submit(origin: string, id: string, seconds = 0): Promise<Response> {
  return fetch(`${origin}/items`, { method: 'POST', body: JSON.stringify({ id, seconds }) });
}

/** Asks again until the answer is there; as long as it takes, up to ten seconds. */
export async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const giveUpAtMs = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > giveUpAtMs) throw new Error('it did not come within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
