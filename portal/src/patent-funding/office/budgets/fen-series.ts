import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import type { Say } from '../../../language.tsx';
import { yuan } from '../../../parts/money.ts';

const FEN_OF_YUAN = 100;

/** A figure in fen as a row of bars: drawn in yuan, written exactly. */
export function fenSeries<Row>(say: Say, name: Bilingual, fen: (row: Row) => number) {
  return {
    name: say(name),
    value: (row: Row) => fen(row) / FEN_OF_YUAN,
    said: (row: Row) => yuan(fen(row)),
  };
}
