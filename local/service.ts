/**
 * What every emulated AWS service is to the listener and to the engine: one function from a request to a response.
 * The listener (HTTP, for SDKs) and the Step Functions integrations (in process) call the same function.
 */

/**
 * Who calls: a role of the template (a function's or a state machine's), an AWS service for a resource of the template (API Gateway
 * for a route, EventBridge for a rule: `principal` is `apigateway.amazonaws.com`, `sourceArn` the resource), or the engineer at the keyboard.
 */
export type Caller =
  | { readonly kind: 'role'; readonly roleArn: string }
  | { readonly kind: 'service'; readonly principal: string; readonly sourceArn: string }
  | { readonly kind: 'engineer' };

export interface ServiceRequest {
  readonly caller: Caller;
  readonly method: string;
  /** Path without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** An emulated service; `signingName` is the service of the SigV4 credential scope (`states`, `dynamodb`, `s3`, ...). */
export interface Service {
  readonly signingName: string;
  handle(request: ServiceRequest): Promise<ServiceResponse>;
}

/**
 * Decides whether `caller` may do `action` (`dynamodb:PutItem`) on `resource` (an ARN, or `*`).
 * Throws {@link AccessDenied} with AWS's wording; the engineer may do everything.
 */
export type Authorize = (
  caller: Caller,
  action: string,
  resource: string,
  context?: Readonly<Record<string, string | readonly string[]>>,
) => void;

/** AWS's own wording: `User: <role> is not authorized to perform: <action> on resource: <arn> because ...`. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';
}

/** Invokes a function of the template the way the Lambda service would. */
export interface FunctionInvoker {
  invoke(request: {
    readonly caller: Caller;
    /** ARN, with or without version or alias, or the bare name. */
    readonly functionName: string;
    /** JSON text. */
    readonly payload: string;
    readonly signal?: AbortSignal;
  }): Promise<FunctionResult>;
}

/**
 * What an invocation came to. `error` is the function's own error as the Node runtime reports it (`errorType`, `errorMessage`,
 * `trace`), or the service's: `Lambda.ServiceException`, `Lambda.TooManyRequestsException`, `Lambda.AWSLambdaException`,
 * `Sandbox.Timedout`, `Lambda.ResourceNotFoundException`, `Lambda.Unknown`.
 */
export type FunctionResult =
  | { readonly ok: true; readonly payload: string; readonly executedVersion: string }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly payload?: string;
    };
