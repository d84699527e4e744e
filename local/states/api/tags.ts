import type { JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { Engine } from '../engine/engine.ts';
import type { MachineRecord } from '../registry/machine-record.ts';
import { ApiError, errors } from './api-error.ts';
import type { ApiCall } from './call.ts';

/** Quota of tags per resource. */
const maximumTags = 50;

export function readTags(value: JsonValue | undefined): Readonly<Record<string, string>> {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  return Object.fromEntries(
    list.filter(isJsonObject).map(({ key, value: text }) => [String(key), String(text ?? '')]),
  );
}

function taggedMachine(engine: Engine, arn: string): MachineRecord {
  const machine = engine.machines.active(arn);
  if (machine === undefined) throw errors.resourceNotFound(arn);
  return machine;
}

export const tagResource: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('resourceArn');
  authorize('TagResource', arn);
  const machine = taggedMachine(engine, arn);
  const tags = { ...machine.tags, ...readTags(fields.get('tags')) };
  if (Object.keys(tags).length > maximumTags) {
    throw new ApiError('TooManyTags', `'${arn}' exceeds the limit of ${maximumTags} tags`, {
      resourceName: arn,
    });
  }
  engine.machines.machines.put(arn, { ...machine, tags });
  return {};
};

export const untagResource: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('resourceArn');
  authorize('UntagResource', arn);
  const machine = taggedMachine(engine, arn);
  const keys = fields.get('tagKeys');
  const removed = new Set(Array.isArray(keys) ? keys : []);
  const tags = Object.fromEntries(Object.entries(machine.tags).filter(([key]) => !removed.has(key)));
  engine.machines.machines.put(arn, { ...machine, tags });
  return {};
};

export const listTagsForResource: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('resourceArn');
  authorize('ListTagsForResource', arn);
  return { tags: Object.entries(taggedMachine(engine, arn).tags).map(([key, value]) => ({ key, value })) };
};
