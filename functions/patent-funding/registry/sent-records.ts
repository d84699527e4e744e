import type * as z from 'zod';
import { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import type { LoadPatentRegister } from '../../../workflows/patent-funding/registry/routes.ts';
import { registerFaults } from '../../../workflows/patent-funding/registry/rules/register-faults.ts';
import { REGISTER_COLUMNS } from '../../../workflows/patent-funding/table/register-columns.ts';
import { type Shaped, shaped } from '../../../workflows/shared/shape-faults.ts';
import { relocatedFaults } from '../../../workflows/shared/table/relocated-faults.ts';
import { readTable } from '../../shared/spreadsheet/read-table.ts';

const LIST = '/records';

/** The records of a load, from its list or its file; or everything that is wrong with any of them. */
export async function sentRecords(
  body: z.output<typeof LoadPatentRegister.body>,
): Promise<Shaped<RegistryRecord[]>> {
  if ('records' in body) {
    const faults = registerFaults(body.records.map(({ number }) => number));
    return faults.length > 0 ? { ok: false, faults } : { ok: true, value: body.records };
  }
  const table = await readTable(body.file, REGISTER_COLUMNS);
  const shapes = table.lines.map(({ candidate }, index) =>
    shaped(RegistryRecord, candidate, `${LIST}/${index}`),
  );
  const ofShape = shapes.flatMap((shape) => (shape.ok ? [] : shape.faults));
  const numbers = table.lines.map(({ candidate: { number } }) =>
    typeof number === 'string' ? number : undefined,
  );
  const ofList = [...ofShape, ...registerFaults(numbers)];
  const faults = relocatedFaults(ofList, table, REGISTER_COLUMNS, LIST).map((fault) => ({
    ...fault,
    pointer: `/file${fault.pointer}`,
  }));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: shapes.flatMap((shape) => (shape.ok ? [shape.value] : [])) };
}
