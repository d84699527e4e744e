import { DatabaseSync } from 'node:sqlite';
import { caseIdOf } from '../../functions/shared/case-id.ts';
import type { Actor } from '../../workflows/shared/actor.ts';
import { sendingOf } from './enterprise.ts';

/** By what every row of a demand names it. */
export interface Names {
  readonly demandId: string;
  readonly caseNumber: string;
  readonly uscc: string;
  readonly name: string;
}

/** The names that the handlers give the demand of an enterprise, sent on a day as the year's `number`th. */
export function namesOf({ organisationId: uscc, ...actor }: Actor, number: number, on: string): Names {
  return {
    demandId: caseIdOf('fd', sendingOf({ organisationId: uscc, ...actor }), on),
    caseNumber: `FD-${on.slice(0, 4)}-${String(number).padStart(6, '0')}`,
    uscc,
    name: actor.organisationName,
  };
}

/** Tables and indexes of the embedded DynamoDB, as its file has them, with the rows of one demand that lists are made of and read from. */
const ROWS_OF_A_DEMAND: Readonly<Record<string, string>> = {
  CaseTable:
    "pk = 'S:case#' || :demandId AND sk IN ('S:case', 'S:detail') OR pk = 'S:case-number#' || :caseNumber",
  'CaseTable::gsi::byApplicant': "table_pk = 'S:case#' || :demandId AND table_sk = 'S:case'",
  'CaseTable::gsi::byMonth': "table_pk = 'S:case#' || :demandId AND table_sk = 'S:case'",
  FinancingTable: "(pk LIKE 'S:pending#%' OR pk LIKE 'S:open#%') AND sk = 'S:' || :demandId",
};

type Row = Readonly<Record<string, string | number | null>>;

/** All of them, by table. */
export function rowsOf(db: DatabaseSync, { demandId, caseNumber }: Names): ReadonlyMap<string, Row[]> {
  return new Map(
    Object.entries(ROWS_OF_A_DEMAND).map(([table, condition]) => {
      const parameters = Object.entries({ demandId, caseNumber }).filter(([name]) =>
        condition.includes(`:${name}`),
      );
      const query = db.prepare(`SELECT * FROM "${table}" WHERE ${condition}`);
      return [table, query.all(Object.fromEntries(parameters)) as Row[]];
    }),
  );
}

/**
 * Makes of one demand that the handlers sent as many more, each with the names of another enterprise, row by row on the store's file: by
 * its handlers a demand at fifty institutions takes a transaction of sixty writes. What lists never read is not made: audit entries (so that
 * `auditHash` stays the first one's), the result of matching, counters, messages. test/bench/loaded-demands.test.ts holds the rows against
 * those of the handlers. The names are as long as the first one's, so that sizes stay right; hash prefixes, which only scans read, do not.
 */
export function loadDemands(file: string, from: Names, to: readonly Names[]): void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF; BEGIN');
  for (const [table, rows] of rowsOf(db, from)) {
    for (const row of rows) {
      const columns = Object.keys(row);
      const insert = db.prepare(
        `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const names of to) insert.run(...columns.map((name) => renamed(row[name] ?? null, from, names)));
    }
  }
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

function renamed(value: string | number | null, from: Names, to: Names): string | number | null {
  if (typeof value !== 'string') return value;
  return value
    .replaceAll(from.demandId, to.demandId)
    .replaceAll(from.caseNumber, to.caseNumber)
    .replaceAll(from.uscc, to.uscc)
    .replaceAll(from.name, to.name);
}
