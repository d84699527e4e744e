import writeExcelFile from 'write-excel-file/node';
import {
  REGISTER_COLUMNS,
  type RegisterColumn,
} from '../../workflows/listing-certificate/register/columns.ts';
import { usccCheckCharacter } from '../../workflows/shared/identifiers.ts';

export const RECORDS_OF_AN_ENTITY = 4;

/** Codes of invented entities; the first of them have records. */
export function entityCode(index: number): string {
  const first17 = `91500112LJB${String(index).padStart(6, '0')}`;
  return first17 + usccCheckCharacter(first17);
}

/** Lines of a register, the heading first: four records of each entity, as long as they commonly are. */
export function registerRows(count: number): string[][] {
  const cells = (index: number): Record<RegisterColumn, string> => ({
    uscc: entityCode(Math.floor(index / RECORDS_OF_AN_ENTITY)),
    fieldId: '税务',
    behaviour: index % 2 === 0 ? '行政处罚（普通程序）' : '行政处罚（简易程序）',
    documentNumber: `测试税罚〔2024〕${index}号`,
    decidedOn: `2024-${String((index % 12) + 1).padStart(2, '0')}-15`,
    authority: '测试税务局（虚构）',
    behaviourKind: '未按照规定的期限办理纳税申报和报送纳税资料（虚构）',
    outcome: '责令限期改正，处以罚款人民币贰佰元整；当事人已按期缴纳罚款并完成整改（虚构）',
    repaired: '是',
  });
  const lines = Array.from({ length: count }, (_, index) => Object.values(cells(index)));
  return [Object.values(REGISTER_COLUMNS), ...lines];
}

export function csvFile(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));
}

export async function xlsxFile(rows: readonly (readonly string[])[]): Promise<Buffer> {
  return writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
}
