import { changed, type Input } from './changes.js';
import { memberState, STAFF, type ServedRegistry } from './registry.js';

let drafted = 0;
let evaluated = 0;

export const draftInput = (changes: Input = {}): Input => ({
  memberState: 'RWA',
  unitType: 'FORMED_POLICE_UNIT',
  reference: `UNIT-${(drafted += 1)}`,
  describedOn: '2024-01-10',
  title: 'Formed police unit',
  deployableWithinDays: 60,
  languages: ['fr', 'en'],
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
  registry: ServedRegistry,
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

/** Drafts a pledge; its id. */
export async function draftedPledge(
  registry: ServedRegistry,
  state: string,
  reference: string,
  unitType = 'INFANTRY_BATTALION',
): Promise<string> {
  return (await pledgeIn(registry, 'DRAFT', { memberState: state, reference, unitType })).id;
}

/** A pledge of a unit that is in its mission; its id. */
export async function deployedPledge(
  registry: ServedRegistry,
  state: string,
  reference: string,
  unitType = 'INFANTRY_BATTALION',
): Promise<string> {
  return (await pledgeIn(registry, 'DEPLOYED', { memberState: state, reference, unitType })).id;
}

/** A visit that was planned for pledges of a Member State, and held where days are given. */
export async function plannedVisit(
  registry: ServedRegistry,
  kind: string,
  pledgeIds: readonly string[],
  held?: readonly [heldFrom: string, heldUntil: string],
  state = 'RWA',
): Promise<string> {
  const [plannedFrom, plannedUntil] = held ?? ['2025-11-03', '2025-11-07'];
  const plan = { decidedOn: '2024-02-01', plannedFrom, plannedUntil, purpose: 'Verify the pledge' };
  const input = { memberState: state, kind, pledgeIds, ...plan };
  const { id } = await changed(registry, STAFF, 'planVisit', input, 'Visit { id }');
  if (held) {
    const holding = {
      visitId: id,
      heldFrom: held[0],
      heldUntil: held[1],
      team: ['Team leader'],
      expectedVersion: 1,
    };
    await changed(registry, STAFF, 'holdVisit', holding);
  }
  return String(id);
}

/** An evaluation of a unit, in other words than the one before; its id. */
export async function recordedEvaluation(
  registry: ServedRegistry,
  pledgeId: string,
  values: Input = {},
): Promise<string> {
  const input = {
    pledgeId,
    mission: 'UNMISS',
    periodFrom: '2025-01-01',
    periodUntil: '2025-06-30',
    evaluatedOn: '2025-07-15',
    scale: 'FIVE_STEP',
    rawScore: 2,
    areas: [
      { area: 'FORCE_PROTECTION', score: 2 },
      { area: 'GENDER', score: 3 },
    ],
    verdict: 'NEEDS_IMPROVEMENT',
    summary: `Patrols are few (${(evaluated += 1)}).`,
    ...values,
  };
  return (await changed(registry, STAFF, 'recordEvaluation', input, 'Evaluation { id }')).id;
}
