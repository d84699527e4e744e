import { Tag } from 'antd';
import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import { useText } from '../language.tsx';

/** Whether a patent passed; if not, every rule it fails with its clause. */
export function PatentFinding({ row: { failed, excluded } }: { readonly row: PatentRow }) {
  const say = useText();
  if (failed === undefined) return <span className="quiet">{say({ zh: '待核查', en: 'Not yet' })}</span>;
  if (failed.length === 0 && !excluded) return <Tag color="success">{say({ zh: '符合', en: 'Passed' })}</Tag>;
  return (
    <div className="finding">
      <Tag color="error">
        {excluded ? say({ zh: '审核排除', en: 'Left out' }) : say({ zh: '不符合', en: 'Failed' })}
      </Tag>
      <ul>
        {excluded && <li>{say(excluded)}</li>}
        {failed.map(({ ruleId, clause, zh, en }) => (
          <li key={ruleId}>
            <span className="quiet">{clause}</span> {say({ zh, en })}
          </li>
        ))}
      </ul>
    </div>
  );
}
