/** Where the QR code leads: the public page of a certificate, its code included. */
export function verificationUrl(publicBaseUrl: string, number: string, code: string): string {
  const url = new URL(`/verify/${encodeURIComponent(number)}`, publicBaseUrl);
  url.searchParams.set('code', code);
  return url.href;
}
