import * as z from 'zod';
import ladder from '../../../seeds/patent-funding/ladder.json' with { type: 'json' };
import { type LadderEntry, LadderRegister } from '../../../workflows/patent-funding/ladder.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';

let parsed: LadderRegister[] | undefined;

/** An enterprise's places on the cultivation ladder, in the register that holds on a day. */
export function ladderOf(uscc: string, onDate: string): LadderEntry[] {
  parsed ??= z.array(LadderRegister).parse(ladder);
  const { entries } = inEffectOn(parsed, onDate, 'the cultivation ladder');
  return entries.filter((entry) => entry.uscc === uscc);
}
