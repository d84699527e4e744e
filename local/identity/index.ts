export type { Account } from './accounts.ts';
export { createIssuer, type Issuer } from './issuer.ts';
