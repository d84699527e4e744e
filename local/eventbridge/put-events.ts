import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Place } from '../template/place.ts';

/** Times come as epoch seconds from SDKs and as text from state machines. */
const Time = z.union([
  z.number().transform((seconds) => seconds * 1000),
  z.string().transform((text) => Date.parse(text)),
]);

const Entry = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  Resources: z.array(z.string()).default([]),
  EventBusName: z.string().optional(),
  Time: Time.optional(),
  TraceHeader: z.string().optional(),
});
export type PutEventsEntry = z.output<typeof Entry>;

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const PutEventsInput = z.object({
  Entries: z.array(Entry).min(1).max(10),
  EndpointId: z.undefined().optional(),
});

/** One entry was not taken; the others are not affected. */
export class EntryRefused extends Error {
  override readonly name = 'EntryRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const LARGEST_ENTRY_BYTES = 1024 * 1024;

/**
 * The event as rules and targets see it.
 * @throws EntryRefused as PutEvents answers for a bad entry
 */
export function eventOf(entry: PutEventsEntry, { accountId, region }: Place, nowMs: number): JsonObject {
  const { Source, DetailType, Detail, Resources, Time: atMs = nowMs } = entry;
  const source = required('Source', Source);
  const detailType = required('DetailType', DetailType);
  const detail = parseDetail(required('Detail', Detail));
  if (source.startsWith('aws.')) {
    throw new EntryRefused('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  if (Buffer.byteLength(source + detailType + Detail + Resources.join('')) > LARGEST_ENTRY_BYTES) {
    throw new EntryRefused('InvalidArgument', 'Entry size exceeds the maximum of 1 MB.');
  }
  return envelope({ source, detailType, detail, resources: Resources, atMs }, { accountId, region });
}

/** What an event says, whoever sent it. */
export interface Announcement {
  readonly source: string;
  readonly detailType: string;
  readonly detail: JsonObject;
  readonly resources: string[];
  readonly atMs: number;
}

/** The event around it, as rules and targets see it. */
export function envelope(
  said: Announcement,
  { accountId, region }: Pick<Place, 'accountId' | 'region'>,
): JsonObject {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': said.detailType,
    source: said.source,
    account: accountId,
    time: eventTime(said.atMs),
    region,
    resources: said.resources,
    detail: said.detail,
  };
}

/** Event times have whole seconds. */
export function eventTime(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function required(name: string, value: string | undefined): string {
  if (value) return value;
  throw new EntryRefused(
    'InvalidArgument',
    `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  );
}

function parseDetail(text: string): JsonObject {
  let detail: JsonValue | undefined;
  try {
    detail = JSON.parse(text);
  } catch {
    detail = undefined;
  }
  if (!isJsonObject(detail)) throw new EntryRefused('MalformedDetail', 'Detail is malformed.');
  return detail;
}
