import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { answerStore } from '../../../functions/financing-demand/store/answer-store.ts';
import { financingRules } from '../../../functions/financing-demand/store/financing-rules.ts';
import { issuedCertificates } from '../../../functions/financing-demand/store/issued-certificates.ts';
import { listStore } from '../../../functions/financing-demand/store/list-store.ts';
import { openDemandStore } from '../../../functions/financing-demand/store/open-demand-store.ts';
import { productChanges } from '../../../functions/financing-demand/store/product-changes.ts';
import { productStore } from '../../../functions/financing-demand/store/product-store.ts';
import { reportStore } from '../../../functions/financing-demand/store/report-store.ts';
import type { ServicesWithRecords } from '../../../functions/financing-demand/store/services-with-records.ts';
import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import type { Product } from '../../../workflows/financing-demand/product/contract.ts';
import type { FinancingRules } from '../../../workflows/financing-demand/rules/financing-rules.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { NOW, type World, world } from '../support/world.ts';

export interface FinancingWorld extends World, ServicesWithRecords {
  /** Sets the clock. */
  setNow(at: string | Date): void;
}

/** The services of financing demands on a real database; rules as in seeds/ unless told. */
export function financingWorld(
  db: DynamoDBDocumentClient,
  rulesOf: (rules: FinancingRules) => FinancingRules = (rules) => rules,
): FinancingWorld {
  let now = new Date(NOW);
  return {
    ...world(db),
    now: () => now,
    setNow(at) {
      now = new Date(at);
    },
    lists: listStore(db, 'FinancingTable'),
    products: productStore(db, 'FinancingTable'),
    openDemands: openDemandStore(db, 'FinancingTable'),
    productChanges: productChanges(db, 'FinancingTable'),
    answers: answerStore(db, 'FinancingTable'),
    reports: reportStore(db, 'FinancingTable'),
    issuedCertificates: issuedCertificates(db, 'CertificateTable'),
    financingRules: (at) => rulesOf(financingRules(at)),
  };
}

const bank = (organisationId: string, organisationName: string): Actor => ({
  organisationKind: 'bank',
  organisationId,
  organisationName,
  personId: `person-of-${organisationId}`,
  personName: `Person of ${organisationName}`,
  roles: ['banker'],
});
export const BANK_ONE = bank('91500112LJDEM101X8', '两江示范银行');
export const BANK_TWO = bank('91500105LJDEM10284', '嘉陵示范银行');
export const GUARANTEE = bank('91500105LJDEM1052L', '两江示范融资担保有限公司');

/** A product that fits {@link demand} in everything. */
export function product(overrides: Partial<Product> = {}): Product {
  return {
    productId: 'p-1',
    name: '示范科技贷',
    facility: 'working-capital',
    amountFromFen: 1_000_000,
    amountToFen: 1_000_000_000,
    termMonthsFrom: 1,
    termMonthsTo: 36,
    rateFromBasisPoints: 345,
    regions: [],
    industries: [],
    ladderLevels: [],
    securities: [],
    firstLoan: true,
    ...overrides,
  };
}

/** A demand of ENTERPRISE on {@link NOW}, with consent for every bank and all its data. */
export function demand(overrides: Partial<DemandSubmission> = {}): DemandSubmission {
  return {
    applicant: { uscc: ENTERPRISE.organisationId, name: ENTERPRISE.organisationName },
    contact: { name: '林一鸣', phone: '023-12345678' },
    terms: {
      amountFromFen: 100_000_000,
      amountToFen: 300_000_000,
      facility: 'working-capital',
      purpose: '采购原材料',
      termMonths: 12,
      highestRateBasisPoints: 450,
      securities: ['receivables'],
      industry: 'equipment',
      neededByOn: '2026-12-15',
      firstLoan: false,
      existingLoans: [],
      validUntilOn: '2027-01-31',
      urgent: false,
      partsAllowed: false,
    },
    declared: {
      tax: { year: 2025, salesFen: 5_000_000_000, taxPaidFen: 200_000_000, creditGrade: 'A' },
      'social-security': { insuredPersons: 120 },
    },
    disclosure: 'named',
    consent: {
      grants: [
        {
          grantee: { kind: 'class', class: 'bank' },
          dataGroups: ['identity', 'tax', 'social-security', 'patents', 'ladder', 'certificates'],
          from: '2026-11-01T00:00:00+08:00',
          until: '2027-06-01T00:00:00+08:00',
        },
      ],
      signature: { signedOn: '2026-11-20', signatory: '林一鸣', signatoryRole: 'legal-representative' },
    },
    ...overrides,
  };
}
