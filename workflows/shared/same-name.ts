/** Names are compared without width and spacing: brackets are often typed in the other width. */
export function isSameName(one: string, other: string): boolean {
  return canonicalName(one) === canonicalName(other);
}

function canonicalName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}
