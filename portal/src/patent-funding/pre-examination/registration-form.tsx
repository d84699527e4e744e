import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RegisterPreExamination } from '../../../../workflows/patent-funding/pre-examination/routes.ts';
import { judgePreExamination } from '../../../../workflows/patent-funding/pre-examination/rules/pre-examination-faults.ts';
import type { PreExaminationRules } from '../../../../workflows/patent-funding/pre-examination/scope.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Upload } from '../../parts/upload.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useWho } from '../../session/who.ts';
import { type Draft, formOf, isDraft, newDraft } from './draft.ts';
import { FilingFields, placeName } from './filing-fields.tsx';

/** The filing, whom to ask, and its documents; judged by the rules of the platform before it is sent. */
export function RegistrationForm({ rules }: { readonly rules: PreExaminationRules }) {
  const say = useText();
  const who = useWho();
  const navigate = useNavigate();
  const { draft, change, discard, isKept } = useDraft<Draft>('pre-examination', newDraft, isDraft);
  const [isChecked, setChecked] = useState(false);
  const register = useAction(RegisterPreExamination, ({ caseId }) => {
    discard();
    void navigate(`/cases/${caseId}`);
  });
  const body = formOf(draft, who);
  const caller = { uscc: who.organisationId, name: who.organisationName };
  const judged = judgePreExamination(body, { caller, rules });
  const told = register.error instanceof ApiProblem ? (register.error.problem.faults ?? []) : [];
  const faults = isChecked ? [...(judged.ok ? told : judged.faults)] : [];
  function send() {
    setChecked(true);
    if (judged.ok) register.mutate({ body });
  }
  return (
    <>
      <p className="quiet">{say(rules.scope)}</p>
      <FaultSummary
        faults={faults}
        where={(pointer) => {
          const name = placeName(pointer);
          return name && say(name);
        }}
      />
      {told.length === 0 && <ProblemAlert error={register.error} />}
      <FilingFields
        draft={draft}
        rules={rules}
        change={change}
        faultsAt={(at) =>
          faults
            .filter(({ pointer }) => pointer === at || pointer.startsWith(`${at}/`))
            .map((fault) => say(fault))
        }
      />
      <fieldset>
        <legend>{say({ zh: '申请文件', en: 'Documents of the filing' })}</legend>
        <Upload
          form="pre-examination"
          label={say({ zh: '选择文件', en: 'Choose files' })}
          files={draft.files}
          onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
        />
      </fieldset>
      <div className="bar">
        <Button type="primary" loading={register.isPending} onClick={send}>
          {say({ zh: '提交预审', en: 'Send it' })}
        </Button>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
