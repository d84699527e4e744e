/** An error of the Step Functions API: `name` is its code (API reference, each call's "Errors"). */
export class ApiError extends Error {
  override readonly name: string;
  readonly status: number;
  /** Further members of the answer, such as `resourceName` or `reason`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string, members: Readonly<Record<string, unknown>> = {}, status = 400) {
    super(message);
    this.name = name;
    this.members = members;
    this.status = status;
  }
}

export const errors = {
  machineDoesNotExist: (arn: string) =>
    new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`),
  executionDoesNotExist: (arn: string) =>
    new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`),
  executionAlreadyExists: (arn: string) =>
    new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`),
  machineAlreadyExists: (arn: string) =>
    new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`),
  invalidArn: (arn: string) =>
    new ApiError(
      'InvalidArn',
      `Invalid Arn: '${arn.startsWith('arn:') ? '' : 'Invalid ARN prefix: '}${arn}'`,
    ),
  invalidName: (name: string) => new ApiError('InvalidName', `Invalid Name: '${name}'`),
  invalidToken: () => new ApiError('InvalidToken', "Invalid Token: 'Invalid token'"),
  taskTimedOut: () => new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'"),
  resourceNotFound: (arn: string) =>
    new ApiError('ResourceNotFound', `Resource not found: '${arn}'`, { resourceName: arn }),
  invalidType: (type: string) =>
    errors.validation(
      `1 validation error detected: Value '${type}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]`,
    ),
  validation: (message: string) => new ApiError('ValidationException', message),
};
