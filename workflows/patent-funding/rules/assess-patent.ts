import { isSameName } from '../../shared/same-name.ts';
import type { PatentRow } from '../contract.ts';
import type { Programme } from '../programme.ts';
import type { RegistryRecord } from '../registry/contract.ts';
import type { FailedRule, RuleId } from '../rule-id.ts';
import { failedRule } from './failed-rule.ts';
import { amountOf } from './grant-amounts.ts';

interface Assessed {
  readonly patent: Omit<PatentRow, 'registry' | 'failed' | 'amountFen'>;
  readonly registered: RegistryRecord;
  readonly applicantName: string;
  readonly programme: Programme;
}

/** Answers what is wrong, in a few words, or undefined for what is right. */
type Rule = (assessed: Assessed) => string | undefined;

/** The rules that one patent is judged by alone, in the order in which they are told. The others need the world: claims, the year. */
const RULES: readonly (readonly [RuleId, Rule])[] = [
  ['kind-funded', ({ patent, programme }) => unless(isFunded(patent, programme), patent.kind)],
  [
    'grant-date-agrees',
    ({ patent, registered }) =>
      unless(registered.grantedOn === patent.grantedOn, registered.grantedOn ?? '-'),
  ],
  [
    'granted-in-window',
    ({ registered, programme: { firstGrantOn, lastGrantOn } }) =>
      unless(isWithin(registered.grantedOn, firstGrantOn, lastGrantOn), `${firstGrantOn} - ${lastGrantOn}`),
  ],
  ['programme-open', programmeOpen],
  [
    'applicant-is-patentee',
    ({ registered, applicantName }) =>
      unless(
        registered.patentees.some((name) => isSameName(name, applicantName)),
        registered.patentees.join('、'),
      ),
  ],
  ['co-owners-waive', coOwnersWaive],
  [
    'address-in-area',
    ({ patent, registered, programme }) => {
      const address = registered.address ?? patent.address;
      return unless(
        programme.areaNames.some((name) => address.includes(name)),
        address,
      );
    },
  ],
  ['in-force', ({ registered }) => unless(registered.legalStatus === 'in-force', registered.legalStatus)],
  ['not-abnormal', ({ registered }) => registered.abnormal?.listedOn],
  ['fees-paid', ({ patent }) => unless(patent.feesFen > 0 && patent.receipts.length > 0, '')],
  ['below-fee-cap', belowFeeCap],
];

/** Every rule a patent fails; none for one that may be funded. A patent the registry does not know cannot be judged by the others. */
export function assessPatent(
  assessed: Omit<Assessed, 'registered'> & { registered?: RegistryRecord | undefined },
): FailedRule[] {
  const { registered, programme } = assessed;
  if (registered === undefined) return [failedRule('registry-knows-patent', programme)];
  return RULES.flatMap(([ruleId, rule]) => {
    const found = rule({ ...assessed, registered });
    return found === undefined ? [] : [failedRule(ruleId, programme, found)];
  });
}

function unless(right: boolean, found: string): string | undefined {
  return right ? undefined : found;
}

function isFunded({ kind }: Assessed['patent'], { amounts }: Programme): boolean {
  return amounts.some((amount) => amount.kind === kind);
}

function isWithin(on: string | undefined, firstOn: string, lastOn: string): boolean {
  return on !== undefined && firstOn <= on && on <= lastOn;
}

/** Closed by rule, a programme pays for what was granted until then and for nothing after. */
function programmeOpen({ registered, programme: { closedByRule } }: Assessed): string | undefined {
  if (closedByRule === undefined || registered.grantedOn === undefined) return undefined;
  return unless(registered.grantedOn <= closedByRule.lastGrantOn, closedByRule.lastGrantOn);
}

function coOwnersWaive({ patent, registered, applicantName }: Assessed): string | undefined {
  const others = registered.patentees.filter((name) => !isSameName(name, applicantName));
  return unless(others.length === 0 || patent.coOwnersWaive, others.join('、'));
}

/** A kind that is not funded at all is told once, and fees that were not paid as well. */
function belowFeeCap({ patent, programme }: Assessed): string | undefined {
  if (!isFunded(patent, programme) || patent.feesFen === 0) return undefined;
  const share = `${programme.feeShareBasisPoints / 100}%`;
  return unless(amountOf(patent.kind, patent, programme) > 0, share);
}
