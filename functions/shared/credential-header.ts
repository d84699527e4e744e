/** Header of a credential secured as JWT: W3C "Securing Verifiable Credentials using JOSE and COSE", section 3.1.1. */
export const CREDENTIAL_HEADER = { typ: 'vc+jwt', cty: 'vc' } as const;
