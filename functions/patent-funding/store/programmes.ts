import * as z from 'zod';
import programmes from '../../../seeds/patent-funding/programmes.json' with { type: 'json' };
import { Programme } from '../../../workflows/patent-funding/programme.ts';

let parsed: Programme[] | undefined;

/** Versions of programmes: those shipped with the platform. Throws where the file of seeds/ does not fit. */
export function shippedProgrammes(): readonly Programme[] {
  parsed ??= z.array(Programme).parse(programmes);
  return parsed;
}
