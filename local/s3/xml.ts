const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text that stands in an XML element. Other control characters cannot stand there (XML 1.0) and are dropped. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}/gu, (one) => ESCAPES[one] ?? '');
}
