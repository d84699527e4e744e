import { isJsonObject, type JsonValue } from '../../json.ts';
import type { LoggingConfiguration, LogLevel } from '../registry/machine-record.ts';
import { ApiError, errors } from './api-error.ts';

/**
 * Source: API reference, LoggingConfiguration; LocalStack's recordings, test_sfn_api_logs.
 * @throws ApiError InvalidLoggingConfiguration, ValidationException
 */
export function readLogging(value: JsonValue | undefined): LoggingConfiguration {
  if (!isJsonObject(value)) return { level: 'OFF', includeExecutionData: false };
  const { level = 'OFF', destinations } = value;
  if (level !== 'ALL' && level !== 'ERROR' && level !== 'FATAL' && level !== 'OFF') throw invalidLevel(level);
  if (level !== 'OFF' && !(Array.isArray(destinations) && destinations.length === 1)) {
    throw new ApiError(
      'InvalidLoggingConfiguration',
      'Invalid Logging Configuration: Must specify exactly one Log Destination.',
    );
  }
  return {
    level: level satisfies LogLevel,
    includeExecutionData: value.includeExecutionData === true,
    ...(Array.isArray(destinations) && { destinations: destinations as readonly JsonValue[] }),
  };
}

function invalidLevel(level: JsonValue): ApiError {
  return errors.validation(
    `1 validation error detected: Value '${String(level)}' at 'loggingConfiguration.level' failed to satisfy constraint: Member must satisfy enum value set: [ALL, ERROR, FATAL, OFF]`,
  );
}
