import { Button } from 'antd';
import { useText } from '../language.tsx';
import { useWhoever } from '../session/who.ts';

interface Props {
  /** Whether the form differs from an empty one, and so lies on this device. */
  readonly isKept: boolean;
  readonly discard: () => void;
}

/** Whether the form is kept as a draft, and the way to be rid of it. */
export function DraftState({ isKept, discard }: Props) {
  const say = useText();
  const isForTab = useWhoever() === undefined;
  return (
    <span className="row">
      <span className="quiet" role="status">
        {isKept && say(isForTab ? IN_TAB : ON_DEVICE)}
      </span>
      {isKept && (
        <Button type="text" onClick={discard}>
          {say({ zh: '清空草稿', en: 'Discard the draft' })}
        </Button>
      )}
    </span>
  );
}

const ON_DEVICE = { zh: '草稿已保存在本机', en: 'Kept as a draft on this device' };
const IN_TAB = { zh: '草稿保存至关闭本页为止', en: 'Kept as a draft until this tab is closed' };
