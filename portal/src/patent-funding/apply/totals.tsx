import type { TableLines } from '../../../../workflows/shared/table/table-lines.ts';
import { useText } from '../../language.tsx';
import { yuan } from '../../parts/money.ts';

/** How many patents, and their sums; a cell that is no amount counts as nothing and is shown as a fault. */
export function Totals({ table: { lines } }: { readonly table: TableLines }) {
  const say = useText();
  const sum = (field: string) =>
    lines.reduce((total, { candidate }) => {
      const fen = candidate[field];
      return total + (typeof fen === 'number' ? fen : 0);
    }, 0);
  return (
    <ul className="numbers" aria-live="polite">
      <li>
        {say({ zh: '专利件数', en: 'Patents' })} <b>{lines.length}</b>
      </li>
      <li>
        {say({ zh: '官方费用合计（元）', en: 'Official fees (yuan)' })} <b>{yuan(sum('feesFen'))}</b>
      </li>
      <li>
        {say({ zh: '已获其他资助合计（元）', en: 'Received elsewhere (yuan)' })}{' '}
        <b>{yuan(sum('receivedElsewhereFen'))}</b>
      </li>
    </ul>
  );
}
