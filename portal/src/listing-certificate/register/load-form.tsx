import { Button } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LegalField } from '../../../../workflows/listing-certificate/catalogue.ts';
import { REGISTER_COLUMNS } from '../../../../workflows/listing-certificate/register/columns.ts';
import type { RegisterHead } from '../../../../workflows/listing-certificate/register/contract.ts';
import { useText } from '../../language.tsx';
import { Checks } from '../../parts/checks.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TemplateButton } from '../../parts/template-button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { useLoad } from './use-load.ts';

interface Props {
  readonly head: RegisterHead | undefined;
  readonly fields: readonly LegalField[];
}

const TEMPLATE_NAME = { zh: '记录库模板.csv', en: 'register.csv' };

/** The next version: a file, the fields of which it holds every record, and from which day to which. */
export function LoadForm({ head, fields }: Props) {
  const say = useText();
  const id = useId();
  const navigate = useNavigate();
  const {
    fields: draft,
    set,
    discard,
  } = useFields('register-load', {
    fieldIds: head?.fieldIds ?? fields.map((field) => field.id),
    fromOn: head?.coverage.fromOn ?? '',
    toOn: '',
  });
  const { fieldIds, ...coverage } = draft;
  const [file, setFile] = useState<File>();
  const load = useLoad((loadId) => {
    discard();
    void navigate(`/desk/register/${loadId}`);
  });
  const isWhole = file && fieldIds.length > 0 && coverage.fromOn && coverage.toOn;
  const day = (name: 'fromOn' | 'toOn', label: string) => (
    <TextField label={label} type="date" value={coverage[name]} onChange={(on) => set({ [name]: on })} />
  );
  return (
    <section className="panel">
      <h2>{say({ zh: '加载新版本', en: 'Load the next version' })}</h2>
      <p className="quiet">
        {say({
          zh: '新版本整体取代现行版本：文件必须包含所选领域在覆盖期间内的全部记录。有一行不合格即整份不加载，并逐行列出原因。',
          en: 'It takes the place of the whole register: the file holds every record of the fields within the coverage. One bad line, and nothing is loaded; every one is listed with its reason.',
        })}
      </p>
      <Checks
        label={say({ zh: '文件覆盖的领域', en: 'Fields it covers' })}
        chosen={fieldIds}
        options={fields.map((field) => ({ value: field.id, label: say(field.name) }))}
        onChange={(chosen) => set({ fieldIds: chosen })}
      />
      <div className="grid">
        {day('fromOn', say({ zh: '覆盖期间自', en: 'Coverage from' }))}
        {day('toOn', say({ zh: '至（含当日）', en: 'to, that day included' }))}
      </div>
      <div className="field">
        <label htmlFor={id}>
          {say({ zh: '文件（CSV 或 XLSX，不超过 64 MB）', en: 'File (CSV or XLSX, up to 64 MB)' })}
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,.xlsx"
          onChange={({ target }) => setFile(target.files?.[0] ?? undefined)}
        />
      </div>
      <ProblemAlert error={load.error} />
      <p className="row">
        <Button
          type="primary"
          loading={load.isPending}
          disabled={!isWhole}
          onClick={() => file && load.mutate({ file, about: { fieldIds: [...fieldIds], coverage } })}
        >
          {say({ zh: '上传并加载', en: 'Send and load' })}
        </Button>
        <TemplateButton name={TEMPLATE_NAME} headings={Object.values(REGISTER_COLUMNS)} />
        {load.isPending && (
          <progress
            value={load.percent}
            max={100}
            aria-label={say({ zh: '上传进度', en: 'How far the file is' })}
          />
        )}
      </p>
    </section>
  );
}
