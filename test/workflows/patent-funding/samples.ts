import programmes from '../../../seeds/patent-funding/programmes.json' with { type: 'json' };
import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import { Programme } from '../../../workflows/patent-funding/programme.ts';
import type { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { isPatentNumber } from '../../../workflows/shared/identifiers.ts';

/** The demonstration programme, or a variation of it. */
export const programme = (variation: Partial<Programme> = {}): Programme =>
  Programme.parse({ ...programmes[0], ...variation });

export const APPLICANT = '重庆启元示范智能装备股份有限公司';

/** A patent that passes every rule. */
export const patent = (variation: Partial<PatentRow> = {}): PatentRow => ({
  line: 1,
  number: '2013106997442',
  kind: 'invention',
  title: '一种示范方法（虚构）',
  grantedOn: '2025-03-14',
  grantPublicationNumber: 'CN999000001B',
  patentees: [APPLICANT],
  address: '重庆市两江新区示范大道1号',
  feesFen: 350_000,
  receipts: ['演示票据1'],
  receivedElsewhereFen: 0,
  coOwnersWaive: false,
  ...variation,
});

/** What the registry says of it. */
export const registered = (variation: Partial<RegistryRecord> = {}): RegistryRecord => ({
  number: '2013106997442',
  title: '一种示范方法（虚构）',
  grantedOn: '2025-03-14',
  grantPublicationNumber: 'CN999000001B',
  patentees: [APPLICANT],
  address: '重庆市两江新区示范大道1号',
  ipc: ['B25J17/00'],
  legalStatus: 'in-force',
  ...variation,
});

/** A number with its right check digit. */
export function patentNumber(year: number, kind: 1 | 2 | 3 | 8 | 9, serial: number): string {
  const digits = `${year}${kind}${String(serial).padStart(7, '0')}`;
  const found = [...'0123456789X'].map((check) => digits + check).find(isPatentNumber);
  if (found === undefined) throw new Error(`${digits} has no check digit`);
  return found;
}
