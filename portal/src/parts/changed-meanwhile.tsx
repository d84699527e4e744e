import { Alert, Button } from 'antd';
import { useText } from '../language.tsx';
import type { Fields } from './use-fields.ts';

/** That somebody else changed what a draft changes: it is not sent before its writer chose. */
export function ChangedMeanwhile({ form: { isOutdated, discard, standByIt } }: { readonly form: Fields }) {
  const say = useText();
  if (!isOutdated) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={say({
        zh: '您填写期间，这里的内容已被他人更改。下方是您尚未保存的草稿。',
        en: 'Somebody else changed this while you were writing. Below is your draft, which is not saved.',
      })}
      action={
        <span className="row tight">
          <Button size="small" onClick={discard}>
            {say({ zh: '放弃草稿，查看现行内容', en: 'Discard it and see what stands' })}
          </Button>
          <Button size="small" onClick={standByIt}>
            {say({ zh: '保留我的草稿', en: 'Keep my draft' })}
          </Button>
        </span>
      }
    />
  );
}
