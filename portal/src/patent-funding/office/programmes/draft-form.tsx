import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Programme } from '../../../../../workflows/patent-funding/programme.ts';
import { DraftProgramme } from '../../../../../workflows/patent-funding/programmes/routes.ts';
import { shaped } from '../../../../../workflows/shared/shape-faults.ts';
import { ApiProblem } from '../../../api/client.ts';
import { useAction } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { DraftState } from '../../../parts/draft-state.tsx';
import { FaultSummary } from '../../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { ClauseFields } from './clause-fields.tsx';
import { isProgrammeDraft, type ProgrammeDraft, programmeOf } from './draft.ts';
import { FastLaneFields } from './fast-lane-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { MoneyFields } from './money-fields.tsx';
import { placeName } from './place-name.ts';
import { TimeFields } from './time-fields.tsx';

interface Props {
  /** Under which it is kept on this device. */
  readonly name: string;
  readonly initial: ProgrammeDraft;
  readonly isNew: boolean;
}

/** Everything that a programme decides by. It is kept on this device until it is saved; nothing holds until it is published. */
export function DraftForm({ name, initial, isNew }: Props) {
  const say = useText();
  const navigate = useNavigate();
  const first = useCallback(() => initial, [initial]);
  const { draft, change, discard, isKept } = useDraft<ProgrammeDraft>(name, first, isProgrammeDraft);
  const [isChecked, setChecked] = useState(false);
  const save = useAction(DraftProgramme, ({ programmeId }) => {
    discard();
    void navigate(`/office/patents/programmes/${programmeId}`);
  });
  const judged = useMemo(() => shaped(Programme, programmeOf(draft)), [draft]);
  const told = save.error instanceof ApiProblem ? (save.error.problem.faults ?? []) : [];
  const faults = isChecked ? [...(judged.ok ? [] : judged.faults), ...told] : [];
  const faultsAt = (pointer: string) =>
    faults.filter((one) => one.pointer === pointer).map((one) => say(one));
  function send() {
    setChecked(true);
    if (!judged.ok) return scrollTo({ top: 0 });
    const { programmeId, version } = judged.value;
    save.mutate({ params: { programmeId, version }, body: judged.value });
  }
  const set = (next: Partial<ProgrammeDraft>) => {
    // What the platform said of the draft that was sent need not be true of the changed one.
    if (save.error) save.reset();
    change((before) => ({ ...before, ...next }));
  };
  const parts = { draft, set, faultsAt };
  return (
    <>
      <FaultSummary faults={faults} where={(pointer) => placeName(pointer, say)} />
      {told.length === 0 && <ProblemAlert error={save.error} />}
      <IdentityFields {...parts} isNew={isNew} />
      <MoneyFields {...parts} />
      <TimeFields {...parts} />
      <FastLaneFields {...parts} />
      <ClauseFields {...parts} />
      <div className="bar">
        <Button type="primary" loading={save.isPending} onClick={send}>
          {say({ zh: '保存草稿', en: 'Save the draft' })}
        </Button>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
