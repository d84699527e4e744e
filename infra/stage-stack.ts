import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnStage, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ROUTES } from '../workflows/routes.ts';
import type { PlatformApi } from './api.ts';

interface StageStackProps extends StackProps {
  readonly api: PlatformApi;
}

/** What all routes that ask for a token may take together, and what each public one may take for itself. */
const THROTTLE = { rateLimit: 500, burstLimit: 1000 };
const PUBLIC_THROTTLE = { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 };

/**
 * Neither address, user agent nor the path as it was sent, which holds ids: no personal data in logs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  protocol: '$context.protocol',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
};

/**
 * What opens the API to callers: throttles and the access log. A stack of its own behind those of the routes, because a stage that
 * names a route must find it, and because nobody should meet an API whose routes are not all there.
 */
export class StageStack extends Stack {
  constructor(scope: Construct, id: string, { api, ...props }: StageStackProps) {
    super(scope, id, props);
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Default', {
      httpApi: api.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    // A flood without tokens must not use up what officers and enterprises need. CDK's own stage has no settings of routes.
    (stage.node.defaultChild as CfnStage).routeSettings = publicRoutes(PUBLIC_THROTTLE);
  }
}

function publicRoutes<T>(settings: T): Record<string, T> {
  const keys = ROUTES.filter(({ access }) => access.who === 'public').map(
    ({ method, path }) => `${method} ${path}`,
  );
  return Object.fromEntries(keys.map((key) => [key, settings]));
}
