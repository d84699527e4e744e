import type { Assembly } from '../template/assembly.ts';
import {
  functionNameOf,
  lambdaAlias,
  lambdaEventInvokeConfig,
  lambdaFunction,
  lambdaVersion,
} from '../template/resources/lambda.ts';

/** A function as the template declares it, with the folder of its code. */
export interface FunctionSpec {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly roleArn: string;
  /** Absolute path of the asset's folder. */
  readonly codeDirectory: string;
  /** `index.handler` */
  readonly handler: string;
  /** `nodejs24.x` */
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly reservedConcurrency: number | undefined;
  readonly logFormat: 'Text' | 'JSON';
  /** Version number or alias name to the version that runs then. */
  readonly versions: ReadonlyMap<string, string>;
  readonly asynchronous: AsynchronousSettings;
}

/** What becomes of an asynchronous invocation that fails. */
interface AsynchronousSettings {
  readonly maximumRetries: number;
  readonly maximumAgeSeconds: number;
  /** ARN of a queue, function or bus that gets a record of the failure. */
  readonly onFailureArn: string | undefined;
  readonly onSuccessArn: string | undefined;
  /** ARN of a queue that gets the event itself. */
  readonly deadLetterArn: string | undefined;
}

/** The functions of the template. Throws when the code of one is not in the assembly. */
export function functionSpecs(assembly: Assembly): readonly FunctionSpec[] {
  return assembly.of(lambdaFunction).map(({ ref, attributes, logicalId, properties }) => {
    const codeDirectory = assembly.assets.get(properties.Code.S3Key);
    if (codeDirectory === undefined) throw new Error(`the code of ${logicalId} is not in the assembly`);
    return {
      name: ref,
      arn: attributes.Arn ?? '',
      logicalId,
      roleArn: properties.Role,
      codeDirectory,
      handler: properties.Handler,
      runtime: properties.Runtime,
      timeoutSeconds: properties.Timeout,
      memoryMb: properties.MemorySize,
      environment: properties.Environment?.Variables ?? {},
      reservedConcurrency: properties.ReservedConcurrentExecutions,
      logFormat: properties.LoggingConfig?.LogFormat ?? 'Text',
      versions: versionsOf(ref, assembly),
      asynchronous: asynchronousSettings(ref, properties.DeadLetterConfig?.TargetArn, assembly),
    };
  });
}

function versionsOf(functionName: string, assembly: Assembly): ReadonlyMap<string, string> {
  const versions = new Map([['$LATEST', '$LATEST']]);
  for (const { properties, attributes } of assembly.of(lambdaVersion)) {
    const number = attributes.Version ?? '';
    if (functionNameOf(properties.FunctionName) === functionName) versions.set(number, number);
  }
  for (const { properties } of assembly.of(lambdaAlias)) {
    if (functionNameOf(properties.FunctionName) === functionName) {
      versions.set(properties.Name, properties.FunctionVersion);
    }
  }
  return versions;
}

/** The defaults are those of Lambda: two retries, six hours. */
function asynchronousSettings(
  functionName: string,
  deadLetterArn: string | undefined,
  assembly: Assembly,
): AsynchronousSettings {
  const settings = assembly
    .of(lambdaEventInvokeConfig)
    .find(({ properties }) => functionNameOf(properties.FunctionName) === functionName)?.properties;
  return {
    maximumRetries: settings?.MaximumRetryAttempts ?? 2,
    maximumAgeSeconds: settings?.MaximumEventAgeInSeconds ?? 21_600,
    onFailureArn: settings?.DestinationConfig?.OnFailure?.Destination,
    onSuccessArn: settings?.DestinationConfig?.OnSuccess?.Destination,
    deadLetterArn,
  };
}
