import { CheckPatentsFile } from '../../workflows/patent-funding/routes.ts';
import { judgePatents } from '../../workflows/patent-funding/rules/patent-faults.ts';
import { APPLICATION_COLUMNS } from '../../workflows/patent-funding/table/application-columns.ts';
import { relocatedFaults } from '../../workflows/shared/table/relocated-faults.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { readTable } from '../shared/spreadsheet/read-table.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';
import { faultyWorkbook } from './table/faulty-workbook.ts';

type Contract = typeof CheckPatentsFile;

/** Judges a file of patents as an application with it would be, and gives it back with what is wrong beside each line. */
export async function checkPatentsFile(
  { body: { programmeId, patentsFile } }: RouteInput<Contract>,
  { now, programmes }: Pick<FundingServices, 'now' | 'programmes'>,
): Promise<RouteReply<Contract>> {
  const todayOn = localDateOf(now());
  const programme = await programmes.inEffect(programmeId, todayOn);
  const table = await readTable(patentsFile, APPLICATION_COLUMNS);
  if (table.rows.length === 0) throw refusedForFaults(inFile(table.faults));
  const patents = table.lines.map(({ candidate }) => candidate);
  const judged = judgePatents(patents, { todayOn, maximumPatents: programme?.maximumPatents });
  const faults = relocatedFaults(judged.ok ? [] : judged.faults, table, APPLICATION_COLUMNS, '/patents');
  return {
    body: await faultyWorkbook(table, faults),
    headers: {
      'content-disposition': 'attachment; filename="patents-checked.xlsx"',
      'fault-count': String(faults.length),
    },
  };
}

const inFile = (faults: readonly { pointer: string; code: string; zh: string; en: string }[]) =>
  faults.map((fault) => ({ ...fault, pointer: `/patentsFile${fault.pointer}` }));

export const handler = route(CheckPatentsFile, checkPatentsFile, fundingServices);
