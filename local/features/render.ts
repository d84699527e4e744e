import * as sdk from '@aws-sdk/client-sfn';
import { JSONPATH_FIELDS } from '../states/definition/shape.ts';
import {
  MAX_BUSY_MS,
  MAX_DEPTH,
  MAX_RANGE_LENGTH,
  MAX_SEQUENCE_LENGTH,
} from '../states/expression/bounds.ts';
import { supportedCalls } from '../states/index.ts';
import { integrations } from '../states/integration/registry.ts';
import { IGNORED_TYPES } from '../template/registry.ts';
import { fieldTable } from './field-table.ts';
import { names, table } from './markdown.ts';
import { dynamodbOperations, intrinsicFunctions, policies, resourceTable } from './platform-tables.ts';

/** local/FEATURES.md, from the registries that decide what is accepted. */
export function renderFeatures(): string {
  return `# What runs on one machine

Written by \`npm run features\` from the registries of the code; a test compares. What is in no list is refused by
name, at the start or when a machine is created.

## CloudFormation

${resourceTable()}

\`Tags\` are read over everywhere; a property in neither column is refused. Intrinsic functions: ${intrinsicFunctions()}; in conditions
also the condition functions. Macros and dynamic references are refused. Nested stacks, conditions, mappings, parameters
(from local.config.json) and exports between stacks are resolved.

Types that are read over:

${table(['type', 'because'], Object.entries(IGNORED_TYPES))}

Any other type stops the start.

## Permissions

Every call of a function or a state machine is decided by the policies of its role and of the resource, and every invocation by API
Gateway or EventBridge by the function's permissions. Who calls is told by the access key id; a request's signature is checked where it
is in a URL (S3) only. Session policies, permission boundaries and organisation policies do not exist here.

${policies()}

Any other operator, key or managed policy of AWS stops the start.

## DynamoDB

For functions and machines: ${dynamodbOperations()}. PartiQL, streams and table management are refused to them; tables, indexes and time
to live come from the template. Not reproduced: throttling, TransactionConflict, backups, and idempotency tokens after a restart.

## Lambda

Node.js runtimes with an asset as code. Each worker thread serves one invocation at a time, with the environment of Lambda and of the
template only. \`Timeout\`, \`ReservedConcurrentExecutions\` and \`MemorySize\` (of the JavaScript heap; buffers outside of it do not count) hold.
The API answers Invoke: request response, event (on disk before it is accepted, with retries and destinations), dry run. An alias or version
runs the code of the assembly. Layers, container images, inline code and other runtimes are refused.

## S3

\`PutObject\`, \`CopyObject\` (content and headers alike), \`GetObject\`, \`HeadObject\`, \`DeleteObject\`, \`ListObjectsV2\`, \`HeadBucket\`; presigned or not, with checksums,
conditional writes, versions and CORS. Lifecycle rules are not carried out. Every other operation is refused by name.

## Mail

SES v2: \`SendEmail\` with raw content (\`Content.Raw\`) is put as an .eml file into \`mail/\` of the data directory and sent nowhere; the permission
\`ses:SendEmail\` on the sender's address or its domain is asked for. Simple and templated content, identities, suppression lists and every
other call are refused.

## The States Language

The query language JSONata only. \`*\` marks a field that takes expressions, \`!\` one that has to be there; \`Comment\` is accepted
everywhere.

${fieldTable()}

Fields of JSONPath are refused with their place, as on AWS: ${names([...JSONPATH_FIELDS])}.

Expressions are those of JSONata 2.0 with AWS's \`$partition\`, \`$range\`, \`$hash\`, \`$random\`, \`$uuid\` and \`$parse\`. Refused as on AWS:
\`$eval\`, \`??\`, \`?:\`, names and \`$\` at the top level, \`$$\`. Bounds as measured on AWS: nesting of ${MAX_DEPTH}, sequences of
${MAX_SEQUENCE_LENGTH.toLocaleString('en-US')} items, \`$range\` of ${MAX_RANGE_LENGTH.toLocaleString('en-US')}. Our own: ${MAX_BUSY_MS / 1000} seconds of computing for an
expression, half a second for a search by a pattern with lookaround or backreferences.

## Integrations

A function's ARN as Resource, and:

${table(
  ['resource', 'patterns'],
  integrations.map(({ resourceType, resource, patterns }) => [
    `arn:aws:states:::${resourceType}:${resource}`,
    patterns.map((pattern) => PATTERNS[pattern]).join(', '),
  ]),
)}

A distributed Map reads its items from \`Items\`, its input, or \`arn:aws:states:::s3:getObject\`.

## The API of Step Functions

Answered: ${names(supportedCalls)}.

Refused: ${names(unsupportedCalls())}.

TestState tries one state, or a state of a machine by its name; of \`mock\` it takes the result or the error. It refuses
\`context\`, \`stateConfiguration\` and distributed Maps. ValidateStateMachineDefinition answers errors, no warnings.
`;
}

const PATTERNS = {
  request: 'request response',
  sync: '.sync',
  'sync:2': '.sync:2',
  token: '.waitForTaskToken',
} as const;

/** The calls that the SDK knows and the service does not answer. */
function unsupportedCalls(): readonly string[] {
  return Object.keys(sdk)
    .filter((name) => name.endsWith('Command') && name !== '$Command')
    .map((name) => name.slice(0, -'Command'.length))
    .filter((name) => !supportedCalls.includes(name))
    .sort();
}
