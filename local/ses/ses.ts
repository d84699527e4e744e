import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { ServiceError } from '../json-protocol.ts';
import {
  AccessDenied,
  type Authorize,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { type MailFolder, openMailFolder } from './mail-folder.ts';

export interface SesOptions {
  readonly assembly: Pick<Assembly, 'place'>;
  /** Where mails are put; without it nobody can look at them. */
  readonly folder: string | undefined;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly log?: (message: string) => void;
}

/** Of a raw message, after base64 was taken off: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const LONGEST_MESSAGE_BYTES = 40 * 1024 * 1024;
const MOST_RECIPIENTS = 50;

const Addresses = z.array(z.string().min(1)).optional();
const SendEmail = z.strictObject({
  FromEmailAddress: z.string().min(1),
  Destination: z.strictObject({
    ToAddresses: Addresses,
    CcAddresses: Addresses,
    BccAddresses: Addresses,
  }),
  Content: z.strictObject({ Raw: z.strictObject({ Data: z.base64().min(1) }) }),
});

/**
 * SES v2 as far as raw mail goes: SendEmail writes the message as an .eml file and sends nothing
 * (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). Which identities are verified is the account's
 * affair; here the permission on the sender's address or its domain decides.
 */
export function createSes({ assembly, folder, clock, authorize, log }: SesOptions): Service {
  const { partition, region, accountId } = assembly.place;
  const mails = openMailFolder(folder);
  const identity = (name: string) => `arn:${partition}:ses:${region}:${accountId}:identity/${name}`;
  return {
    signingName: 'ses',
    async handle(request) {
      try {
        const mail = readMail(request);
        authorizeSender(request, mail.FromEmailAddress, identity, authorize);
        return respond(200, { MessageId: keep(mail, mails, clock) });
      } catch (error) {
        return failure(error, log);
      }
    },
  };
}

type Mail = z.infer<typeof SendEmail>;

function readMail({ method, path, body }: ServiceRequest): Mail {
  if (method !== 'POST' || path !== '/v2/email/outbound-emails') {
    throw new ServiceError('NotImplemented', `ses: ${method} ${path} is not supported on one machine`, 501);
  }
  const parsed = SendEmail.safeParse(json(body));
  if (!parsed.success) throw new ServiceError('BadRequestException', z.prettifyError(parsed.error));
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = parsed.data.Destination;
  const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  if (recipients.length === 0 || recipients.length > MOST_RECIPIENTS) {
    throw new ServiceError('BadRequestException', `a mail has 1 to ${MOST_RECIPIENTS} recipients`);
  }
  if (recipients.some((one) => !/^[^\s@<>]+@[^\s@<>]+$/.test(one))) {
    throw new ServiceError('BadRequestException', 'Illegal address');
  }
  return parsed.data;
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new ServiceError('SerializationException', 'the body is not JSON');
  }
}

/** AWS decides on the identity that was verified: the address itself, or else its domain. */
function authorizeSender(
  { caller }: ServiceRequest,
  from: string,
  identity: (name: string) => string,
  authorize: Authorize,
): void {
  const address = /<([^>]+)>\s*$/.exec(from)?.[1] ?? from;
  const context = { 'ses:FromAddress': address };
  try {
    authorize(caller, 'ses:SendEmail', identity(address), context);
  } catch (error) {
    if (!(error instanceof AccessDenied)) throw error;
    authorize(caller, 'ses:SendEmail', identity(address.slice(address.lastIndexOf('@') + 1)), context);
  }
}

function keep({ Content }: Mail, mails: MailFolder, clock: Clock): string {
  const content = Buffer.from(Content.Raw.Data, 'base64');
  if (content.length > LONGEST_MESSAGE_BYTES) {
    throw new ServiceError('MessageRejected', `a message has at most ${LONGEST_MESSAGE_BYTES} bytes`);
  }
  const messageId = randomUUID();
  mails.put(new Date(clock.now()), messageId, content);
  return messageId;
}

function respond(status: number, body: object, code?: string): ServiceResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': randomUUID(),
      ...(code && { 'x-amzn-errortype': code }),
    },
    body: JSON.stringify(body),
  };
}

function failure(error: unknown, log: SesOptions['log']): ServiceResponse {
  if (error instanceof ServiceError) return respond(error.status, { message: error.message }, error.code);
  if (error instanceof AccessDenied) return respond(403, { message: error.message }, 'AccessDeniedException');
  log?.(`ses: ${error instanceof Error ? error.stack : error}`);
  return respond(500, { message: 'The request processing has failed' }, 'InternalFailure');
}
