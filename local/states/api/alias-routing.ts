import { isJsonObject, type JsonValue } from '../../json.ts';
import type { Engine } from '../engine/engine.ts';
import type { AliasRoute } from '../registry/machine-record.ts';
import { type ApiError, errors } from './api-error.ts';

/**
 * One version with weight 100, or two of one machine whose weights add up to 100.
 * Wording: LocalStack's recordings, test_sfn_api_aliasing.
 * @throws ApiError ValidationException, StateMachineDoesNotExist
 */
export function readRouting(engine: Engine, value: JsonValue | undefined): readonly AliasRoute[] {
  const routes = Array.isArray(value) ? (value as readonly JsonValue[]).map(readRoute) : [];
  checkLength(routes);
  routes.forEach(checkWeight);
  const versions = routes.map(({ versionArn }) => versionArn);
  if (!versions.every((arn) => /:stateMachine:[^:]+:\d+$/.test(arn))) {
    throw notThese('state machine version ARNs', versions);
  }
  if (new Set(versions).size < versions.length)
    throw notThese('distinct state machine version ARNs', versions);
  const weights = routes.map(({ weight }) => weight);
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100) {
    throw errors.validation(
      `Sum of routing configuration weights must equal 100. Received: [${weights.join(', ')}]`,
    );
  }
  const unknown = versions.find((arn) => engine.machines.versions.get(arn) === undefined);
  if (unknown !== undefined) throw errors.machineDoesNotExist(unknown);
  if (new Set(versions.map((arn) => arn.replace(/:\d+$/, ''))).size !== 1) {
    throw notThese('versions of one state machine', versions);
  }
  return routes;
}

function readRoute(value: JsonValue): AliasRoute {
  const { stateMachineVersionArn, weight } = isJsonObject(value) ? value : {};
  return {
    versionArn: String(stateMachineVersionArn ?? ''),
    weight: typeof weight === 'number' ? weight : Number.NaN,
  };
}

function checkLength(routes: readonly AliasRoute[]): void {
  if (routes.length === 1 || routes.length === 2) return;
  const shown = routes.map(
    ({ versionArn, weight }) =>
      `RoutingConfigurationListItem(stateMachineVersionArn=${versionArn}, weight=${weight})`,
  );
  const bound = routes.length === 0 ? 'greater than or equal to 1' : 'less than or equal to 2';
  throw constraint(`[${shown.join(', ')}]`, 'routingConfiguration', `Member must have length ${bound}`);
}

function checkWeight({ weight }: AliasRoute, index: number): void {
  if (weight >= 0 && weight <= 100) return;
  const bound = weight > 100 ? 'less than or equal to 100' : 'greater than or equal to 0';
  throw constraint(
    String(weight),
    `routingConfiguration.${index + 1}.member.weight`,
    `Member must have value ${bound}`,
  );
}

function constraint(value: string, field: string, rule: string): ApiError {
  return errors.validation(
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`,
  );
}

function notThese(expected: string, received: readonly string[]): ApiError {
  return errors.validation(
    `Routing configuration must contain ${expected}. Received: [${received.join(', ')}]`,
  );
}
