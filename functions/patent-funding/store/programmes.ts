import * as z from 'zod';
import ladder from '../../../seeds/patent-funding/ladder.json' with { type: 'json' };
import programmes from '../../../seeds/patent-funding/programmes.json' with { type: 'json' };
import { type LadderEntry, LadderRegister } from '../../../workflows/patent-funding/ladder.ts';
import { Programme } from '../../../workflows/patent-funding/programme.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';

let parsedProgrammes: Programme[] | undefined;
let parsedLadder: LadderRegister[] | undefined;

/** Versions of programmes: those shipped with the platform. Throws where the file of seeds/ does not fit. */
export function shippedProgrammes(): readonly Programme[] {
  parsedProgrammes ??= z.array(Programme).parse(programmes);
  return parsedProgrammes;
}

/** An enterprise's places on the cultivation ladder, in the register that holds on a day. */
export function ladderOf(uscc: string, onDate: string): LadderEntry[] {
  parsedLadder ??= z.array(LadderRegister).parse(ladder);
  const { entries } = inEffectOn(parsedLadder, onDate, 'the cultivation ladder');
  return entries.filter((entry) => entry.uscc === uscc);
}
