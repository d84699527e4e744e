import * as z from 'zod';
import versions from '../../../seeds/listing-certificate/objection-rules.json' with { type: 'json' };
import { ObjectionRules } from '../../../workflows/listing-certificate/objection/objection-rules.ts';
import { effectiveOn } from '../../../workflows/listing-certificate/rules/effective-rules.ts';

let parsed: ObjectionRules[] | undefined;

/** The rules of objections that hold on a day. Throws where the file of seeds/ does not fit. */
export function objectionRulesOn(onDate: string): ObjectionRules {
  parsed ??= z.array(ObjectionRules).parse(versions);
  return effectiveOn(parsed, onDate);
}
