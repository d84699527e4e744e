import type { Fault } from '../../../shared/fault.ts';
import { ViolationRecord } from '../../contract.ts';
import type { CellDecision, ObjectionDecision, ObjectionDetail, UpheldCell } from '../contract.ts';
import { objectionFault } from './objection-fault.ts';

type Disputed = Pick<ObjectionDetail, 'cells' | 'period'>;

/**
 * Faults of a department's decision against what is disputed: every cell once and nothing else; what is upheld changes the cell,
 * and its records lie in the period. Pointers are relative to the answer.
 */
export function decisionFaults({ cells, period }: Disputed, { decisions }: ObjectionDecision): Fault[] {
  const keys = decisions.map(keyOf);
  const each = decisions.flatMap((decision, index) => {
    const at = `/decisions/${index}`;
    if (keys.indexOf(keyOf(decision)) < index) return [objectionFault(at, 'cell-duplicate', keyOf(decision))];
    const disputed = cells.find((cell) => keyOf(cell) === keyOf(decision));
    if (disputed === undefined) return [objectionFault(at, 'decision-not-asked', keyOf(decision))];
    if (decision.outcome === 'rejected') return [];
    return [...unchangedFaults(decision, disputed, at), ...periodFaults(decision, period, at)];
  });
  const missing = cells
    .filter((cell) => !keys.includes(keyOf(cell)))
    .map((cell) => objectionFault('/decisions', 'decision-missing', keyOf(cell)));
  return [...each, ...missing];
}

function unchangedFaults(decision: UpheldCell, { records }: Disputed['cells'][number], at: string): Fault[] {
  const { corrected } = decision;
  const same = corrected.finding === 'records' && isSame(corrected.records, records);
  return same ? [objectionFault(`${at}/corrected`, 'correction-changes-nothing', keyOf(decision))] : [];
}

function periodFaults({ corrected }: UpheldCell, period: Disputed['period'], at: string): Fault[] {
  if (corrected.finding !== 'records') return [];
  return corrected.records.flatMap(({ decidedOn, documentNumber }, index) =>
    decidedOn < period.fromOn || decidedOn > period.toOn
      ? [
          objectionFault(
            `${at}/corrected/records/${index}/decidedOn`,
            'record-outside-the-period',
            documentNumber,
          ),
        ]
      : [],
  );
}

const PARTS = ViolationRecord.keyof().options;

function isSame(said: readonly ViolationRecord[], records: readonly ViolationRecord[]): boolean {
  return (
    said.length === records.length &&
    said.every((record, index) => PARTS.every((part) => record[part] === records[index]?.[part]))
  );
}

const keyOf = ({ uscc, fieldId }: Pick<CellDecision, 'uscc' | 'fieldId'>) => `${uscc}, ${fieldId}`;
