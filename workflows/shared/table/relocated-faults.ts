import type { Fault } from '../fault.ts';
import type { Column } from './column.ts';
import { linePointer, type TableLines } from './table-lines.ts';

/**
 * What is wrong with a file, from the faults of the list that was read of it: each at its line and column, `/lines/7/授权公告日`. A cell that
 * could not be read is told once, in the words of the cell.
 * @param at pointer of the list in which the candidates stood: `/patents`
 */
export function relocatedFaults(
  faults: readonly Fault[],
  { lines, faults: ofHeading }: TableLines,
  columns: readonly Column[],
  at: string,
): Fault[] {
  if (ofHeading.length > 0) return [...ofHeading];
  const ofCells = lines.flatMap((line) => line.faults);
  const told = new Set(ofCells.map(({ pointer }) => pointer));
  const judged = faults.map((fault) => ({ ...fault, pointer: placeOf(fault.pointer.slice(at.length)) }));
  return [...ofCells, ...judged.filter(({ pointer }) => !told.has(pointer))].sort(byLine);

  function placeOf(pointer: string): string {
    const [, index, field] = pointer.split('/');
    const line = index === undefined ? undefined : lines[Number(index)];
    if (line === undefined) return '';
    return linePointer(
      line.line,
      columns.find((column) => column.field === field),
    );
  }
}

/** The line of a fault of a file; 0 for the file itself. */
export function lineOf({ pointer }: Fault): number {
  return Number(/^\/lines\/(\d+)/.exec(pointer)?.[1] ?? 0);
}

const byLine = (one: Fault, other: Fault) => lineOf(one) - lineOf(other);
