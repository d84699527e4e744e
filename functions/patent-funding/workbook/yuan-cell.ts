/** Fen as yuan for a cell. A workbook reckons in floating point: two decimals of what is a whole number of fen stay exact. */
export function yuanCell(fen: number): number {
  return fen / 100;
}
