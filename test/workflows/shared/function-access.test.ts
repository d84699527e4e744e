import { describe, expect, it } from 'vitest';
import { DELIVERY_FUNCTIONS } from '../../../workflows/financing-demand/delivery/functions.ts';
import { FINANCING_DEMAND_FUNCTIONS } from '../../../workflows/financing-demand/functions.ts';
import { LIST_FUNCTIONS } from '../../../workflows/financing-demand/list/functions.ts';
import { LISTING_CERTIFICATE_FUNCTIONS } from '../../../workflows/listing-certificate/functions.ts';
import { OBJECTION_FUNCTIONS } from '../../../workflows/listing-certificate/objection/functions.ts';
import { REGISTER_FUNCTIONS } from '../../../workflows/listing-certificate/register/functions.ts';
import { PATENT_FUNDING_FUNCTIONS } from '../../../workflows/patent-funding/functions.ts';
import { MONEY_FUNCTIONS } from '../../../workflows/patent-funding/money/functions.ts';
import { PRE_EXAMINATION_FUNCTIONS } from '../../../workflows/patent-funding/pre-examination/functions.ts';
import { RECOVERY_FUNCTIONS } from '../../../workflows/patent-funding/recovery/functions.ts';
import { ATTACHMENT_FUNCTIONS } from '../../../workflows/shared/attachments/functions.ts';
import { DESK_FUNCTIONS } from '../../../workflows/shared/desk.ts';
import { DESK_WORK_FUNCTIONS } from '../../../workflows/shared/desk-work.ts';
import { NOTIFICATION_FUNCTIONS } from '../../../workflows/shared/notifications/functions.ts';
import { OFFICE_FUNCTIONS } from '../../../workflows/shared/office.ts';
import { PUBLIC_FUNCTIONS } from '../../../workflows/shared/public.ts';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import type { FunctionSpec, TableAction } from '../../../workflows/shared/workflow.ts';

const SPECS = [
  ...DESK_FUNCTIONS,
  ...DESK_WORK_FUNCTIONS,
  ...LISTING_CERTIFICATE_FUNCTIONS,
  ...OBJECTION_FUNCTIONS,
  ...REGISTER_FUNCTIONS,
  ...OFFICE_FUNCTIONS,
  ...PUBLIC_FUNCTIONS,
  ...ATTACHMENT_FUNCTIONS,
  ...NOTIFICATION_FUNCTIONS,
  ...PATENT_FUNDING_FUNCTIONS,
  ...MONEY_FUNCTIONS,
  ...RECOVERY_FUNCTIONS,
  ...PRE_EXAMINATION_FUNCTIONS,
  ...FINANCING_DEMAND_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...DELIVERY_FUNCTIONS,
];
const routes = SPECS.flatMap((spec) =>
  (spec.routes ?? []).map((contract) => ({ name: spec.name, spec, contract })),
);

/** What the door itself reads and what every idempotent write leaves, before the function does anything. */
function neededByTheDoor({
  access,
  idempotencyKey,
}: RouteContract): [keyof NonNullable<FunctionSpec['tables']>, TableAction][] {
  const { who, object } = access.who === 'public' ? { who: [], object: undefined } : access;
  return [
    ...(object === 'case' || object === 'demand' ? [['CaseTable', 'GetItem'] as const] : []),
    ...(object === 'task' || (object === 'case' && who.includes('department'))
      ? [['DeskTable', 'Query'] as const]
      : []),
    ...(idempotencyKey ? [['CaseTable', 'GetItem'] as const, ['CaseTable', 'PutItem'] as const] : []),
  ].map(([table, action]) => [table, action]);
}

const READS: readonly TableAction[] = ['GetItem', 'BatchGetItem', 'Query'];
const onlyReads = ({ tables = {}, documents = {}, machine }: FunctionSpec) =>
  machine === undefined &&
  documents.PutObject === undefined &&
  Object.values(tables)
    .flat()
    .every((action) => READS.includes(action));

describe('the permissions of a route', () => {
  it.each(routes)('$name cover what its door reads', ({ spec, contract }) => {
    for (const [table, action] of neededByTheDoor(contract)) expect(spec.tables?.[table]).toContain(action);
  });

  it('are those of one function for each path and method', () => {
    const keys = routes.map(({ contract }) => `${contract.method} ${contract.path}`);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(routes)(
    '$name: a POST that may write asks for an Idempotency-Key, or is signed with an id',
    ({ contract, spec }) => {
      const { method, idempotencyKey = false, signed = false } = contract as RouteContract;
      expect(method !== 'POST' || idempotencyKey || signed || onlyReads(spec)).toBe(true);
    },
  );
});
