import { useMemo } from 'react';
import type { FinancingFigures } from '../../../../workflows/financing-demand/report/figures.ts';
import { useText } from '../../language.tsx';
import { wan } from '../../parts/money.ts';
import { BarFigure } from '../../statistics/bar-figure.tsx';

interface Props {
  readonly figures: FinancingFigures;
}

interface Step {
  readonly name: string;
  readonly value: number;
}

/** How many demands came how far. */
export function DemandFunnel({ figures }: Props) {
  const say = useText();
  const steps = useMemo(
    (): Step[] => [
      { name: say({ zh: '已推送', en: 'Sent' }), value: figures.demands },
      { name: say({ zh: '已对接', en: 'Taken up' }), value: figures.takenUp },
      { name: say({ zh: '有报价', en: 'Served' }), value: figures.served },
      { name: say({ zh: '已达成', en: 'Financed' }), value: figures.financed },
    ],
    [figures, say],
  );
  const series = useMemo(() => [{ name: say({ zh: '需求数', en: 'Demands' }), value: countOf }], [say]);
  return (
    <BarFigure
      title={say({ zh: '对接漏斗（需求数）', en: 'Funnel of demands' })}
      head={say({ zh: '阶段', en: 'Step' })}
      rows={steps}
      name={nameOf}
      series={series}
    />
  );
}

/** How much of the money that was wanted came how far. */
export function AmountFunnel({ figures }: Props) {
  const say = useText();
  const steps = useMemo(
    (): Step[] => [
      { name: say({ zh: '需求金额', en: 'Wanted' }), value: figures.wantedFen },
      { name: say({ zh: '报价金额', en: 'Offered' }), value: figures.offeredFen },
      { name: say({ zh: '接受金额', en: 'Accepted' }), value: figures.acceptedFen },
      { name: say({ zh: '提款金额', en: 'Drawn' }), value: figures.drawnFen },
    ],
    [figures, say],
  );
  const series = useMemo(
    () => [
      {
        name: say({ zh: '金额（万元）', en: 'Amount (10,000 yuan)' }),
        value: ({ value }: Step) => value / FEN_OF_WAN,
        said: ({ value }: Step) => wan(value),
      },
    ],
    [say],
  );
  return (
    <BarFigure
      title={say({ zh: '金额漏斗', en: 'Funnel of amounts' })}
      head={say({ zh: '阶段', en: 'Step' })}
      rows={steps}
      name={nameOf}
      series={series}
    />
  );
}

const FEN_OF_WAN = 1_000_000;
const nameOf = ({ name }: Step) => name;
const countOf = ({ value }: Step) => value;
