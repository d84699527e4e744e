import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Alias, Code, type IVersion, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  CfnStateMachineVersion,
  DefinitionBody,
  Pass,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assembly, loadAssembly } from '../../../local/template/assembly.ts';
import { dynamodbGlobalTable, dynamodbTable } from '../../../local/template/resources/dynamodb.ts';
import { httpIntegration, httpRoute } from '../../../local/template/resources/gateway.ts';
import { lambdaFunction } from '../../../local/template/resources/lambda.ts';
import { stateMachine, stateMachineVersion } from '../../../local/template/resources/states.ts';

/** Two stacks and a nested one, as an application of this kind has them. */
function synthesize(): string {
  const root = mkdtempSync(join(tmpdir(), 'cdk-app-'));
  const code = join(root, 'code');
  mkdirSync(code);
  writeFileSync(join(code, 'index.mjs'), 'export const handler = async () => 1;');
  const app = new App({ outdir: join(root, 'cdk.out') });
  const data = new Stack(app, 'Data');
  const cases = new TableV2(data, 'Cases', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    globalSecondaryIndexes: [
      { indexName: 'byOwner', partitionKey: { name: 'owner', type: AttributeType.STRING } },
    ],
    timeToLiveAttribute: 'expiresAt',
  });
  const bucket = new Bucket(data, 'Documents', { enforceSSL: true, versioned: true });
  const service = new Stack(app, 'Service');
  const tasks = new Table(new NestedStack(service, 'Inner'), 'Tasks', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
  });
  const work = new LambdaFunction(service, 'Work', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(code),
    timeout: Duration.seconds(7),
    environment: { CASES: cases.tableName, DOCUMENTS: bucket.bucketName, TASKS: tasks.tableName },
  });
  cases.grantReadWriteData(work);
  tasks.grantReadData(work);
  bucket.grantReadWrite(work);
  // CDK's own types do not hold under exactOptionalPropertyTypes.
  new Alias(service, 'Live', { aliasName: 'live', version: work.currentVersion as IVersion });
  const machine = new StateMachine(service, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(Pass.jsonata(service, 'Start')),
  });
  new CfnStateMachineVersion(service, 'MachineVersion', {
    stateMachineArn: machine.stateMachineArn,
    stateMachineRevisionId: machine.stateMachineRevisionId,
  });
  const api = new HttpApi(service, 'Api');
  api.addRoutes({
    path: '/v1/cases',
    methods: [HttpMethod.POST],
    integration: new HttpLambdaIntegration('I', work),
  });
  new Rule(service, 'Rule', {
    eventBus: new EventBus(service, 'Bus'),
    eventPattern: { source: ['x'] },
    targets: [new LambdaTarget(work)],
  });
  return app.synth().directory;
}

describe('an app synthesized by the CDK', () => {
  let assembly: Assembly;
  beforeAll(() => {
    assembly = loadAssembly(synthesize(), {
      origin: 'http://127.0.0.1:1',
      servicesOrigin: 'http://127.0.0.1:2',
    });
  });

  it('gives functions their code, their settings and the names of other stacks', () => {
    const [work] = assembly.of(lambdaFunction);

    expect(assembly.assets.get(work?.properties.Code.S3Key ?? '')).toMatch(/cdk\.out\/asset\.[0-9a-f]{64}$/);
    expect(work?.properties).toMatchObject({
      Timeout: 7,
      Environment: {
        Variables: {
          CASES: assembly.of(dynamodbGlobalTable)[0]?.ref,
          TASKS: assembly.of(dynamodbTable)[0]?.ref,
        },
      },
    });
  });

  it('joins route, integration and function', () => {
    const [route] = assembly.of(httpRoute);
    const [integration] = assembly.of(httpIntegration);

    expect(route?.properties).toMatchObject({
      RouteKey: 'POST /v1/cases',
      Target: `integrations/${integration?.ref}`,
    });
    expect(integration?.properties.IntegrationUri).toBe(assembly.of(lambdaFunction)[0]?.attributes.Arn);
  });

  it('gives the state machine its definition and its first version', () => {
    const [machine] = assembly.of(stateMachine);

    expect(JSON.parse(machine?.properties.DefinitionString ?? '')).toMatchObject({ StartAt: 'Start' });
    expect(assembly.of(stateMachineVersion)[0]?.ref).toBe(`${machine?.ref}:1`);
  });
});
