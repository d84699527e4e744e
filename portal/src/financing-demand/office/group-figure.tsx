import { useCallback, useMemo } from 'react';
import type { FinancingRow } from '../../../../workflows/financing-demand/report/routes.ts';
import { useText } from '../../language.tsx';
import { BarFigure } from '../../statistics/bar-figure.tsx';

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly FinancingRow[];
}

/** How the demands of each group fared: of so many so many were taken, served, financed. */
export function GroupFigure({ title, head, rows }: Props) {
  const say = useText();
  const name = useCallback((row: FinancingRow) => say(row.name), [say]);
  const series = useMemo(
    () => [
      { name: say({ zh: '推送', en: 'Sent' }), value: ({ demands }: FinancingRow) => demands },
      { name: say({ zh: '对接', en: 'Taken up' }), value: ({ takenUp }: FinancingRow) => takenUp },
      { name: say({ zh: '达成', en: 'Financed' }), value: ({ financed }: FinancingRow) => financed },
    ],
    [say],
  );
  return (
    <BarFigure
      title={title}
      head={head}
      rows={rows}
      name={name}
      series={series}
      empty={say({ zh: '这段时间没有需求', en: 'No demand in these months' })}
    />
  );
}
