import type { Bilingual } from '../../shared/bilingual.ts';
import type { PatentRow } from '../contract.ts';
import type { Programme } from '../programme.ts';
import type { RegistryRecord } from '../registry/contract.ts';
import type { FailedRule } from '../rule-id.ts';
import { failedRule } from '../rules/failed-rule.ts';

interface Rechecked {
  readonly patent: PatentRow;
  /** As the registry says it now. */
  readonly registered: RegistryRecord | undefined;
  /** Of the case that has the patent, where it is another. */
  readonly otherHolder: string | undefined;
  /** As it holds today, not as it held when the application was accepted. */
  readonly programme: Programme;
}

/**
 * What may change between the assessment and the money, looked at again at the notice and before payment (非正常申请、重复资助、项目终止): the
 * list of abnormal filings, whose the patent is, whether the programme was closed by rule. Every rule that fails now.
 */
export function recheckPatent({ patent, registered, otherHolder, programme }: Rechecked): FailedRule[] {
  const { closedByRule } = programme;
  const abnormalOn = registered?.abnormal?.listedOn;
  const closedBefore = closedByRule && patent.grantedOn > closedByRule.lastGrantOn;
  return [
    ...(closedBefore ? [failedRule('programme-open', programme, closedByRule.lastGrantOn)] : []),
    ...(abnormalOn === undefined ? [] : [failedRule('not-abnormal', programme, abnormalOn)]),
    ...(otherHolder === undefined ? [] : [failedRule('not-funded-before', programme, otherHolder)]),
  ];
}

/** The failed rules of a patent as one reason. */
export function reasonOf(failed: readonly FailedRule[]): Bilingual {
  return {
    zh: failed.map(({ clause, zh }) => `${clause}：${zh}`).join('；'),
    en: failed.map(({ clause, en }) => `${clause}: ${en}`).join('; '),
  };
}
