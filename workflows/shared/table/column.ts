import type { Bilingual } from '../bilingual.ts';
import { localDateIn } from '../cell-date.ts';

/** What a cell means: a value, nothing, or why it means nothing. */
export type Cell = { readonly value: unknown } | { readonly wrong: Bilingual & { readonly code: string } };

/** One column of a table that people fill in: what it is called and what a cell of it means. */
export interface Column {
  /** The property it becomes. */
  readonly field: string;
  /** The first is what we call it; the others are other people's names for it. */
  readonly headings: readonly [string, ...string[]];
  /** May be left out of the file. */
  readonly optional?: true;
  readonly read: (text: string) => Cell;
}

const wrong = (code: string, zh: string, en: string): Cell => ({ wrong: { code, zh, en } });

export const READ = {
  text: (text: string): Cell => ({ value: text }),
  date(text: string): Cell {
    const on = localDateIn(text);
    if (on !== undefined) return { value: on };
    return wrong('cell-date', '日期不正确，应为 2025-01-31 的形式', 'Not a date: write it as 2025-01-31');
  },
  /** An amount in yuan, in fen: nothing is rounded. */
  yuan(text: string): Cell {
    const [, whole, cents = ''] =
      /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，¥￥\s]/g, '')) ?? [];
    if (whole !== undefined) return { value: Number(whole) * 100 + Number(cents.padEnd(2, '0')) };
    return wrong(
      'cell-yuan',
      '应为金额（元），最多两位小数',
      'An amount in yuan with two decimals at the most',
    );
  },
  yesNo(text: string): Cell {
    if (/^(是|已放弃|true|yes)$/i.test(text)) return { value: true };
    if (/^(否|未放弃|false|no)$/i.test(text)) return { value: false };
    return wrong('cell-yes-no', '应填“是”或“否”', 'Write yes or no');
  },
  /** Several in one cell. */
  list: (text: string): Cell => ({
    value: text
      .split(/[;；、|\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  }),
} as const;
