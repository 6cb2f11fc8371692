import { LIFECYCLE_STATES } from '#reference/codes.js';
import { TRANSITIONS, unreachableStates } from './lifecycle.js';

describe('the table of steps', () => {
  it('reaches every state from a draft', () => {
    expect(unreachableStates(TRANSITIONS)).toEqual([]);
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...LIFECYCLE_STATES].sort());
  });

  it('is found out where it strands a state', () => {
    expect(unreachableStates({ ...TRANSITIONS, PDV: ['WITHDRAWN'] })).toEqual([
      'CLEARED',
      'DEPLOYED',
      'RETURNED',
    ]);
  });

  it('ends with a withdrawal alone', () => {
    const final = LIFECYCLE_STATES.filter((state) => TRANSITIONS[state].length === 0);
    expect(final).toEqual(['WITHDRAWN']);
  });
});
