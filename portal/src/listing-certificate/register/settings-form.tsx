import { Button, InputNumber } from 'antd';
import type { LegalField } from '../../../../workflows/listing-certificate/catalogue.ts';
import {
  RegisterSettings,
  type RegisterSettings as Settings,
} from '../../../../workflows/listing-certificate/register/contract.ts';
import { ChangeRegisterSettings } from '../../../../workflows/listing-certificate/register/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { Checks } from '../../parts/checks.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { Field } from '../../parts/field.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useFields } from '../../parts/use-fields.ts';

interface Props {
  readonly settings: Settings;
  readonly version: number;
  readonly fields: readonly LegalField[];
}

const MOST_DAYS = RegisterSettings.shape.maximumAgeDays.maxValue ?? 0;

/** Of which fields a clean result goes out at once, without an officer. */
export function SettingsForm({ settings, version, fields }: Props) {
  const say = useText();
  const form = useFields('register-settings', settings);
  const { fields: draft, set } = form;
  const save = useAction(ChangeRegisterSettings, form.discard);
  return (
    <section className="panel">
      <h2>{say({ zh: '无记录时直接出具', en: 'A clean result goes out at once' })}</h2>
      <ChangedMeanwhile form={form} />
      <Checks
        label={say({
          zh: '勾选的领域没有匹配记录时不经经办人直接答复；有记录的一律由经办人处理。',
          en: 'Fields without a matching record are answered without an officer; whatever has one goes to an officer.',
        })}
        chosen={draft.fieldsByRecord}
        options={fields.map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={(fieldsByRecord) => set({ fieldsByRecord })}
      />
      <Field
        label={say({
          zh: '记录库最多可早于核查期末（天）',
          en: 'The register may end before the period by days',
        })}
        help={say({
          zh: '0 表示记录库必须覆盖到核查期最后一天',
          en: '0: it must reach the last day of the period',
        })}
      >
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={MOST_DAYS}
            value={draft.maximumAgeDays}
            onChange={(days) => set({ maximumAgeDays: days ?? 0 })}
          />
        )}
      </Field>
      <ProblemAlert error={save.error} />
      <p className="row">
        <Button
          type="primary"
          disabled={form.isOutdated}
          loading={save.isPending}
          onClick={() => save.mutate({ version, body: draft })}
        >
          {say({ zh: '保存选择', en: 'Save the choice' })}
        </Button>
        <span className="quiet">
          {say({ zh: '对此后受理的办件生效', en: 'Holds for cases planned from now on' })}
        </span>
        <DraftState isKept={form.isKept} discard={form.discard} />
      </p>
    </section>
  );
}
