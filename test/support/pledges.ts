import { changed, type Input } from './changes.js';
import { memberState, STAFF, type TestRegistry } from './registry.js';

let drafted = 0;

export const draftInput = (changes: Input = {}): Input => ({
  memberState: 'RWA',
  unitType: 'FORMED_POLICE_UNIT',
  reference: `UNIT-${(drafted += 1)}`,
  describedOn: '2024-01-10',
  title: 'Formed police unit',
  deployableWithinDays: 60,
  languages: ['French', 'English'],
  contactPost: 'Police adviser, permanent mission',
  ...changes,
});

/** The steps by which pledges come to be somewhere: mutation, who uses it, and on which day. */
const STEPS = {
  SUBMITTED: ['submitPledge', '2024-02-01'],
  REGISTERED: ['acceptPledge', '2024-03-01'],
  SELECTED: ['movePledge', '2024-04-01'],
  MOU_NEGOTIATION: ['movePledge', '2024-05-01'],
  PDV: ['movePledge', '2024-06-01'],
  CLEARED: ['movePledge', '2024-07-01'],
  DEPLOYED: ['movePledge', '2024-08-01'],
  RETURNED: ['movePledge', '2025-08-01'],
} as const;

/** A new pledge in a state; its version is the number of steps that it has taken, the first included. */
export async function pledgeIn(
  registry: TestRegistry,
  state: keyof typeof STEPS | 'DRAFT',
  changes: Input = {},
): Promise<{ id: string; version: number; memberState: string }> {
  const input = draftInput(changes);
  const memberStateCode = String(input['memberState']);
  const { id } = await changed(registry, memberState(memberStateCode), 'draftPledge', input, 'Pledge { id }');
  const states = Object.keys(STEPS) as (keyof typeof STEPS)[];
  let version = 1;
  for (const to of state === 'DRAFT' ? [] : states.slice(0, states.indexOf(state) + 1)) {
    const [mutation, occurredOn] = STEPS[to];
    const step = { pledgeId: id, expectedVersion: version, occurredOn };
    await changed(registry, STAFF, mutation, mutation === 'movePledge' ? { ...step, to } : step);
    version += 1;
  }
  return { id, version, memberState: memberStateCode };
}
