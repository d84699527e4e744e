import writeExcelFile from 'write-excel-file/node';
import type { Product, ProductCatalogue } from '../../../workflows/financing-demand/product/contract.ts';
import { PRODUCT_COLUMNS } from '../../../workflows/financing-demand/product/product-columns.ts';
import type { Column } from '../../../workflows/shared/table/column.ts';
import { type SheetColumn, sheetOf } from '../../shared/workbook/columns.ts';

/** The products as a table that can be filled in and sent back: each cell reads as what it was. */
export function productSheet({ products }: ProductCatalogue): Promise<Buffer> {
  const sheet = sheetOf('产品目录', PRODUCT_COLUMNS.map(sheetColumn), products);
  return writeExcelFile([sheet]).toBuffer();
}

function sheetColumn({ field, headings: [heading] }: Column): SheetColumn<Product> {
  return { heading, width: 18, cell: (product) => cellOf(field, product[field as keyof Product]) };
}

function cellOf(field: string, value: Product[keyof Product]): string | number {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join('；');
  // Fen and basis points are both hundredths of what people write.
  return field.endsWith('Fen') || field.endsWith('BasisPoints') ? Number(value) / 100 : Number(value);
}
