import Table from 'cli-table3';
import type { Spread } from './spread.ts';

/** One measured figure, with what it is to reach. */
export interface Figure {
  readonly subject: string;
  readonly name: string;
  readonly spread: Spread;
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

export function tableOf(figures: readonly Figure[]): string {
  const table = new Table({
    head: ['', 'figure', 'min', 'median', 'max', 'to reach', 'reached'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  let subject = '';
  for (const figure of figures) {
    const { min, median, max } = figure.spread;
    const heading = figure.subject === subject ? '' : figure.subject;
    table.push([heading, figure.name, min, median, max, targetText(figure), reachedText(figure)]);
    subject = figure.subject;
  }
  return table.toString();
}

function targetText({ target }: Figure): string {
  if (target === undefined) return '';
  return 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
}

/** By the median, or else by the best round alone. */
function reachedText({ target, spread }: Figure): string {
  if (target === undefined) return '';
  const reaches = (value: number): boolean =>
    'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
  if (reaches(spread.median)) return 'yes';
  return reaches('atLeast' in target ? spread.max : spread.min) ? 'best round' : 'no';
}
