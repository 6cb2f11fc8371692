import pg from 'pg';
import type { Principal } from '#platform/principal.js';
import { change, changed, type Input } from '#test/support/changes.js';
import { draftInput, pledgeIn } from '#test/support/recorded.js';
import {
  countRows,
  EVALUATOR,
  memberState,
  STAFF,
  startRegistry,
  type TestRegistry,
} from '#test/support/registry.js';

const RWANDA = memberState('RWA');
const GHANA = memberState('GHA');
const NOWHERE = '0199dd71-1600-7cc3-9066-f98a7fdcb35a';

/** What the registry holds before anything is refused. */
interface Held {
  readonly draft: string;
  readonly submitted: string;
  readonly registered: string;
  readonly cleared: string;
  readonly deployed: string;
  readonly returned: string;
  readonly dogs: string;
  readonly caveat: string;
  readonly settled: string;
  readonly visit: string;
}

/** One refusal: the rule by its code, the mutation, who uses it and what is said, and what the problem names. */
type Refusal = readonly [
  code: string,
  mutation: string,
  principal: Principal,
  input: (held: Held) => Input,
  named: (held: Held) => Input,
];

const step = (pledgeId: string, expectedVersion: number, occurredOn: string, more: Input = {}): Input => ({
  pledgeId,
  expectedVersion,
  occurredOn,
  ...more,
});

const described = (pledgeId: string, more: Input): Input => {
  const { describedOn, title, deployableWithinDays, languages, contactPost } = draftInput();
  const words = { describedOn, title, deployableWithinDays, languages, contactPost };
  return { pledgeId, expectedVersion: 1, ...words, ...more };
};

const DRAFTS: readonly Refusal[] = [
  [
    'UNKNOWN_MEMBER_STATE',
    'draftPledge',
    STAFF,
    () => draftInput({ memberState: 'ATL' }),
    () => ({ field: 'memberState', value: 'ATL' }),
  ],
  [
    'UNKNOWN_MEMBER_STATE',
    'draftPledge',
    GHANA,
    () => draftInput(),
    () => ({ field: 'memberState', value: 'RWA' }),
  ],
  [
    'UNKNOWN_UNIT_TYPE',
    'draftPledge',
    STAFF,
    () => draftInput({ unitType: 'CAVALRY' }),
    () => ({ field: 'unitType', value: 'CAVALRY' }),
  ],
  [
    'AFTER_TODAY',
    'draftPledge',
    RWANDA,
    () => draftInput({ describedOn: '2025-10-14' }),
    () => ({ field: 'describedOn', value: '2025-10-14', limit: '2025-10-13' }),
  ],
  [
    'ALREADY_EXISTS',
    'draftPledge',
    RWANDA,
    () => draftInput({ reference: 'TAKEN' }),
    () => ({ field: 'reference', value: 'TAKEN' }),
  ],
  [
    'REQUIRED',
    'draftPledge',
    RWANDA,
    () => draftInput({ title: ' ' }),
    () => ({ field: 'title', value: ' ' }),
  ],
  [
    'TOO_LONG',
    'draftPledge',
    RWANDA,
    () => draftInput({ reference: 'R'.repeat(41) }),
    () => ({ field: 'reference', limit: '40' }),
  ],
  [
    'TOO_LARGE',
    'draftPledge',
    RWANDA,
    () => draftInput({ deployableWithinDays: 1001 }),
    () => ({ field: 'deployableWithinDays', value: '1001', limit: '1000' }),
  ],
  [
    'UNKNOWN_CODE',
    'draftPledge',
    RWANDA,
    () => draftInput({ requirementStatementId: 'SUR_SIGNALS_V1' }),
    () => ({ field: 'requirementStatementId', value: 'SUR_SIGNALS_V1' }),
  ],
  [
    'NOT_PERMITTED',
    'draftPledge',
    EVALUATOR,
    () => draftInput(),
    () => ({ field: 'draftPledge', role: 'EVALUATOR' }),
  ],
  ['REQUIRED', 'draftPledge', RWANDA, () => draftInput({ languages: [] }), () => ({ field: 'languages' })],
  [
    'NEGATIVE',
    'describePledge',
    RWANDA,
    ({ draft }) => described(draft, { deployableWithinDays: -1 }),
    () => ({ field: 'deployableWithinDays', value: '-1', limit: '0' }),
  ],
  [
    'AFTER_TODAY',
    'describePledge',
    RWANDA,
    ({ draft }) => described(draft, { describedOn: '2025-10-14' }),
    () => ({ field: 'describedOn' }),
  ],
  [
    'UNKNOWN_CODE',
    'describePledge',
    RWANDA,
    ({ draft }) => described(draft, { requirementStatementId: 'SUR' }),
    () => ({ field: 'requirementStatementId', value: 'SUR' }),
  ],
  [
    'NOT_FOUND',
    'describePledge',
    GHANA,
    ({ draft }) => described(draft, {}),
    ({ draft }) => ({ field: 'pledgeId', value: draft }),
  ],
  [
    'NOT_FOUND',
    'describePledge',
    STAFF,
    () => described('unit 1', {}),
    () => ({ field: 'pledgeId', value: 'unit 1' }),
  ],
];

const STEPS: readonly Refusal[] = [
  [
    'STALE_VERSION',
    'submitPledge',
    RWANDA,
    ({ draft }) => step(draft, 2, '2025-01-01'),
    () => ({ field: 'expectedVersion', value: '2', expectedVersion: 2, currentVersion: 1 }),
  ],
  [
    'TOO_SMALL',
    'submitPledge',
    RWANDA,
    ({ draft }) => step(draft, 0, '2025-01-01'),
    () => ({ field: 'expectedVersion', value: '0', limit: '1' }),
  ],
  [
    'AFTER_TODAY',
    'submitPledge',
    RWANDA,
    ({ draft }) => step(draft, 1, '2025-10-14'),
    () => ({ field: 'occurredOn' }),
  ],
  [
    'BEFORE_LAST_STEP',
    'submitPledge',
    RWANDA,
    ({ draft }) => step(draft, 1, '2024-01-09'),
    () => ({ field: 'occurredOn', value: '2024-01-09', limit: '2024-01-10' }),
  ],
  [
    'NOT_FOUND',
    'submitPledge',
    GHANA,
    ({ draft }) => step(draft, 1, '2025-01-01'),
    ({ draft }) => ({ field: 'pledgeId', value: draft }),
  ],
  [
    'TRANSITION_NOT_ALLOWED',
    'acceptPledge',
    STAFF,
    ({ draft }) => step(draft, 1, '2025-01-01'),
    () => ({ from: 'DRAFT', to: 'REGISTERED', allowed: ['SUBMITTED', 'WITHDRAWN'] }),
  ],
  [
    'NOT_PERMITTED',
    'acceptPledge',
    RWANDA,
    ({ submitted }) => step(submitted, 2, '2025-01-01'),
    () => ({ role: 'MEMBER_STATE' }),
  ],
  [
    'STALE_VERSION',
    'acceptPledge',
    STAFF,
    ({ submitted }) => step(submitted, 1, '2025-01-01'),
    () => ({ currentVersion: 2 }),
  ],
  [
    'BEFORE_LAST_STEP',
    'acceptPledge',
    STAFF,
    ({ submitted }) => step(submitted, 2, '2024-01-31'),
    () => ({ limit: '2024-02-01' }),
  ],
  [
    'REQUIRED',
    'rejectPledge',
    STAFF,
    ({ submitted }) => step(submitted, 2, '2025-01-01', { note: '' }),
    () => ({ field: 'note' }),
  ],
  [
    'AFTER_TODAY',
    'rejectPledge',
    STAFF,
    ({ submitted }) => step(submitted, 2, '2025-10-14', { note: 'No' }),
    () => ({ field: 'occurredOn' }),
  ],
  [
    'TRANSITION_NOT_ALLOWED',
    'withdrawPledge',
    RWANDA,
    ({ deployed }) => step(deployed, 8, '2025-01-01'),
    () => ({ allowed: ['RETURNED'] }),
  ],
  [
    'STALE_VERSION',
    'withdrawPledge',
    RWANDA,
    ({ draft }) => step(draft, 9, '2025-01-01'),
    () => ({ currentVersion: 1 }),
  ],
  [
    'UNKNOWN_CODE',
    'movePledge',
    STAFF,
    ({ registered }) => step(registered, 3, '2025-01-01', { to: 'WITHDRAWN' }),
    () => ({ field: 'to', value: 'WITHDRAWN' }),
  ],
  [
    'BEFORE_REGISTRATION',
    'movePledge',
    STAFF,
    ({ registered }) => step(registered, 3, '2024-02-29', { to: 'SELECTED' }),
    () => ({ field: 'occurredOn', value: '2024-02-29', limit: '2024-03-01' }),
  ],
  [
    'BEFORE_REGISTRATION',
    'movePledge',
    STAFF,
    ({ cleared }) => step(cleared, 7, '2024-02-29', { to: 'DEPLOYED' }),
    () => ({ limit: '2024-03-01' }),
  ],
  [
    'BEFORE_LAST_STEP',
    'movePledge',
    STAFF,
    ({ cleared }) => step(cleared, 7, '2024-06-30', { to: 'DEPLOYED' }),
    () => ({ limit: '2024-07-01' }),
  ],
  [
    'UNKNOWN_MISSION',
    'movePledge',
    STAFF,
    ({ registered }) => step(registered, 3, '2025-01-01', { to: 'SELECTED', mission: 'UNOMIG2' }),
    () => ({ field: 'mission', value: 'UNOMIG2' }),
  ],
  [
    'TRANSITION_NOT_ALLOWED',
    'movePledge',
    STAFF,
    ({ registered }) => step(registered, 3, '2025-01-01', { to: 'DEPLOYED' }),
    () => ({ allowed: ['SELECTED', 'WITHDRAWN'] }),
  ],
  [
    'REQUIRED',
    'movePledge',
    STAFF,
    ({ returned }) => step(returned, 9, '2025-09-01', { to: 'REGISTERED' }),
    () => ({ field: 'confirmedOn' }),
  ],
  [
    'BEFORE_LAST_STEP',
    'movePledge',
    STAFF,
    ({ returned }) => step(returned, 9, '2025-09-01', { to: 'REGISTERED', confirmedOn: '2025-07-31' }),
    () => ({ field: 'confirmedOn', limit: '2025-08-01' }),
  ],
  [
    'AFTER_TODAY',
    'movePledge',
    STAFF,
    ({ returned }) => step(returned, 9, '2025-09-01', { to: 'REGISTERED', confirmedOn: '2025-10-14' }),
    () => ({ field: 'confirmedOn' }),
  ],
  [
    'BEFORE_REGISTRATION',
    'confirmPledge',
    RWANDA,
    ({ registered: pledgeId }) => ({ pledgeId, confirmedOn: '2024-02-29' }),
    () => ({ field: 'confirmedOn', value: '2024-02-29', limit: '2024-03-01' }),
  ],
  [
    'BEFORE_REGISTRATION',
    'confirmPledge',
    RWANDA,
    ({ submitted: pledgeId }) => ({ pledgeId, confirmedOn: '2025-01-01' }),
    () => ({ limit: null }),
  ],
  [
    'AFTER_TODAY',
    'confirmPledge',
    RWANDA,
    ({ registered: pledgeId }) => ({ pledgeId, confirmedOn: '2025-10-14' }),
    () => ({ field: 'confirmedOn' }),
  ],
  [
    'NOT_FOUND',
    'confirmPledge',
    STAFF,
    () => ({ pledgeId: NOWHERE, confirmedOn: '2025-01-01' }),
    () => ({ field: 'pledgeId', value: NOWHERE }),
  ],
];

const measured =
  (more: Input, basis = 'BY_LINE') =>
  ({ registered: pledgeId }: Held): Input => ({
    pledgeId,
    measuredOn: '2025-01-01',
    basis,
    ...more,
  });
const line = { item: 'AMBULANCE', agreed: 2, present: 2, serviceable: 1 };
const category = { category: 'CATERING', required: 180, available: 180 };
const measurement = (
  code: string,
  input: (held: Held) => Input,
  named: Input,
  principal: Principal = RWANDA,
): Refusal => [code, 'recordMeasurement', principal, input, () => named];

const MEASUREMENTS: readonly Refusal[] = [
  measurement('AFTER_TODAY', measured({ measuredOn: '2025-10-14', equipmentLines: [line] }), {
    field: 'measuredOn',
  }),
  measurement('UNKNOWN_CODE', measured({ equipmentLines: [line] }, 'BY_GUESS'), {
    field: 'basis',
    value: 'BY_GUESS',
  }),
  measurement('REQUIRED', measured({}), { field: 'personnel, equipmentLines, selfSustainmentCategories' }),
  measurement('REQUIRED', measured({ equipmentLines: [] }, 'TOTALS_ONLY'), {
    field: 'personnel, equipmentOnHand, serviceability, selfSustainment, equipmentLines',
  }),
  measurement('NOT_OF_BASIS', measured({ serviceability: { required: 1, available: 1 } }), {
    field: 'serviceability',
    value: 'BY_LINE',
    limit: 'TOTALS_ONLY',
  }),
  measurement('NOT_OF_BASIS', measured({ selfSustainmentCategories: [category] }, 'TOTALS_ONLY'), {
    field: 'selfSustainmentCategories',
    value: 'TOTALS_ONLY',
    limit: 'BY_LINE',
  }),
  measurement('UNKNOWN_CODE', measured({ equipmentLines: [{ ...line, critical: false }] }, 'TOTALS_ONLY'), {
    field: 'equipmentLines.0.critical',
    value: 'false',
  }),
  measurement('NEGATIVE', measured({ personnel: { required: -1, available: 0 } }), {
    field: 'personnel.required',
    value: '-1',
    limit: '0',
  }),
  measurement('TOO_LARGE', measured({ personnel: { required: 10_001, available: 0 } }), {
    field: 'personnel.required',
    value: '10001',
    limit: '10000',
  }),
  measurement('MORE_THAN_WHOLE', measured({ personnel: { required: 180, available: 10, women: 11 } }), {
    field: 'personnel.women',
    value: '11',
    limit: '10',
  }),
  measurement('UNKNOWN_CODE', measured({ equipmentLines: [line, { ...line, item: 'cannon' }] }), {
    field: 'equipmentLines.1.item',
    value: 'cannon',
  }),
  measurement('ALREADY_EXISTS', measured({ equipmentLines: [line, { ...line, present: 9 }] }), {
    field: 'equipmentLines.1.item',
    value: 'AMBULANCE',
  }),
  measurement('TOO_LARGE', measured({ equipmentLines: [{ ...line, agreed: 100_001 }] }), {
    field: 'equipmentLines.0.agreed',
    limit: '100000',
  }),
  measurement('NEGATIVE', measured({ equipmentLines: [{ ...line, present: -1 }] }), {
    field: 'equipmentLines.0.present',
  }),
  measurement('MORE_THAN_WHOLE', measured({ equipmentLines: [{ ...line, serviceable: 3 }] }), {
    field: 'equipmentLines.0.serviceable',
    value: '3',
    limit: '2',
  }),
  measurement('UNKNOWN_CODE', measured({ selfSustainmentCategories: [{ ...category, category: 'OPERA' }] }), {
    field: 'selfSustainmentCategories.0.category',
  }),
  measurement('ALREADY_EXISTS', measured({ selfSustainmentCategories: [category, category] }), {
    field: 'selfSustainmentCategories.1.category',
    value: 'CATERING',
  }),
  measurement(
    'TOO_LARGE',
    measured({ equipmentOnHand: { required: 1, available: 100_001 } }, 'TOTALS_ONLY'),
    { field: 'equipmentOnHand.available' },
  ),
  measurement('NOT_FOUND', measured({ equipmentLines: [line], visitId: NOWHERE }), {
    field: 'visitId',
    value: NOWHERE,
  }),
  measurement(
    'NOT_COVERED_BY_VISIT',
    (held) => measured({ equipmentLines: [line], visitId: held.visit })(held),
    { field: 'visitId' },
    STAFF,
  ),
  measurement('NOT_PERMITTED', (held) => measured({ equipmentLines: [line], visitId: held.visit })(held), {
    field: 'visitId',
  }),
  measurement('NOT_FOUND', measured({ equipmentLines: [line] }), { field: 'pledgeId' }, GHANA),
  measurement('NOT_FOUND', measured({ equipmentLines: [line] }), { field: 'pledgeId' }, EVALUATOR),
];

const paper = { type: 'LOAD_LIST', receivedOn: '2025-01-01' };
const caveat = { knownOn: '2025-01-01', statement: 'No night patrols' };
const settlement = { resolvedOn: '2025-02-01', note: 'Withdrawn', expectedVersion: 4 };
const decision = { decision: 'D-1', decidedOn: '2025-01-01', fromOn: '2025-01-01', reason: 'Conduct' };
const agreement = { signedOn: '2025-05-01', fromOn: '2025-07-01', untilOn: '2026-06-30', commitmentDays: 60 };
const screening = { screenedOn: '2025-01-01', result: 'CERTIFIED' };
const plan = { plannedOn: '2025-01-01', deploymentOn: '2026-01-01', expectedVersion: 3 };

const of =
  (more: Input) =>
  ({ registered: pledgeId }: Held): Input => ({ pledgeId, ...more });
const fact = (mutation: string, code: string, principal: Principal, input: Input, named: Input): Refusal => [
  code,
  mutation,
  principal,
  of(input),
  () => named,
];

const FACTS: readonly Refusal[] = [
  fact(
    'addDocument',
    'UNKNOWN_CODE',
    RWANDA,
    { ...paper, type: 'LETTER' },
    { field: 'type', value: 'LETTER' },
  ),
  fact('addDocument', 'AFTER_TODAY', RWANDA, { ...paper, receivedOn: '2025-10-14' }, { field: 'receivedOn' }),
  fact(
    'addDocument',
    'INTERVAL_REVERSED',
    RWANDA,
    { ...paper, validUntil: '2024-12-31' },
    { field: 'validUntil', value: '2024-12-31', limit: '2025-01-01' },
  ),
  fact('addDocument', 'NOT_FOUND', GHANA, paper, { field: 'pledgeId' }),
  fact('addDocument', 'NOT_PERMITTED', EVALUATOR, paper, { role: 'EVALUATOR' }),
  fact('declareCaveat', 'AFTER_TODAY', RWANDA, { ...caveat, knownOn: '2025-10-14' }, { field: 'knownOn' }),
  fact(
    'declareCaveat',
    'INTERVAL_REVERSED',
    RWANDA,
    { ...caveat, resolveBy: '2024-12-31' },
    { field: 'resolveBy' },
  ),
  fact(
    'declareCaveat',
    'ALREADY_EXISTS',
    RWANDA,
    { ...caveat, reference: 'C-1' },
    { field: 'reference', value: 'C-1' },
  ),
  fact('declareCaveat', 'NOT_FOUND', GHANA, caveat, { field: 'pledgeId' }),
  fact(
    'reportCaveat',
    'NOT_PERMITTED',
    RWANDA,
    { ...caveat, resolveBy: '2025-12-01' },
    { role: 'MEMBER_STATE' },
  ),
  fact(
    'reportCaveat',
    'INTERVAL_REVERSED',
    STAFF,
    { ...caveat, resolveBy: '2024-12-31' },
    { field: 'resolveBy' },
  ),
  fact(
    'reportCaveat',
    'AFTER_TODAY',
    STAFF,
    { ...caveat, knownOn: '2025-10-14', resolveBy: '2026-01-01' },
    { field: 'knownOn' },
  ),
  [
    'STALE_VERSION',
    'settleCaveat',
    STAFF,
    ({ caveat: caveatId }) => ({ caveatId, ...settlement, expectedVersion: 3 }),
    () => ({ currentVersion: 4 }),
  ],
  [
    'BEFORE_OPENING',
    'settleCaveat',
    STAFF,
    ({ caveat: caveatId }) => ({ caveatId, ...settlement, resolvedOn: '2024-12-31' }),
    () => ({ field: 'resolvedOn', limit: '2025-01-01' }),
  ],
  [
    'AFTER_TODAY',
    'settleCaveat',
    STAFF,
    ({ caveat: caveatId }) => ({ caveatId, ...settlement, resolvedOn: '2025-10-14' }),
    () => ({ field: 'resolvedOn' }),
  ],
  [
    'ALREADY_CLOSED',
    'settleCaveat',
    STAFF,
    ({ settled: caveatId }) => ({ caveatId, ...settlement }),
    ({ settled }) => ({ field: 'caveatId', value: settled }),
  ],
  [
    'NOT_FOUND',
    'settleCaveat',
    STAFF,
    () => ({ caveatId: NOWHERE, ...settlement }),
    () => ({ field: 'caveatId' }),
  ],
  [
    'NOT_PERMITTED',
    'settleCaveat',
    RWANDA,
    ({ caveat: caveatId }) => ({ caveatId, ...settlement }),
    () => ({ role: 'MEMBER_STATE' }),
  ],
  fact('barUnit', 'AFTER_TODAY', STAFF, { ...decision, decidedOn: '2025-10-14' }, { field: 'decidedOn' }),
  fact('barUnit', 'INTERVAL_REVERSED', STAFF, { ...decision, untilOn: '2024-12-31' }, { field: 'untilOn' }),
  fact(
    'barUnit',
    'ALREADY_EXISTS',
    STAFF,
    { ...decision, decision: 'D-9' },
    { field: 'decision', value: 'D-9' },
  ),
  fact('barUnit', 'NOT_PERMITTED', RWANDA, decision, { role: 'MEMBER_STATE' }),
  ['NOT_FOUND', 'barUnit', STAFF, () => ({ pledgeId: NOWHERE, ...decision }), () => ({ field: 'pledgeId' })],
  [
    'UNKNOWN_MEMBER_STATE',
    'barMemberState',
    STAFF,
    () => ({ memberState: 'ATL', ...decision }),
    () => ({ field: 'memberState', value: 'ATL' }),
  ],
  [
    'ALREADY_EXISTS',
    'barMemberState',
    STAFF,
    () => ({ memberState: 'RWA', ...decision, decision: 'D-8' }),
    () => ({ field: 'decision', value: 'D-8' }),
  ],
  [
    'INTERVAL_REVERSED',
    'barMemberState',
    STAFF,
    () => ({ memberState: 'RWA', ...decision, untilOn: '2024-12-31' }),
    () => ({ field: 'untilOn' }),
  ],
  [
    'AFTER_TODAY',
    'barMemberState',
    STAFF,
    () => ({ memberState: 'RWA', ...decision, decidedOn: '2025-10-14' }),
    () => ({ field: 'decidedOn' }),
  ],
  [
    'NOT_PERMITTED',
    'barMemberState',
    RWANDA,
    () => ({ memberState: 'RWA', ...decision }),
    () => ({ role: 'MEMBER_STATE' }),
  ],
  [
    'UNIT_TYPE_NOT_ELIGIBLE',
    'agreeRdl',
    STAFF,
    ({ dogs: pledgeId }) => ({ pledgeId, ...agreement }),
    () => ({ field: 'pledgeId', value: 'CANINE' }),
  ],
  fact('agreeRdl', 'INTERVAL_REVERSED', STAFF, { ...agreement, untilOn: '2025-06-30' }, { field: 'untilOn' }),
  fact('agreeRdl', 'AFTER_TODAY', STAFF, { ...agreement, signedOn: '2025-10-14' }, { field: 'signedOn' }),
  fact('agreeRdl', 'NEGATIVE', STAFF, { ...agreement, commitmentDays: -1 }, { field: 'commitmentDays' }),
  fact('agreeRdl', 'TOO_LARGE', STAFF, { ...agreement, commitmentDays: 1001 }, { field: 'commitmentDays' }),
  fact(
    'agreeRdl',
    'UNKNOWN_CODE',
    STAFF,
    { ...agreement, requirementStatementId: 'SUR_CANINE_V1' },
    { field: 'requirementStatementId' },
  ),
  fact('agreeRdl', 'NOT_PERMITTED', RWANDA, agreement, { role: 'MEMBER_STATE' }),
  fact(
    'recordHumanRightsScreening',
    'UNKNOWN_CODE',
    STAFF,
    { ...screening, result: 'FINE' },
    { field: 'result', limit: 'CERTIFIED, PENDING, REFUSED' },
  ),
  fact(
    'recordHumanRightsScreening',
    'AFTER_TODAY',
    STAFF,
    { ...screening, screenedOn: '2025-10-14' },
    { field: 'screenedOn' },
  ),
  fact('recordHumanRightsScreening', 'NOT_PERMITTED', RWANDA, screening, { role: 'MEMBER_STATE' }),
  fact(
    'planDeployment',
    'STALE_VERSION',
    STAFF,
    { ...plan, expectedVersion: 2 },
    { expectedVersion: 2, currentVersion: 3 },
  ),
  fact('planDeployment', 'AFTER_TODAY', STAFF, { ...plan, plannedOn: '2025-10-14' }, { field: 'plannedOn' }),
  fact(
    'planDeployment',
    'INTERVAL_REVERSED',
    STAFF,
    { ...plan, deploymentOn: '2024-12-31' },
    { field: 'deploymentOn' },
  ),
  fact(
    'planDeployment',
    'UNKNOWN_MISSION',
    STAFF,
    { ...plan, mission: 'MARS' },
    { field: 'mission', value: 'MARS' },
  ),
  fact('planDeployment', 'NOT_PERMITTED', RWANDA, plan, { role: 'MEMBER_STATE' }),
  fact(
    'receiveUnitCertificate',
    'AFTER_TODAY',
    RWANDA,
    { receivedOn: '2025-10-14' },
    { field: 'receivedOn' },
  ),
  fact('receiveUnitCertificate', 'NOT_FOUND', GHANA, { receivedOn: '2025-01-01' }, { field: 'pledgeId' }),
];

describe('bad input about pledges', () => {
  let registry: TestRegistry;
  let held: Held;
  let before: Record<string, number>;

  beforeAll(async () => {
    registry = await startRegistry();
    held = await fill(registry);
    before = await countRows(registry.ownerUrl);
  });
  afterAll(() => registry.close());

  it.each([...DRAFTS, ...STEPS, ...MEASUREMENTS, ...FACTS])(
    '%s %s: a problem that names it, and nothing changed',
    async (code, mutation, principal, input, named) => {
      const problem = await change(registry, principal, mutation, input(held));
      expect(problem).toMatchObject({ code, ...named(held) });
      expect(problem['message']).not.toBe('');
      expect(await countRows(registry.ownerUrl)).toEqual(before);
    },
  );

  it('is refused in French where French is asked for', async () => {
    const input = draftInput({ memberState: 'ATL' });
    const { message } = await change(registry, STAFF, 'draftPledge', input, '', 'fr');
    expect(message).toContain('État');
  });
});

async function fill(registry: TestRegistry): Promise<Held> {
  const pledge = async (...which: [Parameters<typeof pledgeIn>[1], Input?]) =>
    (await pledgeIn(registry, ...which)).id;
  const registered = await pledge('REGISTERED', { reference: 'TAKEN' });
  const restricted = await pledge('REGISTERED');
  const said = async (pledgeId: string, reference: string) => {
    const input = { pledgeId, reference, ...caveat };
    return (await changed(registry, RWANDA, 'declareCaveat', input, 'Caveat { id }')).id;
  };
  await said(registered, 'C-1');
  const settled = await said(restricted, 'C-1');
  await changed(registry, STAFF, 'settleCaveat', { caveatId: settled, ...settlement, expectedVersion: 3 });
  await changed(registry, STAFF, 'barUnit', { pledgeId: registered, ...decision, decision: 'D-9' });
  await changed(registry, STAFF, 'barMemberState', { memberState: 'RWA', ...decision, decision: 'D-8' });
  return {
    draft: await pledge('DRAFT'),
    submitted: await pledge('SUBMITTED'),
    registered,
    cleared: await pledge('CLEARED'),
    deployed: await pledge('DEPLOYED'),
    returned: await pledge('RETURNED'),
    dogs: await pledge('REGISTERED', { unitType: 'CANINE' }),
    caveat: await said(restricted, 'C-2'),
    settled,
    visit: await uncoveringVisit(registry),
  };
}

/** A visit to Rwanda that covers no unit. */
async function uncoveringVisit({ appUrl }: TestRegistry): Promise<string> {
  const client = new pg.Client(appUrl);
  await client.connect();
  const id = '0199dd71-1600-7cc3-9066-000000000001';
  try {
    await client.query(`SELECT set_config('muster.role', 'STAFF', false)`);
    await client.query(
      `INSERT INTO visit (id, member_state, reference, kind, recorded_at, recorded_by, recorded_role)
       VALUES ($1, 'RWA', 'V-1', 'AAV', now(), 'force-generation-officer', 'STAFF')`,
      [id],
    );
  } finally {
    await client.end();
  }
  return id;
}
