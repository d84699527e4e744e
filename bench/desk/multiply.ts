import { DatabaseSync } from 'node:sqlite';

/** Tables and indexes of the embedded DynamoDB, as its file has them; each row that is loaded names its case by id. */
const ITEMS = { columns: ['pk', 'sk', 'item_json'], kept: ['item_size', 'hash_prefix'] };
const INDEXED = { columns: ['gsi_sk', 'table_pk', 'table_sk', 'item_json'], kept: ['gsi_pk'] };

/**
 * Makes of every case in the store `copies` more, each with an id and a number of its own, in the order of each table's keys.
 * By SQL on the store's file, because a million cases through BatchWriteItem take hours. What is not rewritten: sizes
 * and hash prefixes of items, which only scans and consumed capacity read. Audit entries are not copied: their hashes speak of their case.
 */
export function multiplyCases(file: string, copies: number): void {
  const db = new DatabaseSync(file);
  // Leaves the write-ahead log first: it would hold everything a second time.
  db.exec('PRAGMA journal_mode = DELETE');
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  db.exec('PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY');
  db.exec('CREATE TEMP TABLE copy (number TEXT PRIMARY KEY) WITHOUT ROWID');
  db.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies}) INSERT INTO copy SELECT printf('%05d', i) FROM n`,
  );
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
    name: string;
  }[];
  db.exec('BEGIN');
  for (const { name } of tables) {
    if (/^(Case|Desk)Table$/.test(baseOf(name))) copyRows(db, name);
  }
  db.exec('COMMIT');
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
}

/** `liangjiang-data-CaseTable::gsi::byMonth` is of CaseTable, whatever the stack calls it. */
const baseOf = (name: string) => /(CaseTable|DeskTable)[^:]*(::gsi::|$)/.exec(name)?.[1] ?? '';

function copyRows(db: DatabaseSync, table: string): void {
  const isIndex = table.includes('::gsi::');
  const { columns, kept } = isIndex ? INDEXED : ITEMS;
  const [partition, sort] = isIndex ? ['gsi_pk', 'gsi_sk'] : ['pk', 'sk'];
  const fresh = columns.map(
    (name) => `replace(replace(s.${name}, 'lc-', 'lc-' || c.number), 'BENCH-', 'BENCH-' || c.number)`,
  );
  const audit = isIndex ? "s.table_sk LIKE 'S:audit#%'" : "s.sk LIKE 'S:audit#%'";
  db.exec(`CREATE TEMP TABLE seed AS SELECT * FROM main."${table}"`);
  db.exec(
    `INSERT INTO main."${table}" (${[...columns, ...kept].join(', ')})
     SELECT ${[...fresh, ...kept.map((name) => `s.${name}`)].join(', ')}
     FROM (SELECT * FROM seed ORDER BY ${partition}, ${sort}) s CROSS JOIN copy c
     WHERE NOT (${audit}) AND ${isIndex ? 'true' : "(s.pk LIKE 'S:case#%' OR s.pk LIKE 'S:case-number#%')"}`,
  );
  db.exec('DROP TABLE seed');
}
