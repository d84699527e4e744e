import * as z from 'zod';
import { APPLICATION_COLUMNS } from '../../../workflows/patent-funding/table/application-columns.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { shaped } from '../../../workflows/shared/shape-faults.ts';
import { relocatedFaults } from '../../../workflows/shared/table/relocated-faults.ts';
import { TableFile } from '../../../workflows/shared/table/table-file.ts';
import { readTable } from '../../shared/spreadsheet/read-table.ts';

interface ApplicationBody {
  /** The application with its patents in a list, wherever they came from. */
  readonly body: unknown;
  /** What is wrong with it, from the faults of that list: those of a file at its lines and columns. */
  readonly told: (faults: readonly Fault[]) => Fault[];
}

const WithFile = z.looseObject({ patentsFile: z.unknown().refine((file) => file !== undefined) });
const LIST = '/patents';
const FILE = '/patentsFile';

const BOTH: Fault = {
  pointer: FILE,
  code: 'patents-told-twice',
  zh: '专利清单只能以列表或文件之一提交',
  en: 'The patents come in a list or in a file, not in both',
};

/** Reads the file of an application, if it has one; its lines are judged as a list of patents is. */
export async function readBody(sent: unknown): Promise<ApplicationBody> {
  const { data } = WithFile.safeParse(sent);
  if (data === undefined) return { body: sent, told: (faults) => [...faults] };
  const { patentsFile, ...form } = data;
  const file = shaped(TableFile, patentsFile, FILE);
  const both = 'patents' in form ? [BOTH] : [];
  if (!file.ok) {
    const body = { ...form, patents: [] };
    return { body, told: (faults) => [...faults.filter(isElsewhere), ...both, ...file.faults] };
  }
  const table = await readTable(file.value, APPLICATION_COLUMNS);
  return {
    body: { ...form, patents: table.lines.map(({ candidate }) => candidate) },
    told(faults) {
      const ofList = faults.filter((fault) => !isElsewhere(fault));
      const ofFile = relocatedFaults(ofList, table, APPLICATION_COLUMNS, LIST);
      const placed = ofFile.map((fault) => ({ ...fault, pointer: FILE + fault.pointer }));
      return [...faults.filter(isElsewhere), ...both, ...placed];
    },
  };
}

const isElsewhere = ({ pointer }: Fault) => pointer !== LIST && !pointer.startsWith(`${LIST}/`);
