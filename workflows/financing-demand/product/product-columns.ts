import { type Cell, type Column, READ } from '../../shared/table/column.ts';

/** An interest rate in percent, as basis points: 3.45 is 345. */
function percent(text: string): Cell {
  const [, whole, cents = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(text.replaceAll(/\s/g, '')) ?? [];
  if (whole !== undefined) return { value: Number(whole) * 100 + Number(cents.padEnd(2, '0')) };
  return wrong('cell-percent', '应为百分数，最多两位小数', 'A percentage with two decimals at the most');
}

function months(text: string): Cell {
  if (/^\d{1,3}$/.test(text)) return { value: Number(text) };
  return wrong('cell-months', '应为月数', 'A number of months');
}

const wrong = (code: string, zh: string, en: string): Cell => ({ wrong: { code, zh, en } });

/** Columns of a file of products: the properties of {@link Product}. Ids are those of the catalogue. */
export const PRODUCT_COLUMNS: readonly Column[] = [
  { field: 'productId', headings: ['产品编号'], read: READ.text },
  { field: 'name', headings: ['产品名称'], read: READ.text },
  { field: 'facility', headings: ['融资类型'], read: READ.text },
  { field: 'amountFromFen', headings: ['最低额度（元）'], read: READ.yuan },
  { field: 'amountToFen', headings: ['最高额度（元）'], read: READ.yuan },
  { field: 'termMonthsFrom', headings: ['最短期限（月）'], read: months },
  { field: 'termMonthsTo', headings: ['最长期限（月）'], read: months },
  { field: 'rateFromBasisPoints', headings: ['最低年利率（%）'], read: percent },
  { field: 'regions', headings: ['办理区域代码'], optional: true, read: READ.list },
  { field: 'industries', headings: ['面向行业'], optional: true, read: READ.list },
  { field: 'ladderLevels', headings: ['面向培育层级'], optional: true, read: READ.list },
  { field: 'securities', headings: ['担保方式'], optional: true, read: READ.list },
  { field: 'firstLoan', headings: ['接受首贷'], read: READ.yesNo },
];
