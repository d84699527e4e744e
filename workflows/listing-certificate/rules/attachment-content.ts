const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** First bytes by which a type is known, whatever the file is called. */
const SIGNATURES: readonly { readonly mediaType: string; readonly bytes: readonly number[] }[] = [
  // PDF 2.0 (ISO 32000-2), 7.5.2: %PDF-
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // PNG (ISO/IEC 15948), 5.2
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  // JPEG (ITU-T T.81), B.1: SOI and the first byte of the next marker
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** The bytes of a base64 text, or undefined where it is not base64 (RFC 4648, 4: padded, no line breaks). */
export function attachmentBytes(contentBase64: string): Uint8Array | undefined {
  if (contentBase64.length % 4 !== 0 || !BASE64.test(contentBase64)) return undefined;
  return Uint8Array.from(atob(contentBase64), (character) => character.charCodeAt(0));
}

/** What the content is by its first bytes; undefined for anything we do not know. */
export function contentType(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))
    ?.mediaType;
}
