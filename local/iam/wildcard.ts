const compiled = new Map<string, RegExp>();

/** Whether `value` matches a pattern in which `*` stands for any text and `?` for one character. */
export function matchesWildcard(value: string, pattern: string): boolean {
  if (pattern === '*' || pattern === value) return true;
  if (!/[*?]/.test(pattern)) return false;
  return expressionFor(pattern).test(value);
}

/** Actions are compared without regard to case: `dynamodb:putitem` grants `dynamodb:PutItem`. */
export function matchesAction(action: string, pattern: string): boolean {
  return matchesWildcard(action.toLowerCase(), pattern.toLowerCase());
}

function expressionFor(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  const expression = new RegExp(`^${source}$`);
  compiled.set(pattern, expression);
  return expression;
}
