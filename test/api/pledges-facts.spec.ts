import { change, changed, type Input } from '#test/support/changes.js';
import { pledgeIn } from '#test/support/recorded.js';
import { countAll, requirement } from '#test/support/requirements.js';
import {
  countRows,
  EVALUATOR,
  memberState,
  STAFF,
  startRegistry,
  type TestRegistry,
} from '#test/support/registry.js';

const RWANDA = memberState('RWA');

/** What the statement of the unit asks for, as it was counted, and one line more. */
const LINES: readonly Input[] = [
  ...countAll(requirement('SUR_FORMED_POLICE_UNIT_V2'), {
    POLICE_ARMOURED_VEHICLE: { agreed: 10, present: 9, serviceable: 9 },
  }),
  { item: 'DENTAL_UNIT', agreed: 1, present: 3, serviceable: 0 },
];
const itemOf = ({ item }: Input) => String(item);
const CRITICAL = ['AMBULANCE', 'POLICE_ARMOURED_VEHICLE'];

/** Each mutation that appends a fact: who uses it, what is said, the thing as it is answered, and the rows it adds. */
const FACTS: readonly (readonly [
  mutation: string,
  principal: typeof STAFF,
  input: Input,
  answer: string,
  expected: Input,
  rows: Record<string, number>,
])[] = [
  [
    'describePledge',
    RWANDA,
    {
      expectedVersion: 3,
      describedOn: '2025-02-01',
      title: 'Formed police unit 2',
      deployableWithinDays: 45,
      languages: ['fr'],
      contactPost: 'Police adviser',
      requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V2',
    },
    'PledgeDescription { describedOn title deployableWithinDays languages requirementStatementId note }',
    {
      describedOn: '2025-02-01',
      title: 'Formed police unit 2',
      deployableWithinDays: 45,
      languages: ['fr'],
      requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V2',
      note: null,
    },
    { pledge_description: 1 },
  ],
  [
    'confirmPledge',
    RWANDA,
    { confirmedOn: '2024-03-01', note: 'Note verbale 12' },
    'Confirmation { confirmedOn note }',
    { confirmedOn: '2024-03-01', note: 'Note verbale 12' },
    { confirmation: 1 },
  ],
  [
    'addDocument',
    RWANDA,
    { type: 'LOAD_LIST', receivedOn: '2023-12-01', validUntil: '2023-12-01', symbol: 'LL/1' },
    'Document { type receivedOn validUntil title symbol recordedAt }',
    {
      type: 'LOAD_LIST',
      receivedOn: '2023-12-01',
      validUntil: '2023-12-01',
      title: null,
      symbol: 'LL/1',
      recordedAt: '2025-10-13T12:00:00.000Z',
    },
    { document: 1 },
  ],
  [
    'recordMeasurement',
    RWANDA,
    {
      measuredOn: '2025-03-01',
      basis: 'BY_LINE',
      personnel: { required: 180, available: 170, women: 30 },
      equipmentLines: LINES,
      selfSustainmentCategories: [{ category: 'CATERING', required: 180, available: 200 }],
    },
    `Measurement { basis personnelRequired personnelAvailable personnelWomen equipmentOnHandRequired
      equipmentLines { item critical agreed present serviceable } selfSustainmentCategories { category required available } }`,
    {
      basis: 'BY_LINE',
      personnelRequired: 180,
      personnelAvailable: 170,
      personnelWomen: 30,
      equipmentOnHandRequired: null,
      equipmentLines: LINES.toSorted((one, other) => (itemOf(one) < itemOf(other) ? -1 : 1)).map((line) => ({
        serviceable: null,
        ...line,
        critical: CRITICAL.includes(itemOf(line)),
      })),
      selfSustainmentCategories: [{ category: 'CATERING', required: 180, available: 200 }],
    },
    { measurement: 1, measurement_equipment_line: LINES.length, measurement_self_sustainment: 1 },
  ],
  [
    'recordMeasurement',
    STAFF,
    {
      measuredOn: '2025-03-02',
      basis: 'TOTALS_ONLY',
      equipmentOnHand: { required: 40, available: 36 },
      serviceability: { required: 36, available: 30 },
      selfSustainment: { required: 0, available: 0 },
      equipmentLines: [
        { item: 'POLICE_ARMOURED_VEHICLE', agreed: 6, present: 5 },
        { item: 'AMBULANCE', agreed: 2, present: 1 },
      ],
    },
    `Measurement { equipmentOnHandRequired equipmentOnHandAvailable serviceabilityRequired serviceabilityAvailable
      selfSustainmentRequired selfSustainmentAvailable personnelRequired equipmentLines { item critical serviceable } }`,
    {
      equipmentOnHandRequired: 40,
      equipmentOnHandAvailable: 36,
      serviceabilityRequired: 36,
      serviceabilityAvailable: 30,
      selfSustainmentRequired: 0,
      selfSustainmentAvailable: 0,
      personnelRequired: null,
      equipmentLines: [
        { item: 'AMBULANCE', critical: true, serviceable: null },
        { item: 'POLICE_ARMOURED_VEHICLE', critical: true, serviceable: null },
      ],
    },
    { measurement: 1, measurement_equipment_line: 2 },
  ],
  [
    'declareCaveat',
    RWANDA,
    { knownOn: '2025-01-01', statement: 'No crowd control outside the capital' },
    'Caveat { reference kind knownOn resolveBy statement }',
    {
      reference: 'C-1',
      kind: 'DECLARED',
      knownOn: '2025-01-01',
      resolveBy: null,
      statement: 'No crowd control outside the capital',
    },
    { caveat: 1 },
  ],
  [
    'declareCaveat',
    RWANDA,
    { reference: 'C-7', knownOn: '2025-01-01', resolveBy: '2025-01-01', statement: 'No night patrols' },
    'Caveat { reference resolveBy }',
    { reference: 'C-7', resolveBy: '2025-01-01' },
    { caveat: 1 },
  ],
  [
    'reportCaveat',
    STAFF,
    { knownOn: '2025-01-02', resolveBy: '2025-12-01', statement: 'Refused a tasking' },
    'Caveat { reference kind resolveBy }',
    { reference: 'C-8', kind: 'UNDECLARED', resolveBy: '2025-12-01' },
    { caveat: 1 },
  ],
  [
    'barUnit',
    STAFF,
    {
      decision: 'D-1',
      decidedOn: '2025-01-01',
      fromOn: '2026-01-01',
      untilOn: '2026-01-01',
      reason: 'Conduct',
    },
    'Bar { decision fromOn untilOn reason }',
    { decision: 'D-1', fromOn: '2026-01-01', untilOn: '2026-01-01', reason: 'Conduct' },
    { bar: 1 },
  ],
  [
    'agreeRdl',
    STAFF,
    {
      signedOn: '2025-05-01',
      fromOn: '2025-07-01',
      untilOn: '2026-06-30',
      commitmentDays: 60,
      requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V1',
    },
    'RdlAgreement { signedOn fromOn untilOn commitmentDays requirementStatementId }',
    {
      signedOn: '2025-05-01',
      fromOn: '2025-07-01',
      untilOn: '2026-06-30',
      commitmentDays: 60,
      requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V1',
    },
    { rdl_agreement: 1 },
  ],
  [
    'recordHumanRightsScreening',
    STAFF,
    { screenedOn: '2025-05-01', result: 'CERTIFIED' },
    'HumanRightsScreening { screenedOn result note }',
    { screenedOn: '2025-05-01', result: 'CERTIFIED', note: null },
    { human_rights_screening: 1 },
  ],
  [
    'receiveUnitCertificate',
    RWANDA,
    { receivedOn: '2025-10-13' },
    'UnitCertificate { receivedOn note }',
    { receivedOn: '2025-10-13', note: null },
    { unit_certificate: 1 },
  ],
];

describe('facts of a pledge', () => {
  let registry: TestRegistry;
  let pledge: { id: string; version: number };
  beforeAll(async () => {
    registry = await startRegistry();
    const requirementStatementId = 'SUR_FORMED_POLICE_UNIT_V1';
    pledge = await pledgeIn(registry, 'REGISTERED', { requirementStatementId });
  });
  afterAll(() => registry.close());

  it.each(FACTS)('%s', async (mutation, principal, input, answer, expected, rows) => {
    const certified = mutation === 'receiveUnitCertificate';
    const { id: pledgeId } = certified ? await pledgeIn(registry, 'SELECTED') : pledge;
    const before = await countRows(registry.ownerUrl);
    const fact = await changed(registry, principal, mutation, { pledgeId, ...input }, answer);
    expect(fact).toEqual({ __typename: answer.split(' ')[0], ...expected });
    const after = await countRows(registry.ownerUrl);
    expect(after).toEqual({
      ...before,
      ...Object.fromEntries(
        Object.entries(rows).map(([table, more]) => [table, (before[table] ?? 0) + more]),
      ),
    });
  });

  it('recordMeasurement by an evaluator, of the unit assigned', async () => {
    const { subject } = EVALUATOR;
    await changed(registry, STAFF, 'assignUnit', { subject, pledgeId: pledge.id, assignedOn: '2025-01-01' });
    const counted = {
      measuredOn: '2025-04-01',
      basis: 'BY_LINE',
      personnel: { required: 180, available: 175 },
    };
    const answer = 'Measurement { personnelAvailable personnelWomen }';
    expect(
      await changed(registry, EVALUATOR, 'recordMeasurement', { pledgeId: pledge.id, ...counted }, answer),
    ).toEqual({ __typename: 'Measurement', personnelAvailable: 175, personnelWomen: null });
  });

  it('declareCaveat numbers caveats one after the other, also where they come at once', async () => {
    const { id: pledgeId } = await pledgeIn(registry, 'REGISTERED');
    const caveats = await Promise.all(
      ['By night', 'By day', 'In town'].map((statement) => {
        const said = { pledgeId, knownOn: '2025-01-01', statement };
        return changed(registry, RWANDA, 'declareCaveat', said, 'Caveat { reference }');
      }),
    );
    expect(caveats.map(({ reference }) => String(reference)).sort()).toEqual(['C-1', 'C-2', 'C-3']);
  });

  it('barMemberState bars all its units, which no unit is named for', async () => {
    const decision = { decision: 'D-1', decidedOn: '2025-01-01', fromOn: '2025-01-01', reason: 'Vetting' };
    const bar = await changed(
      registry,
      STAFF,
      'barMemberState',
      { memberState: 'RWA', ...decision },
      'Bar { pledgeId decision untilOn }',
    );
    expect(bar).toEqual({ __typename: 'Bar', pledgeId: null, decision: 'D-1', untilOn: null });
  });

  it('settleCaveat and planDeployment raise the version of the pledge that they name', async () => {
    const { id: pledgeId, version } = await pledgeIn(registry, 'SELECTED');
    const said = { pledgeId, knownOn: '2025-01-01', statement: 'No night patrols' };
    const { id: caveatId } = await changed(registry, RWANDA, 'declareCaveat', said, 'Caveat { id }');
    const settlement = await changed(
      registry,
      STAFF,
      'settleCaveat',
      { caveatId, resolvedOn: '2025-01-01', note: 'Withdrawn', expectedVersion: version },
      'CaveatSettlement { caveatId resolvedOn note pledgeId }',
    );
    expect(settlement).toEqual({
      __typename: 'CaveatSettlement',
      caveatId,
      pledgeId,
      resolvedOn: '2025-01-01',
      note: 'Withdrawn',
    });
    const plan = (step: Input) =>
      changed(
        registry,
        STAFF,
        'planDeployment',
        { pledgeId, plannedOn: '2025-02-01', ...step },
        'DeploymentPlan { deploymentOn mission }',
      );
    expect(
      await plan({ deploymentOn: '2026-02-01', mission: 'UNMISS', expectedVersion: version + 1 }),
    ).toEqual({
      __typename: 'DeploymentPlan',
      deploymentOn: '2026-02-01',
      mission: 'UNMISS',
    });
    expect(await plan({ expectedVersion: version + 2 })).toMatchObject({ deploymentOn: null });
    expect(
      await change(registry, STAFF, 'settleCaveat', {
        caveatId,
        resolvedOn: '2025-01-02',
        note: 'Again',
        expectedVersion: version + 3,
      }),
    ).toMatchObject({ code: 'ALREADY_CLOSED', field: 'caveatId', value: caveatId });
  });

  it('may precede the withdrawal of a pledge, which ends it, but not follow it', async () => {
    const { id: pledgeId, version } = await pledgeIn(registry, 'REGISTERED');
    const withdrawal = { pledgeId, expectedVersion: version, occurredOn: '2025-06-01' };
    await changed(registry, RWANDA, 'withdrawPledge', withdrawal);
    const paper = { pledgeId, type: 'NOTE_VERBALE' };
    await changed(registry, STAFF, 'addDocument', { ...paper, receivedOn: '2025-06-01' });
    expect(
      await change(registry, STAFF, 'addDocument', { ...paper, receivedOn: '2025-06-02' }),
    ).toMatchObject({
      code: 'NOT_IN_LIFECYCLE_STATE',
      field: 'receivedOn',
      value: 'WITHDRAWN',
    });
  });
});
