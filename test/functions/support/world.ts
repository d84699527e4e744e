import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { ServicesWithFiles } from '../../../functions/shared/attachments/services-with-files.ts';
import { machines } from '../../../functions/shared/client/machines.ts';
import { attachmentStore } from '../../../functions/shared/store/attachment-store.ts';
import { auditStore } from '../../../functions/shared/store/audit-store.ts';
import { calendarStore } from '../../../functions/shared/store/calendar-store.ts';
import { caseStore } from '../../../functions/shared/store/case-store.ts';
import { claimStore } from '../../../functions/shared/store/claim-store.ts';
import { deskStore } from '../../../functions/shared/store/desk-store.ts';
import { idempotencyStore } from '../../../functions/shared/store/idempotency-store.ts';
import { numberStore } from '../../../functions/shared/store/number-store.ts';
import { outbox } from '../../../functions/shared/store/outbox-store.ts';
import { remarkStore } from '../../../functions/shared/store/remark-store.ts';
import { rosterStore } from '../../../functions/shared/store/roster-store.ts';
import { statisticsStore } from '../../../functions/shared/store/statistics-store.ts';
import { committer } from '../../../functions/shared/store/write.ts';

/** 2026-11-23 is a Monday. */
export const NOW = '2026-11-23T09:30:00+08:00';

export interface World extends ServicesWithFiles {
  /** Step Functions, answering yes unless told otherwise. */
  readonly stepFunctions: ReturnType<typeof stubStepFunctions>;
}

/** The services on a real database, with Step Functions stubbed at the SDK and the clock standing at {@link NOW}. */
export function world(db: DynamoDBDocumentClient): World {
  const client = new SFNClient({ region: 'local' });
  const stepFunctions = stubStepFunctions(client);
  return {
    stepFunctions,
    now: () => new Date(NOW),
    commit: committer(db),
    cases: caseStore(db, 'CaseTable'),
    audit: auditStore(db, 'CaseTable'),
    statistics: statisticsStore(db, 'CaseTable'),
    desk: deskStore(db, 'DeskTable'),
    roster: rosterStore(db, 'DeskTable', () => 'CaseTable'),
    remarks: remarkStore(db, 'DeskTable'),
    idempotency: idempotencyStore(db, 'CaseTable'),
    numbers: numberStore(db, 'CaseTable'),
    claims: claimStore(db, 'CaseTable'),
    calendars: calendarStore(db, 'CaseTable'),
    outbox: outbox(() => 'MessageTable'),
    attachments: attachmentStore(db, 'AttachmentTable'),
    caseFiles: filesInMemory(),
    machines: machines(client, (workflow) => `arn:aws:states:local:000000000000:stateMachine:${workflow}`),
  };
}

function filesInMemory(): ServicesWithFiles['caseFiles'] {
  const files = new Map<string, Uint8Array>();
  return {
    find: async (key) => files.get(key),
    copy: async (from, to) => void files.set(to, files.get(from) ?? new Uint8Array()),
  };
}

function stubStepFunctions(client: SFNClient) {
  const stub = mockClient(client);
  stub.on(SendTaskSuccessCommand).resolves({});
  stub.on(StartExecutionCommand).resolves({});
  return stub;
}
