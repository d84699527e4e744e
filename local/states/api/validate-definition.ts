import { errors } from './api-error.ts';
import type { ApiCall } from './call.ts';
import { diagnose } from './check-definition.ts';
import { pageSize } from './page-token.ts';

/** Source: API reference, ValidateStateMachineDefinition. */
export const validateStateMachineDefinition: ApiCall = ({ authorize }, fields) => {
  authorize('ValidateStateMachineDefinition', '*');
  const type = fields.optionalText('type') ?? 'STANDARD';
  if (type !== 'STANDARD' && type !== 'EXPRESS') throw errors.invalidType(type);
  const found = diagnose(fields.text('definition'), type);
  const most = pageSize(fields.optionalCount('maxResults'), 100);
  return {
    result: found.length > 0 ? 'FAIL' : 'OK',
    diagnostics: found.slice(0, most),
    truncated: found.length > most,
  };
};
