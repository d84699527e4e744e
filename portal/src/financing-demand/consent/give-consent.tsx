import { Button } from 'antd';
import { useState } from 'react';
import { GiveConsent } from '../../../../workflows/financing-demand/change/routes.ts';
import { ShowDemandCatalogue } from '../../../../workflows/financing-demand/routes.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction, useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { useNow } from '../../parts/use-now.ts';
import { ConsentEditor } from './consent-editor.tsx';
import { consentOf, isConsent, newConsent } from './draft.ts';

/** More consent for a demand that stands. */
export function GiveConsentPanel({ demandId }: { readonly demandId: string }) {
  const say = useText();
  const todayOn = localDateOf(useNow());
  const { data: rules } = useRoute(ShowDemandCatalogue, {});
  const { fields, set, discard, isKept } = useFields(`consent.${demandId}`, newConsent(todayOn), isConsent);
  const [isOpen, setOpen] = useState(isKept);
  const close = () => {
    setOpen(false);
    discard();
  };
  const give = useAction(GiveConsent, close);
  const told = give.error instanceof ApiProblem ? (give.error.problem.faults ?? []) : [];
  if (!isOpen || !rules) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{say({ zh: '追加授权', en: 'Give more consent' })}</Button>
      </p>
    );
  }
  return (
    <fieldset>
      <legend>{say({ zh: '追加授权', en: 'More consent' })}</legend>
      <ConsentEditor
        consent={fields}
        rules={rules}
        todayOn={todayOn}
        change={set}
        faultsAt={(pointer) => told.filter((one) => one.pointer === pointer).map((one) => say(one))}
      />
      <ProblemAlert error={give.error} />
      <p className="row">
        <Button
          type="primary"
          loading={give.isPending}
          onClick={() => give.mutate({ params: { demandId }, body: consentOf(fields) })}
        >
          {say({ zh: '确认授权', en: 'Give this consent' })}
        </Button>
        <Button onClick={close}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </fieldset>
  );
}
