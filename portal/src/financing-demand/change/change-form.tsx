import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type * as z from 'zod';
import {
  ChangeFinancingDemand,
  type DemandView,
} from '../../../../workflows/financing-demand/change/routes.ts';
import { judgeAmendment } from '../../../../workflows/financing-demand/rules/amendment-faults.ts';
import { withoutRepeats } from '../../../../workflows/financing-demand/rules/readable.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { useNow } from '../../parts/use-now.ts';
import { ContactFields } from '../apply/contact-fields.tsx';
import { DeclaredFields } from '../apply/declared-fields.tsx';
import { amendmentOf, type Draft, draftOf, isDraft } from '../apply/draft.ts';
import { LoanFields } from '../apply/loan-fields.tsx';
import { placeName } from '../apply/place-name.ts';
import { TermsFields } from '../apply/terms-fields.tsx';
import type { Rules } from '../use-catalogue.ts';

interface Props {
  readonly view: z.infer<typeof DemandView>;
  readonly rules: Rules;
}

/** The parts of the application's form that may change, judged by the same rules. */
export function ChangeForm({ view: { demandId, version, detail }, rules }: Props) {
  const say = useText();
  const navigate = useNavigate();
  const todayOn = localDateOf(useNow());
  const form = useFields<Draft>(`demand.${demandId}`, draftOf(detail, todayOn), isDraft);
  const { fields: draft, discard, isKept } = form;
  const save = useAction(ChangeFinancingDemand, () => {
    discard();
    void navigate(`/cases/${demandId}`);
  });
  const [isChecked, setChecked] = useState(false);
  const body = amendmentOf(draft);
  const judged = judgeAmendment(body, { catalogue: rules.catalogue, todayOn });
  const told = save.error instanceof ApiProblem ? (save.error.problem.faults ?? []) : [];
  const shown = isChecked ? withoutRepeats([...(judged.ok ? [] : judged.faults), ...told]) : [];
  function change(next: (before: Draft) => Draft) {
    // What the platform said of the demand that was sent need not be true of the changed one.
    if (save.error) save.reset();
    form.set(next);
  }
  function send() {
    setChecked(true);
    if (judged.ok) save.mutate({ params: { demandId }, body, version });
    else scrollTo({ top: 0 });
  }
  const faultsAt = (pointer: string) => shown.filter((one) => one.pointer === pointer).map((one) => say(one));
  const parts = { draft, change, faultsAt, rules };
  return (
    <>
      <p className="quiet">
        {say({
          zh: '保存后，已推送的机构在下一期清单中收到变更；新符合条件的机构将收到推送。授权不变。',
          en: 'Who was sent it is told in the next list; who fits now is sent it. The consent stays as it is.',
        })}
      </p>
      <ChangedMeanwhile form={form} />
      <FaultSummary faults={shown} where={(pointer) => placeName(pointer, say)} />
      {told.length === 0 && <ProblemAlert error={save.error} />}
      <TermsFields {...parts} />
      <LoanFields {...parts} />
      <DeclaredFields {...parts} />
      <ContactFields {...parts} />
      <div className="bar">
        <span className="row">
          <Button type="primary" disabled={form.isOutdated} loading={save.isPending} onClick={send}>
            {say({ zh: '保存修改', en: 'Save the changes' })}
          </Button>
          <Link to={`/cases/${demandId}`}>{say({ zh: '返回', en: 'Back' })}</Link>
        </span>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
