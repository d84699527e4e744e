import type { ClaimedPatent } from '../../workflows/patent-funding/contract.ts';
import type { RegistryRecord } from '../../workflows/patent-funding/registry/contract.ts';
import { isPatentNumber } from '../../workflows/shared/identifiers.ts';

/** Fictional patents with right check digits: what an enterprise tells of them and what the registry says. */
export interface Portfolio {
  readonly patents: ClaimedPatent[];
  readonly records: RegistryRecord[];
}

const IPC = ['B25J17/00', 'H01L21/02', 'B60L53/00', 'G06T7/00', 'H04L9/32', 'B23Q3/06'];

/** `count` good patents of an enterprise; `from` keeps the numbers of several portfolios apart. */
export function portfolioOf(holder: string, from: number, count: number): Portfolio {
  const numbers = Array.from({ length: count }, (_, index) =>
    numberOf(from + index, index % 3 === 2 ? 2 : 1),
  );
  const patents = numbers.map((number, index) => patentOf(number, holder, index));
  return {
    patents,
    records: patents.map((patent, index) => recordOf(patent, IPC[index % IPC.length] ?? '')),
  };
}

/** 1 invention, 2 utility model; the check digit is the one that fits. */
export function numberOf(serial: number, kind: 1 | 2 | 3 = 1, year = 2022): string {
  const first12 = `${year}${kind}${String(serial).padStart(7, '0')}`;
  const number = [...'0123456789X'].map((digit) => first12 + digit).find(isPatentNumber);
  if (number === undefined) throw new RangeError(`${serial} gives no patent number`);
  return number;
}

function patentOf(number: string, holder: string, index: number): ClaimedPatent {
  return {
    number,
    title: `示范专利${index + 1}（虚构）`,
    grantedOn: '2025-03-14',
    grantPublicationNumber: `CN999${number.slice(5, 12)}B`,
    patentees: [holder],
    address: '重庆市两江新区示范大道1号',
    feesFen: 200_000,
    receipts: [`演示票据${index + 1}`],
    receivedElsewhereFen: 0,
    coOwnersWaive: false,
  };
}

function recordOf(
  { number, title, grantedOn, grantPublicationNumber, patentees, address }: ClaimedPatent,
  ipc: string,
) {
  const record: RegistryRecord = {
    number,
    title,
    filedOn: '2022-05-10',
    grantedOn,
    grantPublicationNumber,
    patentees,
    address,
    ipc: [ipc],
    legalStatus: 'in-force',
  };
  return record;
}
