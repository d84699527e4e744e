/**
 * What a credential (JWT) says, as the platform hands it to whoever may see the case. Its signature is for others to verify: here it
 * comes from the issuer itself.
 */
export function credentialPayload(credential: string): unknown {
  const payload = credential.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
    one.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes));
}
