import { OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { ToldError } from '#platform/graphql/told-error.js';
import { rootSelections } from './root-selections.js';

/**
 * A mutation changes one thing: a problem undoes the whole operation, and what another root field had answered by then
 * would not be true.
 */
export const oneChange = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (operation) => {
    if (operation.operation !== OperationTypeNode.MUTATION) return;
    const fields = rootSelections(operation.selectionSet, (name) => context.getFragment(name));
    if (fields.length === 1) return;
    context.reportError(new ToldError('error.ONE_CHANGE', { count: fields.length }, { nodes: operation }));
  },
});
