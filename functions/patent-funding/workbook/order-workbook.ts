import writeExcelFile from 'write-excel-file/node';
import type { OrderFile, PaymentOrder } from '../../../workflows/patent-funding/payment/contract.ts';
import { type SheetColumn, sheetOf } from '../../shared/workbook/columns.ts';
import { yuanCell } from './yuan-cell.ts';

const ORDERS: readonly SheetColumn<PaymentOrder>[] = [
  { heading: '拨付单号', width: 18, cell: ({ orderNumber }) => orderNumber },
  { heading: '办件号', width: 18, cell: ({ caseNumber }) => caseNumber },
  { heading: '收款单位', width: 34, cell: ({ payee }) => payee.name },
  { heading: '统一社会信用代码', width: 22, cell: ({ payee }) => payee.uscc },
  { heading: '开户银行', width: 30, cell: ({ account }) => account.bank },
  // Text: a number of more than fifteen digits would lose its last ones.
  { heading: '账号', width: 26, cell: ({ account }) => account.number },
  { heading: '金额（元）', width: 14, cell: ({ amountFen }) => yuanCell(amountFen) },
  { heading: '金额（分）', width: 14, cell: ({ amountFen }) => amountFen },
  { heading: '专利件数', width: 10, cell: ({ patentCount }) => patentCount },
  { heading: '下达时间', width: 22, cell: ({ orderedAt }) => orderedAt.slice(0, 16).replace('T', ' ') },
];

interface Sum {
  readonly name: string;
  readonly value: string | number;
}

const SUMS: readonly SheetColumn<Sum>[] = [
  { heading: '校验项', width: 26, cell: ({ name }) => name },
  { heading: '值', width: 70, cell: ({ value }) => value },
];

/** The order file as a workbook of Chinese offices: the orders, and the sums by which both sides see that they hold the same. */
export function orderWorkbook({ orders, control, madeAt }: OrderFile): Promise<Buffer> {
  const sums: Sum[] = [
    { name: '生成时间', value: madeAt },
    { name: '笔数', value: control.count },
    { name: '合计（元）', value: yuanCell(control.totalFen) },
    { name: '合计（分）', value: control.totalFen },
    { name: '账号校验和（末18位）', value: control.accountSum },
    { name: 'SHA-256（规范 JSON）', value: control.sha256 },
  ];
  return writeExcelFile([sheetOf('待拨付', ORDERS, orders), sheetOf('校验', SUMS, sums)]).toBuffer();
}
