import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { configuredRegistry } from '../client/configured-registry.ts';
import type { PatentRegistry } from '../registry/patent-registry.ts';
import { type ApplicationStore, applicationStore } from './application-store.ts';
import { type EnterpriseYearStore, enterpriseYearStore } from './enterprise-year-store.ts';
import { type PatentClaimStore, patentClaimStore } from './patent-claim-store.ts';
import { type PatentRegister, patentRegister } from './patent-register.ts';
import { type ProgrammeStore, programmeStore } from './programme-store.ts';

/** What the functions of patent funding have beside what every function has; take only what the function has access to. */
export interface FundingServices extends Services {
  readonly applications: ApplicationStore;
  readonly patentClaims: PatentClaimStore;
  readonly enterpriseYears: EnterpriseYearStore;
  readonly register: PatentRegister;
  readonly registry: PatentRegistry;
  readonly programmes: ProgrammeStore;
}

export function fundingServices(): FundingServices {
  return extended(fundingStores());
}

/** The stores alone, for whoever has other services beside them. */
export function fundingStores(): Omit<FundingServices, keyof Services> {
  const table = () => setting('PATENT_TABLE');
  return {
    get applications() {
      return applicationStore(dynamoDb(), table());
    },
    get patentClaims() {
      return patentClaimStore(dynamoDb(), table());
    },
    get enterpriseYears() {
      return enterpriseYearStore(dynamoDb(), table());
    },
    get register() {
      return patentRegister(dynamoDb(), table());
    },
    get registry() {
      return configuredRegistry(() => patentRegister(dynamoDb(), table()));
    },
    get programmes() {
      return programmeStore(dynamoDb(), table, () => setting('CASE_TABLE'));
    },
  };
}
