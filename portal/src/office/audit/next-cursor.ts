/** The cursor of the next page that a Link header (RFC 8288) leads to; none on the last. */
export function nextCursor(link: string | null): string | undefined {
  const [, target = ''] = /<([^>]*)>;\s*rel="next"/.exec(link ?? '') ?? [];
  return new URLSearchParams(target.split('?')[1] ?? '').get('cursor') ?? undefined;
}
