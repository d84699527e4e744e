import { ObjectionDetail } from '../../../../workflows/listing-certificate/objection/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../../workflows/shared/case.ts';
import type { Stage, StageState } from '../../cases/stage.ts';
import { VERDICT } from './words.ts';

/** An objection as a picture: raised, decided by the department that made the records, and what follows for the report. */
export function objectionStages(found: CaseView, name: (departmentId: string) => Bilingual): Stage[] {
  const detail = ObjectionDetail.safeParse(found.detail).data;
  const outcome = detail?.outcome;
  const isOver = ['DECIDED', 'WITHDRAWN'].includes(found.status);
  const isAnswered = found.tasks.some(({ status }) => status === 'DECIDED' || status === 'RELAYED');
  const state = (isDone: boolean, isBegun: boolean): StageState => {
    if (isDone) return 'done';
    if (isOver) return 'stopped';
    return isBegun ? 'now' : 'next';
  };
  return [
    { id: 'raised', title: { zh: '提出异议', en: 'Raised' }, state: 'done', after: [] },
    {
      id: 'decision',
      title: { zh: '部门复核', en: 'The department looks again' },
      state: state(isAnswered || outcome !== undefined, true),
      ...(detail && { note: name(detail.departmentId) }),
      after: ['raised'],
    },
    {
      id: 'end',
      title: outcome ? VERDICT[outcome.verdict] : { zh: '作出结论', en: 'Outcome' },
      state: state(outcome !== undefined, isAnswered),
      ...(outcome?.correctedNumber && {
        note: { zh: `更正报告 ${outcome.correctedNumber}`, en: `Corrected: ${outcome.correctedNumber}` },
      }),
      after: ['decision'],
    },
  ];
}
