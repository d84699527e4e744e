import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Programme } from '../../../../workflows/patent-funding/programme.ts';
import { SubmitFundingApplication } from '../../../../workflows/patent-funding/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Upload } from '../../parts/upload.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useWho } from '../../session/who.ts';
import { type Draft, isDraft, newDraft } from './draft.ts';
import { PartyFields } from './party-fields.tsx';
import { PatentsEditor } from './patents-editor.tsx';
import { placeName } from './place-name.ts';
import { ProgrammeField } from './programme-field.tsx';
import { useFaults } from './use-faults.ts';

interface Props {
  readonly programmes: readonly [Programme, ...Programme[]];
}

/** One page: the programme, the account, the patents. What is wrong is shown where it is, once one has tried to send. */
export function ApplicationForm({ programmes }: Props) {
  const say = useText();
  const who = useWho();
  const navigate = useNavigate();
  const first = programmes[0].programmeId;
  const initial = useCallback(() => newDraft(who, first), [who, first]);
  const { draft, change: keep, discard, isKept } = useDraft<Draft>('patent-funding', initial, isDraft);
  const submit = useAction(SubmitFundingApplication, ({ caseId }) => {
    discard();
    void navigate(`/cases/${caseId}`);
  });
  const [isChecked, setChecked] = useState(false);
  const programme = programmes.find(({ programmeId }) => programmeId === draft.programmeId);
  const { table, body, faults } = useFaults(draft, programme?.maximumPatents, submit.error);
  const shown = isChecked ? faults : [];
  const faultsAt = (pointer: string) => shown.filter((one) => one.pointer === pointer).map((one) => say(one));

  function change(next: (before: Draft) => Draft) {
    // What the platform said of the application that was sent need not be true of the changed one.
    if (submit.error) submit.reset();
    keep(next);
  }
  function send() {
    setChecked(true);
    if (faults.length > 0) scrollTo({ top: 0 });
    else submit.mutate({ body });
  }
  return (
    <>
      <FaultSummary faults={shown} where={(pointer) => placeName(pointer, say)} />
      {shown.length === 0 && <ProblemAlert error={submit.error} />}
      <ProgrammeField
        programmes={programmes}
        chosen={programme}
        faults={faultsAt('/programmeId')}
        onChoose={(programmeId) => change((before) => ({ ...before, programmeId }))}
      />
      <PartyFields draft={draft} change={change} faultsAt={faultsAt} />
      <PatentsEditor
        rows={draft.rows}
        table={table}
        faults={shown}
        programmeId={draft.programmeId}
        onChange={(next) => change((before) => ({ ...before, rows: [...next(before.rows)] }))}
      />
      <fieldset>
        <legend>
          {say({ zh: '附件（缴费票据等，可选）', en: 'Files: receipts and the like (optional)' })}
        </legend>
        <Upload
          form="patent-funding"
          label={say({ zh: '选择文件', en: 'Choose files' })}
          help={say({ zh: '最多 50 个', en: 'at most 50' })}
          files={draft.files}
          onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
        />
      </fieldset>
      <div className="bar">
        <Button type="primary" loading={submit.isPending} onClick={send}>
          {say({ zh: '提交申请', en: 'Send the application' })}
        </Button>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
