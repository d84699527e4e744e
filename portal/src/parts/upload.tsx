import { Button } from 'antd';
import { useId } from 'react';
import type { CaseAttachment } from '../../../workflows/shared/attachments/attachment.ts';
import { ShowAttachmentLimits } from '../../../workflows/shared/attachments/routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { useWhoever } from '../session/who.ts';
import { useUploads } from './use-uploads.ts';

export type UploadedFile = Pick<CaseAttachment, 'attachmentId' | 'name'>;

interface Props {
  /** The form they are for, as its draft is called. */
  readonly form: string;
  readonly label: string;
  readonly help: string;
  readonly files: readonly UploadedFile[];
  readonly onChange: (change: (before: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
}

/** Files on their way to a case: each with its progress, why it was refused, a second try, and a way to leave it out again. */
export function Upload({ form, label, help, files, onChange }: Props) {
  const say = useText();
  const id = useId();
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
        accept=".pdf,.png,.jpg,.jpeg"
        onChange={(event) => {
          for (const file of event.target.files ?? []) void start(file);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="file-button">
        {label}
      </label>
      <span className="help">
        {help}
        <Largest />
      </span>
      <ul className="files" aria-live="polite">
        {files.map(({ attachmentId, name }) => (
          <li key={attachmentId}>
            <span>✓ {name}</span>
            <Button
              size="small"
              onClick={() => onChange((before) => before.filter((one) => one.attachmentId !== attachmentId))}
            >
              {say({ zh: '移除', en: 'Remove' })} <span className="unseen">{name}</span>
            </Button>
          </li>
        ))}
        {uploads.map(({ key, name, percent, refusal }) => (
          <li key={key}>
            <span>{name}</span>
            {refusal ? (
              <>
                <span className="fault">{say(refusal)}</span>
                <Button size="small" onClick={() => retry(key)}>
                  {say({ zh: '重试', en: 'Try again' })}
                </Button>
                <Button size="small" onClick={() => forget(key)}>
                  {say({ zh: '移除', en: 'Remove' })}
                </Button>
              </>
            ) : (
              <progress value={percent} max={100} aria-label={name} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How large a file may be, by the rules of the platform: of those who are signed in, or of anybody. */
function Largest() {
  const say = useText();
  const isAnybody = useWhoever() === undefined;
  const { data } = useRoute(ShowAttachmentLimits, {});
  if (!data) return null;
  const { maximumBytes } = isAnybody ? data.fromAnybody : data;
  return say(
    { zh: '；每份不超过 {n} MB', en: '; each up to {n} MB' },
    { n: Math.floor(maximumBytes / BYTES_PER_MB) },
  );
}

const BYTES_PER_MB = 1024 ** 2;
