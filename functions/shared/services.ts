import { dynamoDb } from './aws/dynamo-db.ts';
import { setting } from './config.ts';
import { type AuditStore, auditStore } from './store/audit-store.ts';
import { type CalendarStore, calendarStore } from './store/calendar-store.ts';
import { type CaseStore, caseStore } from './store/case-store.ts';
import { type ClaimStore, claimStore } from './store/claim-store.ts';
import { type DeskStore, deskStore } from './store/desk-store.ts';
import { type IdempotencyStore, idempotencyStore } from './store/idempotency-store.ts';
import { type NumberStore, numberStore } from './store/number-store.ts';
import { type Outbox, outbox } from './store/outbox-store.ts';
import { type RemarkStore, remarkStore } from './store/remark-store.ts';
import { type RosterStore, rosterStore } from './store/roster-store.ts';
import { type StatisticsStore, statisticsStore } from './store/statistics-store.ts';
import { type Commit, committer } from './store/write.ts';

/** What a function may do to the world. Handlers get it as an argument; tests hand in their own. */
export interface Services {
  readonly now: () => Date;
  /** Writes everything or nothing; stores return the writes. */
  readonly commit: Commit;
  readonly cases: CaseStore;
  readonly audit: AuditStore;
  readonly statistics: StatisticsStore;
  readonly desk: DeskStore;
  readonly roster: RosterStore;
  readonly remarks: RemarkStore;
  readonly idempotency: IdempotencyStore;
  readonly numbers: NumberStore;
  readonly claims: ClaimStore;
  readonly calendars: CalendarStore;
  /** What people should know of: its writes go into the transaction that causes them. */
  readonly outbox: Outbox;
}

/**
 * The services of a deployed function. A store asks for its table's name when it is first touched, so take out of the services
 * only what this function has access to.
 */
export function services(): Services {
  const db = dynamoDb();
  const caseTable = () => setting('CASE_TABLE');
  return {
    now: () => new Date(),
    commit: committer(db),
    get cases() {
      return caseStore(db, caseTable());
    },
    get audit() {
      return auditStore(db, caseTable());
    },
    get statistics() {
      return statisticsStore(db, caseTable());
    },
    get desk() {
      return deskStore(db, setting('DESK_TABLE'));
    },
    get roster() {
      return rosterStore(db, setting('DESK_TABLE'), caseTable);
    },
    get remarks() {
      return remarkStore(db, setting('DESK_TABLE'));
    },
    get idempotency() {
      return idempotencyStore(db, caseTable());
    },
    get numbers() {
      return numberStore(db, caseTable());
    },
    get calendars() {
      return calendarStore(db, caseTable());
    },
    get claims() {
      return claimStore(db, caseTable());
    },
    outbox: outbox(() => setting('MESSAGE_TABLE')),
  };
}

/** {@link services} with more of one's own; unlike a spread it leaves the stores asleep until they are used. */
export function extended<More extends object>(more: More): Services & More {
  return Object.defineProperties(services(), Object.getOwnPropertyDescriptors(more)) as Services & More;
}
