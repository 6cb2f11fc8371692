import { LIFECYCLE_STATES, type LifecycleState } from '#reference/codes.js';

/** The steps that a pledge may take from each state (rules.md, Lifecycle). */
export const TRANSITIONS: Readonly<Record<LifecycleState, readonly LifecycleState[]>> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['REGISTERED', 'REJECTED', 'DRAFT', 'WITHDRAWN'],
  REGISTERED: ['SELECTED', 'WITHDRAWN'],
  SELECTED: ['MOU_NEGOTIATION', 'REGISTERED', 'WITHDRAWN'],
  MOU_NEGOTIATION: ['PDV', 'REGISTERED', 'WITHDRAWN'],
  PDV: ['CLEARED', 'MOU_NEGOTIATION', 'REGISTERED', 'WITHDRAWN'],
  CLEARED: ['DEPLOYED', 'REGISTERED', 'WITHDRAWN'],
  DEPLOYED: ['RETURNED'],
  RETURNED: ['REGISTERED'],
  REJECTED: ['DRAFT'],
  WITHDRAWN: [],
};

/** The state in which every pledge begins. */
export const FIRST_STATE: LifecycleState = 'DRAFT';

/** From its selection to its return a unit is in use, or on its way there. */
export const IN_USE: readonly LifecycleState[] = [
  'SELECTED',
  'MOU_NEGOTIATION',
  'PDV',
  'CLEARED',
  'DEPLOYED',
];

export const isInUse = (state: LifecycleState | undefined): boolean =>
  state !== undefined && IN_USE.includes(state);

/** States that the table can never reach from the first; a table with any is refused at start. */
export function unreachableStates(transitions: Readonly<Record<LifecycleState, readonly LifecycleState[]>>) {
  const reached = new Set<LifecycleState>([FIRST_STATE]);
  // A set that grows while it is walked visits what was added.
  for (const state of reached) for (const next of transitions[state]) reached.add(next);
  return LIFECYCLE_STATES.filter((state) => !reached.has(state));
}

const unreachable = unreachableStates(TRANSITIONS);
if (unreachable.length > 0) throw new Error(`no step leads to ${unreachable.join(', ')}`);
