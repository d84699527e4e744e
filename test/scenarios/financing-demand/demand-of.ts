import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import { demand } from '../../functions/financing-demand/financing-world.ts';
import type { TestPlatform } from '../platform.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A demand of the enterprise qiyuan as of the platform's present day. */
export function demandOf(
  { runtime }: Pick<TestPlatform, 'runtime'>,
  variation: Partial<DemandSubmission['terms']> = {},
): DemandSubmission {
  const day = (days: number) => new Date(runtime.clock.now() + days * DAY_MS).toISOString();
  const { consent, terms, ...rest } = demand();
  return {
    ...rest,
    applicant: { uscc: '91500112LJDEM0017W', name: '重庆启元示范智能装备股份有限公司' },
    terms: {
      ...terms,
      neededByOn: day(30).slice(0, 10),
      validUntilOn: day(60).slice(0, 10),
      ...variation,
    },
    consent: {
      signature: { ...consent.signature, signedOn: day(-2).slice(0, 10) },
      grants: consent.grants.map((grant) => ({ ...grant, from: day(-1), until: day(90) })),
    },
  };
}
