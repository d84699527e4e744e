declare module 'asl-validator' {
  /** Validates a state machine against the States Language's JSON schemas and its transitions. */
  export default function validate(definition: unknown): {
    readonly isValid: boolean;
    readonly errors: unknown[];
  };
}
