import { useMemo } from 'react';
import type { FinancingFigures } from '../../../../workflows/financing-demand/report/figures.ts';
import { ShowDemandCatalogue } from '../../../../workflows/financing-demand/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { BarFigure } from '../../statistics/bar-figure.tsx';

type Refusal = FinancingFigures['refusalsByReason'][number];

/** Why institutions refused, the most frequent reason first. */
export function Refusals({ figures: { refusalsByReason } }: { readonly figures: FinancingFigures }) {
  const say = useText();
  const { data } = useRoute(ShowDemandCatalogue, {});
  const name = useMemo(() => {
    const known = new Map(data?.answers.refusalReasons.map((reason) => [reason.code, say(reason.name)]));
    return ({ reason }: Refusal) => known.get(reason) ?? reason;
  }, [data, say]);
  const series = useMemo(
    () => [{ name: say({ zh: '次数', en: 'Refusals' }), value: ({ count }: Refusal) => count }],
    [say],
  );
  return (
    <BarFigure
      title={say({ zh: '拒绝原因', en: 'Why refused' })}
      head={say({ zh: '原因', en: 'Reason' })}
      rows={refusalsByReason}
      name={name}
      series={series}
      empty={say({ zh: '这段时间没有拒绝', en: 'Nothing was refused in these months' })}
    />
  );
}
