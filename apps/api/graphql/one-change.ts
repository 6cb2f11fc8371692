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

/** @param seen the fragments on the way, since one that spreads itself is found by a rule of its own */
function rootFieldsIn(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  seen: ReadonlySet<string>,
): number {
  const counts = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFieldsIn(context, selection.selectionSet, seen);
    const { value: name } = selection.name;
    const fragment = seen.has(name) ? undefined : context.getFragment(name);
    return fragment ? rootFieldsIn(context, fragment.selectionSet, new Set([...seen, name])) : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
