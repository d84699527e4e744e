/**
 * The error codes of ValidateStateMachineDefinition (API reference, "ValidateStateMachineDefinitionDiagnostic"), and those
 * it answers for JSONata and variables without listing them there (measured).
 */
export type DiagnosticCode =
  | 'DUPLICATE_LABEL_NAME'
  | 'DUPLICATE_STATE_NAME'
  | 'DUPLICATE_VARIABLE_NAME'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'INVALID_JSON_DESCRIPTION'
  | 'INVALID_LABEL_NAME'
  | 'INVALID_STATE_NAME'
  | 'MISSING_END_STATE'
  | 'MISSING_TRANSITION_TARGET'
  | 'SCHEMA_VALIDATION_FAILED'
  | 'TOO_DEEPLY_NESTED'
  | 'UNSUPPORTED_JSONATA_EXPRESSION';

/** Something that keeps a definition from being a state machine. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: DiagnosticCode;
  readonly message: string;
  /** The place in the definition: `/States/Approve/Next`, `/States/Fan/Branches[0]/States/A`. */
  readonly location?: string;
}

/** Collects what a validation finds, in the order found. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];

  add(code: DiagnosticCode, message: string, location?: string): void {
    this.diagnostics.push({
      severity: 'ERROR',
      code,
      message,
      ...(location === undefined ? {} : { location: location === '' ? '/' : location }),
    });
  }

  schema(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location);
  }
}

/**
 * The message of the InvalidDefinition error that CreateStateMachine and UpdateStateMachine answer:
 * `Invalid State Machine Definition: 'CODE: message at location'`, several quoted once more each; AWS writes "null" where
 * there is no location.
 */
export function invalidDefinitionMessage(diagnostics: readonly Diagnostic[]): string {
  const texts = diagnostics.map(
    ({ code, message, location }) => `${code}: ${message} at ${location ?? null}`,
  );
  const list = texts.length === 1 ? texts.join() : texts.map((text) => `'${text}'`).join(', ');
  return `Invalid State Machine Definition: '${list}'`;
}
