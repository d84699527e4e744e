import type {
  CellDecision,
  DisputedCell,
} from '../../../../workflows/listing-certificate/objection/contract.ts';
import { useText } from '../../language.tsx';
import { FINDING } from '../words.ts';
import { RecordTable } from './record-table.tsx';
import { CELL_OUTCOME } from './words.ts';

/** What the report says in a cell, which of it is disputed and why; and what became of it. */
export function Disputed({
  cell,
  decision,
}: {
  readonly cell: DisputedCell;
  readonly decision?: CellDecision;
}) {
  const say = useText();
  return (
    <>
      <RecordTable records={cell.records} disputed={cell.documentNumbers} />
      <dl className="facts spaced spaced-above">
        <dt>{say({ zh: '异议理由', en: 'Why it is disputed' })}</dt>
        <dd>{cell.reason}</dd>
        {decision && (
          <>
            <dt>{say({ zh: '复核结论', en: 'Decision' })}</dt>
            <dd>
              <b>{say(CELL_OUTCOME[decision.outcome])}</b>
            </dd>
            <dt>{say({ zh: '理由', en: 'Reason' })}</dt>
            <dd>{decision.reason}</dd>
          </>
        )}
        {decision?.outcome === 'upheld' && (
          <>
            <dt>{say({ zh: '更正为', en: 'Corrected to' })}</dt>
            <dd>{say(FINDING[decision.corrected.finding])}</dd>
          </>
        )}
      </dl>
      {decision?.outcome === 'upheld' && decision.corrected.finding === 'records' && (
        <RecordTable records={decision.corrected.records} />
      )}
    </>
  );
}
