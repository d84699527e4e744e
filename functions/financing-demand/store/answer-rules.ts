import * as z from 'zod';
import versions from '../../../seeds/financing-demand/answer-rules.json' with { type: 'json' };
import { AnswerRules } from '../../../workflows/financing-demand/answer/answer-rules.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';

let parsed: AnswerRules[] | undefined;

/** The rules of answers that hold now. Throws where the file of seeds/ does not fit. */
export function answerRulesAt(now: Date): AnswerRules {
  parsed ??= z.array(AnswerRules).parse(versions);
  return inEffectOn(parsed, localDateOf(now), 'the rules of answers');
}
