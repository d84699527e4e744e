import { Button } from 'antd';
import { useText } from '../language.tsx';
import type { Uploading } from './use-uploads.ts';

interface Props {
  readonly file: Uploading;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** A file that is not there yet: how far it is, that it is being scanned, or why it was refused. */
export function UploadRow({ file: { name, percent, isScanning, refusal }, onRetry, onRemove }: Props) {
  const say = useText();
  const mayBeRemoved = isScanning || refusal !== undefined;
  return (
    <li>
      <span>{name}</span>
      {refusal && <span className="fault">{say(refusal)}</span>}
      {isScanning && (
        <span role="status">
          {say({
            zh: '正在扫描恶意软件，通过后才能随表提交…',
            en: 'Being scanned for malware; it goes with the form once it is clean…',
          })}
        </span>
      )}
      {!mayBeRemoved && <progress value={percent} max={100} aria-label={name} />}
      {refusal && (
        <Button size="small" onClick={onRetry}>
          {say({ zh: '重试', en: 'Try again' })}
        </Button>
      )}
      {mayBeRemoved && (
        <Button size="small" onClick={onRemove}>
          {say({ zh: '移除', en: 'Remove' })} <span className="unseen">{name}</span>
        </Button>
      )}
    </li>
  );
}
