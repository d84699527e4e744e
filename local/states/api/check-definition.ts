import { type Diagnostic, invalidDefinitionMessage } from '../definition/diagnostic.ts';
import { parseDefinition } from '../definition/parse.ts';
import { readResource } from '../integration/resource.ts';
import type { MachineType } from '../registry/machine-record.ts';
import { readerResource } from '../state/item-reader.ts';
import { ApiError } from './api-error.ts';

/** The quota for a definition. Source: service quotas, "Maximum size of a state machine definition": 1 MB. */
const maximumDefinitionBytes = 1_048_576;

/** What is wrong with the definition. */
export function diagnose(definition: string, type: MachineType = 'STANDARD'): readonly Diagnostic[] {
  const result = parseDefinition(definition, { type, supportsResource });
  return 'diagnostics' in result ? result.diagnostics : [];
}

/** Whether there is an integration, or a reader of a distributed Map. */
function supportsResource(arn: string): boolean {
  return arn === readerResource || readResource(arn).kind !== 'unknown';
}

/** @throws ApiError InvalidDefinition with every error, as AWS words it */
export function checkDefinition(definition: string, type: MachineType = 'STANDARD'): void {
  if (Buffer.byteLength(definition) > maximumDefinitionBytes) {
    throw new ApiError(
      'InvalidDefinition',
      `Invalid State Machine Definition: 'Definition exceeds the limit of ${maximumDefinitionBytes} bytes'`,
    );
  }
  const diagnostics = diagnose(definition, type);
  if (diagnostics.length > 0) throw new ApiError('InvalidDefinition', invalidDefinitionMessage(diagnostics));
}
