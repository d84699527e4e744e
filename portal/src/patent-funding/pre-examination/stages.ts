import { PreExaminationDetail } from '../../../../workflows/patent-funding/pre-examination/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../../workflows/shared/case.ts';
import type { Stage, StageState } from '../../cases/stage.ts';
import { PRE_EXAMINED } from './words.ts';

/** A pre-examination as a picture: registered, examined; then the filing and the grant are followed. */
export function preExaminationStages(found: CaseView, name: (departmentId: string) => Bilingual): Stage[] {
  const detail = PreExaminationDetail.safeParse(found.detail).data;
  const { outcome, certificate, filing, grant, examination } = detail ?? {};
  const isStopped = found.status === 'WITHDRAWN' || (outcome !== undefined && outcome.verdict !== 'passed');
  const state = (isDone: boolean, isBegun: boolean): StageState => {
    if (isDone) return 'done';
    if (isStopped) return 'stopped';
    return isBegun ? 'now' : 'next';
  };
  return [
    { id: 'registered', title: { zh: '提交预审', en: 'Registered' }, state: 'done', after: [] },
    {
      id: 'examination',
      title: outcome ? PRE_EXAMINED[outcome.verdict] : { zh: '预审', en: 'Examined' },
      state: state(outcome !== undefined, true),
      ...(examination && { note: name(examination.departmentId) }),
      after: ['registered'],
    },
    {
      id: 'filing',
      title: { zh: '提交专利申请', en: 'Filed' },
      state: state(filing !== undefined, certificate !== undefined),
      ...(filing && { note: { zh: filing.number, en: filing.number } }),
      after: ['examination'],
    },
    {
      id: 'grant',
      title: { zh: '授权', en: 'Granted' },
      state: state(grant !== undefined, filing !== undefined),
      ...(grant && { note: { zh: grant.grantedOn, en: grant.grantedOn } }),
      after: ['filing'],
    },
  ];
}
