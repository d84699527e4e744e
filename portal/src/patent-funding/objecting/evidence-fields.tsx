import { Button } from 'antd';
import { useText } from '../../language.tsx';
import { Upload } from '../../parts/upload.tsx';
import { NO_EVIDENCE_YET } from './draft.ts';
import { EvidenceItem } from './evidence-item.tsx';
import type { FormProps } from './form-props.ts';

interface Props extends FormProps {
  /** Of the draft, whose files they are. */
  readonly form: string;
}

const AT_MOST = 5;

/** What the objection rests on: where it is read, what it says, or files; one of them at least. */
export function EvidenceFields({ form, draft, change, faultsAt }: Props) {
  const say = useText();
  const faults = [...faultsAt('/evidence'), ...faultsAt('/attachmentIds', 'below')];
  return (
    <fieldset>
      <legend>{say({ zh: '证据（至少一项）', en: 'Evidence (at least one)' })}</legend>
      {draft.evidence.map((_, index) => (
        <EvidenceItem
          // biome-ignore lint/suspicious/noArrayIndexKey: it has nothing else that stays while it is written
          key={index}
          index={index}
          draft={draft}
          change={change}
          faultsAt={faultsAt}
        />
      ))}
      {draft.evidence.length < AT_MOST && (
        <p>
          <Button
            onClick={() =>
              change((before) => ({ ...before, evidence: [...before.evidence, NO_EVIDENCE_YET] }))
            }
          >
            {say({ zh: '添加网址或摘录', en: 'Add an address or what it says' })}
          </Button>
        </p>
      )}
      <Upload
        form={form}
        label={say({ zh: '选择证据文件', en: 'Choose files of evidence' })}
        help={say({
          zh: '最多 5 份；仅供审核单位查看',
          en: 'up to 5; for the reviewers alone',
        })}
        files={draft.files}
        onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
      />
      {faults.length > 0 && <span className="fault">{faults.join('；')}</span>}
    </fieldset>
  );
}
