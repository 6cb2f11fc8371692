import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * A mutation changes one thing: a problem undoes the whole operation, and what another root field had answered by then
 * would not be true.
 */
export const oneChange = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (operation) => {
    if (operation.operation !== OperationTypeNode.MUTATION) return;
    const count = rootFieldsIn(context, operation.selectionSet, new Set());
    if (count === 1) return;
    context.reportError(
      new GraphQLError(`A mutation has exactly one root field; this one has ${count}.`, { nodes: operation }),
    );
  },
});

/**
 * Each fragment is counted once: spread again it gives the same fields under the same names, and fragments that spread
 * each other twice, level upon level, would be looked into more often than a server lives.
 * @param seen the fragments that were looked into
 */
function rootFieldsIn(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  seen: Set<string>,
): number {
  let count = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      count += rootFieldsIn(context, selection.selectionSet, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = context.getFragment(selection.name.value);
      if (fragment) count += rootFieldsIn(context, fragment.selectionSet, seen);
    }
  }
  return count;
}
