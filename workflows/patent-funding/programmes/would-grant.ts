import type { PatentRow } from '../contract.ts';
import type { Programme } from '../programme.ts';
import { assessPatent } from '../rules/assess-patent.ts';
import { grantOf } from '../rules/grant.ts';
import { withinEnterpriseCap } from '../rules/within-enterprise-cap.ts';

interface PastApplication {
  readonly applicantName: string;
  readonly rows: readonly PatentRow[];
  /** What the enterprise used of its year before. */
  readonly usedFen: number;
}

/**
 * What a programme would have granted to an application of the past, by what the registry said then. A patent that another case had stays
 * lost: which of the two had it was not the programme's to say.
 */
export function wouldGrant({ applicantName, rows, usedFen }: PastApplication, programme: Programme) {
  const judged = rows.map(({ amountFen: _, excluded: __, ...patent }): PatentRow => {
    const failed = assessPatent({ patent, registered: patent.registry, applicantName, programme });
    const lost = patent.failed?.filter(({ ruleId }) => ruleId === 'not-funded-before') ?? [];
    return { ...patent, failed: [...failed, ...lost] };
  });
  return grantOf(withinEnterpriseCap(judged, programme.enterpriseYearCapFen - usedFen, programme));
}
