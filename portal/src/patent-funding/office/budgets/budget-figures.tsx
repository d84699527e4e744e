import { useCallback, useMemo } from 'react';
import type { BudgetReport } from '../../../../../workflows/patent-funding/ledger/routes.ts';
import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import { useText } from '../../../language.tsx';
import { BarFigure } from '../../../statistics/bar-figure.tsx';
import { KIND, LANE, LEVEL } from '../../words.ts';
import { fenSeries } from './fen-series.ts';
import { useIndustryName } from './use-industry-name.ts';

type Share = BudgetReport['levels'][number];
type Patents = BudgetReport['ipc'][number];
type Name = (id: string) => string;

const PAID: Bilingual = { zh: '已支出（元）', en: 'Spent (yuan)' };

/** Where the money of a budget went: by lane, level and enterprise; by IPC class, industry and kind of patent. */
export function BudgetFigures({ report }: { readonly report: BudgetReport }) {
  const say = useText();
  const industry = useIndustryName(report.account.programmeId);
  const word = useCallback(
    (words: Readonly<Record<string, Bilingual>>): Name =>
      (id) =>
        words[id] ? say(words[id]) : id,
    [say],
  );
  const itself = useCallback((id: string) => id, []);
  return (
    <>
      <Shares title={{ zh: '按通道', en: 'By lane' }} rows={report.lanes} name={word(LANE)} />
      <Shares title={{ zh: '按梯度培育', en: 'By ladder level' }} rows={report.levels} name={word(LEVEL)} />
      <Shares title={{ zh: '按企业', en: 'By enterprise' }} rows={report.enterprises} name={itself} />
      <PatentFigure title={{ zh: '按专利类型', en: 'By kind' }} rows={report.kinds} name={word(KIND)} />
      {report.kinds.length > 0 && (
        <>
          <PatentFigure title={{ zh: '按 IPC 大类', en: 'By IPC class' }} rows={report.ipc} name={itself} />
          <PatentFigure
            title={{ zh: '按产业', en: 'By industry' }}
            rows={report.industries}
            name={industry}
          />
        </>
      )}
    </>
  );
}

interface FigureProps<Row> {
  readonly title: Bilingual;
  readonly rows: readonly Row[];
  readonly name: Name;
}

function Shares({ title, rows, name }: FigureProps<Share>) {
  const say = useText();
  const series = useMemo(
    () => [
      fenSeries<Share>(say, PAID, ({ spentFen }) => spentFen),
      fenSeries<Share>(say, { zh: '已预留（元）', en: 'Reserved (yuan)' }, ({ reservedFen }) => reservedFen),
    ],
    [say],
  );
  return (
    <BarFigure
      title={say(title)}
      head={say({ zh: '名称', en: 'Name' })}
      rows={rows}
      name={(row) => name(row.name)}
      series={series}
      stacked
      empty={say({ zh: '还没有支出', en: 'Nothing was spent yet' })}
    />
  );
}

function PatentFigure({ title, rows, name }: FigureProps<Patents>) {
  const say = useText();
  const series = useMemo(
    () => [{ name: say({ zh: '专利（件）', en: 'Patents' }), value: ({ patents }: Patents) => patents }],
    [say],
  );
  const paid = useMemo(() => fenSeries<Patents>(say, PAID, ({ spentFen }) => spentFen), [say]);
  return (
    <BarFigure
      title={say(title)}
      head={say({ zh: '名称', en: 'Name' })}
      rows={rows}
      name={(row) => name(row.name)}
      series={series}
      further={paid}
      empty={say({ zh: '还没有支出', en: 'Nothing was spent yet' })}
    />
  );
}
