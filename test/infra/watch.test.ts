import { describe, expect, it } from 'vitest';
import { pascalCase } from '../../infra/names.ts';
import { WORKFLOWS } from '../../workflows/index.ts';
import { ROUTES } from '../../workflows/routes.ts';
import { isAsynchronous } from '../../workflows/shared/function-spec.ts';
import { plainText, resourcesOf, roleStatements, type Statement, synthesize } from './synthesize.ts';

const { data, portal, services, serviceNames, stage, watch, beforeStage } = synthesize();
const specs = WORKFLOWS.flatMap((workflow) => workflow.functions);
const [queueId = ''] = Object.keys(resourcesOf(watch, 'AWS::SQS::Queue'));

const statementsOf = (type: string) =>
  Object.values(resourcesOf(watch, type)).flatMap(
    ({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement,
  );
const isDeadLetters = (arn: unknown) => plainText(arn).includes(`GetAtt${queueId}Arn`);

describe('what cannot be handled', () => {
  it('lies in one queue, encrypted, for two weeks', () => {
    expect(Object.values(resourcesOf(watch, 'AWS::SQS::Queue'))).toEqual([
      { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true, Tags: expect.anything() },
    ]);
  });

  it('comes there over TLS only, from rules of the platform', () => {
    const statements = statementsOf('AWS::SQS::QueuePolicy');
    const refused = statements.filter(({ Effect }) => Effect === 'Deny');
    expect(refused.map(({ Condition }) => Condition)).toEqual([{ Bool: { 'aws:SecureTransport': 'false' } }]);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toMatchObject([
      { Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' } },
    ]);
    expect(plainText(allowed[0]?.Condition?.ArnLike?.['aws:SourceArn'])).toMatch(/:rule\/liangjiang-\*$/);
  });

  it('is laid there by every rule that could not hand it over', () => {
    const rules = Object.values(resourcesOf(services, 'AWS::Events::Rule'));
    expect(rules).toHaveLength(
      specs.filter(isAsynchronous).length +
        specs.filter(({ everyMinutes, onFailedExecution }) => everyMinutes && onFailedExecution).length,
    );
    for (const { Targets } of rules) {
      for (const { DeadLetterConfig } of Targets as { DeadLetterConfig: { Arn: unknown } }[]) {
        expect(isDeadLetters(DeadLetterConfig.Arn)).toBe(true);
      }
    }
  });

  it.each(specs.filter(isAsynchronous))('is laid there by $name, which may do so', ({ name }) => {
    const id = new RegExp(`^${pascalCase(name)}[0-9A-F]{8}$`);
    const [[, fn] = []] = Object.entries(resourcesOf(services, 'AWS::Lambda::Function')).filter(
      ([logicalId]) => id.test(logicalId),
    );
    const deadLetters = (fn as { DeadLetterConfig: { TargetArn: unknown } }).DeadLetterConfig.TargetArn;
    expect(isDeadLetters(deadLetters)).toBe(true);
    const sending = roleStatements(services, name).filter(({ Action }) => Action === 'sqs:SendMessage');
    expect(sending.map(({ Resource }) => isDeadLetters(Resource))).toEqual([true]);
  });

  it('is never what a caller waits for', () => {
    const others = specs.filter((spec) => !isAsynchronous(spec)).map(({ name }) => pascalCase(name));
    for (const [id, fn] of Object.entries(resourcesOf(services, 'AWS::Lambda::Function'))) {
      if (others.includes(id.slice(0, -8))) expect(fn).not.toHaveProperty('DeadLetterConfig');
    }
  });
});

describe('an operator', () => {
  const alarms = Object.values(resourcesOf(watch, 'AWS::CloudWatch::Alarm')) as Record<string, unknown>[];
  const [topicId = ''] = Object.keys(resourcesOf(watch, 'AWS::SNS::Topic'));

  it('is told of dead letters, errors, throttles, faults of the API, and executions of every machine', () => {
    const machines = WORKFLOWS.filter(({ definition }) => definition).map(({ name }) => name);
    expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(
      [
        'dead-letters',
        'function-errors',
        'function-throttles',
        'api-faults',
        ...machines.map((machine) => `${machine}-executions`),
      ]
        .map((name) => `liangjiang-${name}`)
        .sort(),
    );
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: topicId }], TreatMissingData: 'notBreaching' });
    }
  });

  it('hears of an execution by the name that its machine has', () => {
    const watched = alarms
      .flatMap(
        ({ Metrics = [] }) => Metrics as { MetricStat?: { Metric: { Dimensions: { Value: unknown }[] } } }[],
      )
      .flatMap(({ MetricStat }) => (MetricStat ? [plainText(MetricStat.Metric.Dimensions[0]?.Value)] : []))
      .map((arn) => arn.replace(/^.*:/, ''));
    const machines = Object.values(resourcesOf(services, 'AWS::StepFunctions::StateMachine'));
    expect([...new Set(watched)].sort()).toEqual(
      machines.map(({ StateMachineName }) => StateMachineName).sort(),
    );
  });

  it('gets what alarms publish over TLS, by mail where an address is given', () => {
    const statements = statementsOf('AWS::SNS::TopicPolicy');
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
    const [subscription] = Object.values(watch.findResources('AWS::SNS::Subscription'));
    expect(subscription).toMatchObject({
      Condition: 'HasOperatorMail',
      Properties: { Protocol: 'email', Endpoint: { Ref: 'OperatorMail' } },
    });
  });
});

describe('the stage', () => {
  const [{ AccessLogSettings, RouteSettings, DefaultRouteSettings } = {}] = Object.values(
    resourcesOf(stage, 'AWS::ApiGatewayV2::Stage'),
  ) as {
    AccessLogSettings: { Format: string };
    DefaultRouteSettings: { ThrottlingRateLimit: number };
    RouteSettings: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }>;
  }[];

  it('logs neither who called nor the address of what was asked for', () => {
    const variables = [...(AccessLogSettings?.Format ?? '').matchAll(/\$context\.([\w.]+)/g)].map(
      ([, name]) => name,
    );
    expect(variables).toContain('requestId');
    expect(variables).toContain('status');
    for (const name of variables) {
      expect(name).not.toMatch(/^identity\.|^authorizer\.|^path$|Ip$|^domain|caller|user/i);
    }
  });

  it('leaves no other log of callers: buckets and the distribution keep none', () => {
    const buckets = Object.values(resourcesOf([data, ...portal], 'AWS::S3::Bucket'));
    expect(buckets).toHaveLength(2);
    for (const bucket of buckets) expect(bucket).not.toHaveProperty('LoggingConfiguration');
  });

  it('gives each public route a throttle of its own, below that of the rest', () => {
    const open = ROUTES.filter(({ access }) => access.who === 'public');
    expect(Object.keys(RouteSettings ?? {}).sort()).toEqual(
      open.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of Object.values(RouteSettings ?? {})) {
      expect(ThrottlingBurstLimit).toBeGreaterThan(0);
      expect(ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings?.ThrottlingRateLimit ?? 0);
    }
  });

  it('comes after every stack with routes, since a stage that names a route must find it', () => {
    expect(Object.keys(resourcesOf(services, 'AWS::ApiGatewayV2::Route'))).toHaveLength(ROUTES.length);
    expect(beforeStage).toEqual(expect.arrayContaining(serviceNames));
  });
});
