import { Button } from 'antd';
import { useId } from 'react';
import type { ScannerName } from '../../../workflows/shared/attachments/attachment.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { useUploadLimits } from './upload-limits.ts';
import { UploadRow } from './upload-row.tsx';
import type { UploadedFile } from './uploaded-file.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  /** The form they are for, as its draft is called. */
  readonly form: string;
  readonly label: string;
  /** What is to be known beside which files may be sent. */
  readonly help?: string;
  readonly files: readonly UploadedFile[];
  readonly onChange: (change: (before: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
}

const SCANNED: Readonly<Record<ScannerName, Bilingual>> = {
  guardduty: { zh: '已由 Amazon GuardDuty 扫描', en: 'scanned by Amazon GuardDuty' },
  'eicar-stub': {
    zh: '由本机扫描桩 eicar-stub 扫描，只识别 EICAR 测试文件',
    en: 'scanned by the local stub eicar-stub, which knows only the EICAR test file',
  },
  'not-configured': { zh: '未扫描', en: 'not scanned' },
};

/** Files on their way to a case: each with its progress, who scanned it or why it was refused, a second try, and a way to leave it out again. */
export function Upload({ form, label, help, files, onChange }: Props) {
  const say = useText();
  const id = useId();
  const limits = useUploadLimits();
  const { uploads, start, retry, forget } = useUploads(form, (file) =>
    onChange((before) => [...before.filter((one) => one.attachmentId !== file.attachmentId), file]),
  );
  return (
    <div className="field">
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        accept={limits?.accept}
        onChange={(event) => {
          for (const file of event.target.files ?? []) void start(file);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="file-button">
        {label}
      </label>
      <span className="help">{[limits?.words, help].filter(Boolean).join(say({ zh: '；', en: '; ' }))}</span>
      <ul className="files" aria-live="polite">
        {files.map(({ attachmentId, name, scannedBy }) => (
          <li key={attachmentId}>
            <span>✓ {name}</span>
            {scannedBy && <small className="quiet">{say(SCANNED[scannedBy])}</small>}
            <Button
              size="small"
              onClick={() => onChange((before) => before.filter((one) => one.attachmentId !== attachmentId))}
            >
              {say({ zh: '移除', en: 'Remove' })} <span className="unseen">{name}</span>
            </Button>
          </li>
        ))}
        {uploads.map((file) => (
          <UploadRow
            key={file.key}
            file={file}
            onRetry={() => retry(file.key)}
            onRemove={() => forget(file.key)}
          />
        ))}
      </ul>
    </div>
  );
}
