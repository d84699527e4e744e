import type { ExprNode } from 'jsonata';

/**
 * Visits the node and every node below it. The library's types name only some of the fields that hold nodes (predicates,
 * groups, lambda bodies and object constructors are missing), hence the walk over all of them.
 */
export function walkSyntax(root: ExprNode, visit: (node: ExprNode) => void): void {
  const seen = new Set<object>();
  const pending: unknown[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (isNode(next)) visit(next);
    pending.push(...Object.values(next));
  }
}

function isNode(value: object): value is ExprNode {
  return 'type' in value && typeof value.type === 'string';
}

/** A failure as jsonata throws it for malformed text. */
export interface SyntaxFailure {
  readonly code: string;
  readonly message: string;
  readonly position: number;
}

/**
 * The coalescing (`??`) and default (`?:`) operators came with JSONata 2.1; Step Functions refuses them when it validates a
 * definition (measured). jsonata reads both as conditions, which differ from `a ? b : c` in the text before their position.
 */
export function findUnsupportedSyntax(source: string, root: ExprNode): SyntaxFailure | undefined {
  let found: SyntaxFailure | undefined;
  walkSyntax(root, (node) => {
    const position = node.position ?? 0;
    const operator = source.slice(position - 2, position);
    if (node.type === 'condition' && (operator === '??' || operator === '?:')) {
      found = { code: 'S0201', message: `Syntax error: "${operator}"`, position };
    }
  });
  return found;
}
