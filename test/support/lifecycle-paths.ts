import type { LifecycleState } from '#readiness/facts.js';

const REGISTERED = ['DRAFT', 'SUBMITTED', 'REGISTERED'] as const;
const CLEARED = [...REGISTERED, 'SELECTED', 'MOU_NEGOTIATION', 'PDV', 'CLEARED'] as const;

/** The steps by which a pledge comes to each state, the first draft included. */
export const PATHS: Readonly<Record<LifecycleState, readonly LifecycleState[]>> = {
  DRAFT: ['DRAFT'],
  SUBMITTED: ['DRAFT', 'SUBMITTED'],
  REJECTED: ['DRAFT', 'SUBMITTED', 'REJECTED'],
  REGISTERED,
  WITHDRAWN: [...REGISTERED, 'WITHDRAWN'],
  SELECTED: CLEARED.slice(0, 4),
  MOU_NEGOTIATION: CLEARED.slice(0, 5),
  PDV: CLEARED.slice(0, 6),
  CLEARED,
  DEPLOYED: [...CLEARED, 'DEPLOYED'],
  RETURNED: [...CLEARED, 'DEPLOYED', 'RETURNED'],
};

/** Whether the path to a state leads through registration. */
export const isRegistered = (state: LifecycleState): boolean => PATHS[state].includes('REGISTERED');

/**
 * The steps that a pledge still takes to a state.
 * @param registered whether it is registered; else it is a draft. Where the path does not lead on from there, the one
 *   step that the lifecycle is asked for, and may refuse
 */
export function stepsOn(state: LifecycleState, registered: boolean): readonly LifecycleState[] {
  if (isRegistered(state) !== registered) return [state];
  return PATHS[state].slice(registered ? REGISTERED.length : 1);
}
