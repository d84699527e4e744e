import * as z from 'zod';
import versions from '../../../seeds/shared/desk-rules.json' with { type: 'json' };
import { DeskRules, deskRulesOn } from '../../../workflows/shared/deadline/desk-rules.ts';

let parsed: DeskRules[] | undefined;

/** The desk's rules that hold on a day, held against their contract once. */
export function deskRules(on: string): DeskRules {
  parsed ??= z.array(DeskRules).min(1).parse(versions);
  return deskRulesOn(parsed, on);
}
