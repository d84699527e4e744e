import { Checkbox, Input } from 'antd';
import { useText } from '../../language.tsx';

interface Props {
  readonly number: string;
  /** Why it is left out; undefined where it stays. */
  readonly why: string | undefined;
  readonly onChange: (why: string | undefined) => void;
}

/** Leaves one patent out of the grant, with the reason the applicant reads. */
export function ExcludeCell({ number, why, onChange }: Props) {
  const say = useText();
  const isOut = why !== undefined;
  return (
    <div>
      <Checkbox
        className="unbroken"
        checked={isOut}
        onChange={({ target }) => onChange(target.checked ? '' : undefined)}
      >
        {say({ zh: '不予资助', en: 'Leave out' })} <span className="unseen">{number}</span>
      </Checkbox>
      {isOut && (
        <Input
          aria-label={say({ zh: '{number} 不予资助的理由', en: 'Why {number} is left out' }, { number })}
          aria-invalid={why.trim() === '' || undefined}
          placeholder={say({ zh: '理由（申请企业可见）', en: 'Reason, which the applicant reads' })}
          maxLength={1000}
          value={why}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  );
}
