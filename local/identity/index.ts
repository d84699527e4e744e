export type { Account } from './accounts.ts';
export { createIssuer, type Issuer, type IssuerOptions } from './issuer.ts';
