import type { GivenAnswer } from '../../../../workflows/financing-demand/answer/contract.ts';
import { ShowDemandCatalogue } from '../../../../workflows/financing-demand/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { DraftAnswer } from './answer-draft.ts';

interface Props {
  readonly kind: GivenAnswer['kind'];
  readonly draft: DraftAnswer;
  readonly onChange: (next: Partial<DraftAnswer>) => void;
  readonly faultsAt: (name: string) => readonly string[];
}

/** What has to be told with an answer of a kind. */
export function AnswerFields({ kind, draft, onChange, faultsAt }: Props) {
  const say = useText();
  const { data: rules } = useRoute(ShowDemandCatalogue, {});
  const amount = (
    <TextField
      label={say({ zh: '金额', en: 'Amount' })}
      unit={say({ zh: '万元', en: '10,000 yuan' })}
      value={draft.amount}
      faults={faultsAt('amountFen')}
      onChange={(value) => onChange({ amount: value })}
    />
  );
  if (kind === 'offer') {
    return (
      <>
        {amount}
        <TextField
          label={say({ zh: '年利率', en: 'Yearly rate' })}
          unit="%"
          value={draft.rate}
          faults={faultsAt('rateBasisPoints')}
          onChange={(rate) => onChange({ rate })}
        />
        <TextField
          label={say({ zh: '期限', en: 'Term' })}
          unit={say({ zh: '个月', en: 'months' })}
          value={draft.months}
          faults={faultsAt('termMonths')}
          onChange={(months) => onChange({ months })}
        />
        <TextField
          label={say({ zh: '报价有效期至', en: 'Valid until' })}
          type="date"
          value={draft.on}
          faults={faultsAt('validUntilOn')}
          onChange={(on) => onChange({ on })}
        />
        <TextField
          optional
          label={say({ zh: '附加条件（可不填）', en: 'Conditions (optional)' })}
          rows={2}
          maxLength={1000}
          value={draft.conditions}
          onChange={(conditions) => onChange({ conditions })}
        />
      </>
    );
  }
  if (kind === 'refusal') {
    return (
      <>
        <SelectField
          label={say({ zh: '拒绝原因', en: 'Reason' })}
          value={draft.reason}
          options={[
            { value: '', label: say({ zh: '请选择', en: 'Choose' }) },
            ...(rules?.answers.refusalReasons ?? []).map(({ code, name }) => ({
              value: code,
              label: say(name),
            })),
          ]}
          faults={faultsAt('reason')}
          onChange={(reason) => onChange({ reason })}
        />
        <TextField
          label={say({ zh: '说明（企业可见）', en: 'In words, which the enterprise reads' })}
          rows={3}
          maxLength={1000}
          value={draft.text}
          faults={faultsAt('text')}
          onChange={(text) => onChange({ text })}
        />
      </>
    );
  }
  if (kind !== 'drawn') return null;
  return (
    <>
      {amount}
      <TextField
        label={say({ zh: '提款日期', en: 'Drawn on' })}
        type="date"
        value={draft.on}
        faults={faultsAt('drawnOn')}
        onChange={(on) => onChange({ on })}
      />
    </>
  );
}
