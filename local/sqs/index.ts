export { startEventSources } from './event-source.ts';
export { createSqs, type Sqs, type SqsOptions } from './sqs.ts';
