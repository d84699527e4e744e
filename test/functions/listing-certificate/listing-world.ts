import type { Context } from 'aws-lambda';
import { certificateStore } from '../../../functions/listing-certificate/store/certificate-store.ts';
import { registerStore } from '../../../functions/listing-certificate/store/register-store.ts';
import type { ServicesWithCertificates } from '../../../functions/listing-certificate/store/services-with-certificates.ts';
import type { ServicesWithRegisters } from '../../../functions/listing-certificate/store/services-with-registers.ts';
import type { SubmissionServices } from '../../../functions/listing-certificate/store/submission-services.ts';
import { submitListingCase } from '../../../functions/listing-certificate/submit-listing-case.ts';
import type { HttpEvent } from '../../../functions/shared/http-event.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import { malwareScanner } from '../../../functions/shared/scan/malware-scanner.ts';
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
import application from '../../../seeds/demonstration/group-application.json' with { type: 'json' };
import { SubmitListingCase } from '../../../workflows/listing-certificate/routes.ts';
import type { TestTables } from '../shared/test-tables.ts';

type WorldServices = SubmissionServices & ServicesWithCertificates & ServicesWithRegisters;

/** Real stores on a real database; the bucket and the machine are kept in memory to be looked at. */
export interface ListingWorld {
  readonly services: WorldServices;
  readonly bucket: Map<string, Uint8Array>;
  /** Executions that were begun, as `caseId attempt`. */
  readonly begun: string[];
  /** Sets the clock. */
  setNow(at: string): void;
  /** Lets the machine's next start fail. */
  breakMachine(): void;
}

export function listingWorld({ db }: TestTables): ListingWorld {
  let now = new Date('2026-06-01T10:00:00+08:00');
  let broken = false;
  const bucket = new Map<string, Uint8Array>();
  const begun: string[] = [];
  const services: WorldServices = {
    now: () => now,
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
    certificates: certificateStore(db, 'CertificateTable'),
    registers: registerStore(db, 'RegisterTable', () => 'CaseTable'),
    attachments: attachmentStore(db, 'AttachmentTable'),
    scanner: malwareScanner('eicar-stub'),
    caseFiles: {
      find: async (key) => bucket.get(key),
      copy: async (from, to) => void bucket.set(to, bucket.get(from) ?? new Uint8Array()),
    },
    documents: {
      put: async ({ key, bytes }) => void bucket.set(key, bytes),
      read: async (key) => bucket.get(key) ?? new Uint8Array(),
    },
    machines: {
      async start({ caseId, attempt }) {
        if (broken) {
          broken = false;
          throw new Error('Step Functions does not answer');
        }
        begun.push(`${caseId} ${attempt}`);
      },
      succeed: async () => 'told',
      fail: async () => 'told',
    },
  };
  return {
    services,
    bucket,
    begun,
    setNow: (at) => {
      now = new Date(at);
    },
    breakMachine: () => {
      broken = true;
    },
  };
}

interface Submission {
  readonly key: string;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly organisationId?: string;
  readonly organisationKind?: string;
}

/** What HTTP API would pass on; the claims are those of the demonstration enterprise unless told. */
function submissionEvent(submission: Submission): HttpEvent {
  const claims = {
    organisation_kind: submission.organisationKind ?? 'enterprise',
    organisation_id: submission.organisationId ?? application.applicant.uscc,
    organisation_name: application.applicant.name,
    sub: 'qiyuan',
    person_name: '林一鸣（虚构）',
    roles: 'applicant',
  };
  return {
    version: '2.0',
    routeKey: 'POST /v1/listing-certificates',
    rawPath: '/v1/listing-certificates',
    rawQueryString: '',
    isBase64Encoded: false,
    headers: {
      'content-type': submission.contentType ?? 'application/json',
      'idempotency-key': submission.key,
    },
    body: JSON.stringify(submission.body ?? application),
    requestContext: requestContext(claims),
  };
}

function requestContext(claims: Record<string, string>): HttpEvent['requestContext'] {
  const path = '/v1/listing-certificates';
  return {
    accountId: '000000000000',
    apiId: 'api',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: `POST ${path}`,
    stage: '$default',
    time: '01/Jun/2026:02:00:00 +0000',
    timeEpoch: 1_780_279_200_000,
    authorizer: { jwt: { claims } },
  };
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The door reads nothing of it. */
const NO_CONTEXT = {} as Context;

/** POSTs an application through the route's door. */
export async function submit(world: ListingWorld, submission: Submission): Promise<Answer> {
  const handler: RouteHandler = route(SubmitListingCase, submitListingCase, () => world.services);
  const reply = await handler(submissionEvent(submission), NO_CONTEXT);
  return { status: reply.statusCode ?? 0, body: JSON.parse(reply.body ?? '{}') };
}
