import type { Payload } from '../payload.ts';

/**
 * History events as JSON text in the form of GetExecutionHistory, members after `type`. They are written once,
 * stored so, and answered so. Field names: API reference, HistoryEvent.
 */
const quote = JSON.stringify;

const notTruncated = '{"truncated":false}';

export function executionStarted(
  input: Payload,
  roleArn: string,
  via: { aliasArn?: string; versionArn?: string },
): string {
  const alias = via.aliasArn === undefined ? '' : `,"stateMachineAliasArn":${quote(via.aliasArn)}`;
  const version = via.versionArn === undefined ? '' : `,"stateMachineVersionArn":${quote(via.versionArn)}`;
  const details = `"input":${input.quoted},"inputDetails":${notTruncated},"roleArn":${quote(roleArn)}`;
  return `"executionStartedEventDetails":{${details}${alias}${version}}`;
}

export function stateEntered(name: string, input: Payload): string {
  return `"stateEnteredEventDetails":{"name":${quote(name)},"input":${input.quoted},"inputDetails":${notTruncated}}`;
}

export function stateExited(
  name: string,
  output: Payload,
  assigned: Readonly<Record<string, unknown>> | undefined,
): string {
  const base = `"name":${quote(name)},"output":${output.quoted},"outputDetails":${notTruncated}`;
  return `"stateExitedEventDetails":{${base}${assignedVariables(assigned)}}`;
}

function assignedVariables(assigned: Readonly<Record<string, unknown>> | undefined): string {
  if (assigned === undefined) return '';
  const texts = Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, quote(value)]));
  return `,"assignedVariables":${quote(texts)},"assignedVariablesDetails":${notTruncated}`;
}

/** Members of `details` that are undefined stay away. */
export function withDetails(field: string, details: Readonly<Record<string, unknown>>): string {
  return `"${field}":${quote(details)}`;
}

export function withOutput(field: string, output: Payload, head = ''): string {
  return `"${field}":{${head}"output":${output.quoted},"outputDetails":${notTruncated}}`;
}

/** Members that name the called service, first in task events. */
export function taskHead(resourceType: string, resource: string): string {
  return `"resourceType":${quote(resourceType)},"resource":${quote(resource)},`;
}
