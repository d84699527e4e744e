import * as z from 'zod';
import { ScannerName } from '../../workflows/shared/attachments/attachment.ts';

/** Every setting a function may have; infra/ sets exactly those a function needs. */
const SETTING = {
  CASE_TABLE: z.string().min(3),
  DESK_TABLE: z.string().min(3),
  CERTIFICATE_TABLE: z.string().min(3),
  REGISTER_TABLE: z.string().min(3),
  PATENT_TABLE: z.string().min(3),
  FINANCING_TABLE: z.string().min(3),
  MESSAGE_TABLE: z.string().min(3),
  ATTACHMENT_TABLE: z.string().min(3),
  LEDGER_TABLE: z.string().min(3),
  DELIVERY_TABLE: z.string().min(3),
  NOTICE_TABLE: z.string().min(3),
  DOCUMENTS_BUCKET: z.string().min(3),
  /** ARN of the key that signs certificates. */
  SIGNING_KEY_ID: z.string().min(1),
  /** JSON of the public keys that are published beside that one. */
  OTHER_PUBLIC_KEYS: z.string().startsWith('['),
  /** Who scans attachments for malware. */
  MALWARE_SCAN: ScannerName,
  /** Where messages to institutions may go. */
  WEBHOOK_TARGETS: z.enum(['public', 'public-and-loopback']),
  /** Address that mails come from; empty where the platform sends none. */
  MAIL_SENDER: z.union([z.literal(''), z.email()]),
  /** Service that keeps the registry of patents; empty where it is loaded from files. */
  PATENT_REGISTRY_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** What the ARNs of executions begin with, up to the workflow's name. */
  EXECUTIONS_ARN: z.string().startsWith('arn:'),
  PUBLIC_BASE_URL: z.url({ protocol: /^https?$/ }),
} as const;

export type SettingName = keyof typeof SETTING;
type Environment = Readonly<Record<string, string | undefined>>;

/** One setting of the environment, checked. Throws a defect that names the setting. */
export function setting(name: SettingName, environment: Environment = process.env): string {
  return checked(name, SETTING[name], environment);
}

/** ARN by which executions of a workflow's machine are started: LISTING_CERTIFICATE_MACHINE_ARN. */
export function machineArnOf(workflow: string, environment: Environment = process.env): string {
  return checked(machineArnName(workflow), z.string().startsWith('arn:'), environment);
}

/** ARN of one execution of a workflow's machine. */
export function executionArnOf(workflow: string, name: string): string {
  return `${setting('EXECUTIONS_ARN')}-${workflow}:${name}`;
}

/** Whether this function may start a workflow's machine. */
export function mayStart(workflow: string, environment: Environment = process.env): boolean {
  return environment[machineArnName(workflow)] !== undefined;
}

/** What only the distribution and functions that count callers know; undefined for every other function. */
export function originSecret(environment: Environment = process.env): string | undefined {
  return environment.ORIGIN_SECRET;
}

const machineArnName = (workflow: string) => `${workflow.replaceAll('-', '_').toUpperCase()}_MACHINE_ARN`;

function checked(name: string, schema: z.ZodType<string>, environment: Environment): string {
  const read = schema.safeParse(environment[name]);
  if (!read.success) throw new Error(`Setting ${name} is missing or wrong: ${z.prettifyError(read.error)}`);
  return read.data;
}
