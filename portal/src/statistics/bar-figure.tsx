import { type ReactNode, useMemo } from 'react';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import type { BarOption } from './chart.tsx';
import { LazyChart } from './lazy-chart.tsx';

interface Series<Row> {
  readonly name: string;
  readonly value: (row: Row) => number;
  /** As it is written; the number itself unless told. */
  readonly said?: (row: Row) => string;
  /** Where its colour says something: red for what is overdue. */
  readonly color?: string;
}

interface Props<Row> {
  readonly title: string;
  /** What the rows are: 行业. */
  readonly head: string;
  readonly rows: readonly Row[];
  readonly name: (row: Row) => string;
  /** Its name in the table, where that leads further. */
  readonly link?: (row: Row) => ReactNode;
  /** In the table only: of another measure than the bars. */
  readonly further?: Series<Row>;
  /** Kept by the caller as long as it says the same. */
  readonly series: readonly Series<Row>[];
  /** The parts of a whole, one after the other in one bar. */
  readonly stacked?: true;
  /** Why there is nothing. */
  readonly empty?: string;
}

/** Bars, one below the other, beside the table that says the same. */
export function BarFigure<Row>({
  title,
  head,
  rows,
  name,
  link = name,
  series,
  further,
  stacked,
  empty,
}: Props<Row>) {
  const say = useText();
  const names = rows.map(name).join('\n');
  const option = useMemo(
    () => barsOf(names.split('\n'), rows, series, stacked === true),
    [names, rows, series, stacked],
  );
  const bars = rows.length * (stacked ? 1 : series.length);
  const rem = Math.min(36, 5 + bars * 2 + rows.length * 0.75);
  return (
    <section className="panel">
      <h2>{title}</h2>
      <div className={rows.length > 0 ? 'figure' : undefined}>
        {rows.length > 0 && (
          <LazyChart
            option={option}
            label={say(
              { zh: '{title}，数字见旁边的表', en: '{title}; the table beside it says the same' },
              { title },
            )}
            rem={rem}
          />
        )}
        <DataTable
          caption={title}
          rows={rows}
          rowKey={name}
          empty={empty ?? say({ zh: '没有数据', en: 'Nothing yet' })}
          columns={[
            { title: head, cell: link },
            ...[...series, ...(further ? [further] : [])].map(
              ({ name: of, value, said = (row: Row) => String(value(row)) }) => ({
                title: of,
                numeric: true,
                cell: said,
              }),
            ),
          ]}
        />
      </div>
    </section>
  );
}

/** Names of more characters stand in two lines. */
const LONG = 11;

function barsOf<Row>(
  names: readonly string[],
  rows: readonly Row[],
  series: readonly Series<Row>[],
  stacked: boolean,
): BarOption {
  return {
    // Also above a single row of bars: it says what they count.
    legend: { top: 0, itemWidth: 16 },
    tooltip: { trigger: 'axis' },
    grid: { left: 8, right: 24, top: series.length > 2 ? 52 : 36, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { hideOverlap: true } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      ...(names.some((name) => name.length > LONG) && {
        axisLabel: { width: 140, overflow: 'break', lineHeight: 15 },
      }),
    },
    series: series.map(({ name, value, color }) => ({
      type: 'bar',
      name,
      barMaxWidth: 26,
      ...(color && { itemStyle: { color } }),
      data: rows.map(value),
      ...(stacked && { stack: 'whole' }),
    })),
  };
}
