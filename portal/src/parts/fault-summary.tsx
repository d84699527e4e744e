import { Alert } from 'antd';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { useText } from '../language.tsx';

/** All that is wrong in a form or a step of it, read out at once; each stands at its place, too. */
export function FaultSummary({ faults }: { readonly faults: readonly Fault[] }) {
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
            <li key={`${fault.pointer} ${fault.code}`}>{say(fault)}</li>
          ))}
        </ul>
      }
    />
  );
}
