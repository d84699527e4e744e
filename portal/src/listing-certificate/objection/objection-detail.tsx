import { Link } from 'react-router';
import { ObjectionDetail } from '../../../../workflows/listing-certificate/objection/contract.ts';
import type { CaseView } from '../../../../workflows/shared/case.ts';
import { useText } from '../../language.tsx';
import { useDepartments } from '../../parts/use-departments.ts';
import { Disputed } from './disputed-cell.tsx';
import { VERDICT } from './words.ts';

/** What an objection disputes, and how it ended. */
export function Component({ found }: { readonly found: CaseView }) {
  const say = useText();
  const name = useDepartments();
  const detail = ObjectionDetail.safeParse(found.detail).data;
  if (!detail) return null;
  const { disputed, cells, departmentId, outcome } = detail;
  return (
    <section className="panel">
      <h2>{say({ zh: '异议内容', en: 'What is disputed' })}</h2>
      <dl className="facts spaced">
        <dt>{say({ zh: '有异议的报告', en: 'Report' })}</dt>
        <dd>
          {disputed.number} · <Link to={`/cases/${disputed.caseId}`}>{disputed.caseNumber}</Link>
        </dd>
        <dt>{say({ zh: '复核部门', en: 'Department' })}</dt>
        <dd>{say(name(departmentId))}</dd>
        {outcome && (
          <>
            <dt>{say({ zh: '结论', en: 'Outcome' })}</dt>
            <dd>
              <b>{say(VERDICT[outcome.verdict])}</b>
            </dd>
          </>
        )}
        {outcome?.correctedNumber && (
          <>
            <dt>{say({ zh: '更正后的报告', en: 'Corrected report' })}</dt>
            <dd>
              <Link to={`/cases/${disputed.caseId}`}>{outcome.correctedNumber}</Link>{' '}
              {say(
                { zh: '（取代 {number}）', en: '(takes the place of {number})' },
                { number: disputed.number },
              )}
            </dd>
          </>
        )}
      </dl>
      {cells.map((cell) => {
        const decision = outcome?.decisions.find(
          ({ uscc, fieldId }) => uscc === cell.uscc && fieldId === cell.fieldId,
        );
        return (
          <fieldset key={`${cell.uscc} ${cell.fieldId}`}>
            <legend>
              {cell.entityName} · {say(cell.fieldName)}
            </legend>
            <Disputed cell={cell} {...(decision && { decision })} />
          </fieldset>
        );
      })}
    </section>
  );
}
