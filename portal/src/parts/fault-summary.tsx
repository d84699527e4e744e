import { Alert } from 'antd';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { useText } from '../language.tsx';

interface Props {
  readonly faults: readonly Fault[];
  /** What its place is called, where the words of a fault do not say it. */
  readonly where?: (pointer: string) => string | undefined;
}

/** All that is wrong in a form or a step of it, read out at once; each stands at its place, too. */
export function FaultSummary({ faults, where }: Props) {
  const say = useText();
  if (faults.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say({ zh: '有 {n} 处需要修改', en: '{n} things to mend' }, { n: faults.length })}
      description={
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.pointer} ${fault.code}`}>
              {[where?.(fault.pointer), say(fault)].filter(Boolean).join(say({ zh: '：', en: ': ' }))}
            </li>
          ))}
        </ul>
      }
    />
  );
}
