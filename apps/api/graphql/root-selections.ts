import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** The fragment of a name in the document at hand. */
export type FragmentNamed = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * The root fields that an operation selects, those of its fragments included. Each fragment is looked into once: spread
 * again it gives the same fields under the same names, and fragments that spread each other twice, level upon level,
 * would be looked into more often than a server lives.
 * @param seen the fragments that were looked into
 */
export function rootSelections(
  { selections }: SelectionSetNode,
  fragmentNamed: FragmentNamed,
  seen = new Set<string>(),
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return rootSelections(selection.selectionSet, fragmentNamed, seen);
    if (seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    const fragment = fragmentNamed(selection.name.value);
    return fragment ? rootSelections(fragment.selectionSet, fragmentNamed, seen) : [];
  });
}
