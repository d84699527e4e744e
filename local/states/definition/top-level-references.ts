import type { ExprNode } from 'jsonata';

/**
 * The names that an expression reads from its context where it has none: Step Functions evaluates without an input, so
 * `name`, and `$` outside of a path, refer to nothing. Source: developer guide, "Transforming data with JSONata".
 */
export function topLevelReferences(root: ExprNode): readonly string[] {
  const found: string[] = [];
  const pending: (ExprNode | undefined)[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!node) continue;
    if (node.type === 'name') found.push(String(node.value));
    else if (node.type === 'variable' && node.value === '') found.push('$');
    else pending.push(...sameContext(node));
  }
  return found;
}

/** The parts of a node that are evaluated in the node's own context: not the later steps of a path, nor predicates. */
function sameContext(node: ExprNode & OtherParts): readonly (ExprNode | undefined)[] {
  switch (node.type as string) {
    case 'path':
      return [node.steps?.[0]];
    case 'binary':
    case 'apply':
      return [node.lhs as ExprNode, node.rhs];
    case 'bind':
      return [node.rhs];
    case 'unary':
      return node.value === '{'
        ? (node.lhs as readonly [ExprNode, ExprNode][]).flat()
        : [node.expression, ...(node.expressions ?? [])];
    case 'function':
    case 'partial':
      return node.arguments ?? [];
    case 'condition':
      return [node.condition, node.then, node.else];
    case 'block':
      return node.expressions ?? [];
    case 'lambda':
      return [node.body];
    default:
      return [];
  }
}

/** Parts that the library's types leave out. */
interface OtherParts {
  readonly expression?: ExprNode;
  readonly condition?: ExprNode;
  readonly then?: ExprNode;
  readonly else?: ExprNode;
  readonly body?: ExprNode;
}
