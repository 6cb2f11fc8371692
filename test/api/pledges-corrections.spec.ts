import type { Principal } from '#platform/principal.js';
import { change, changed, type Change, type Input } from '#test/support/changes.js';
import { countAll, offerAll, requirement } from '#test/support/requirements.js';
import { pledgeIn } from '#test/support/recorded.js';
import { countRows, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const RWANDA = memberState('RWA');

const paper = { type: 'LOAD_LIST', receivedOn: '2025-01-01' };
const caveat = { knownOn: '2025-01-01', statement: 'No night patrols' };
const bar = { decision: 'D-1', decidedOn: '2025-01-01', fromOn: '2025-01-01', reason: 'Conduct' };
const agreement = { signedOn: '2025-05-01', fromOn: '2025-07-01', untilOn: '2026-06-30', commitmentDays: 60 };
const measurement = {
  measuredOn: '2025-03-01',
  basis: 'BY_LINE',
  equipmentLines: [{ item: 'AMBULANCE', agreed: 2, present: 2 }],
};
const statement = requirement('SUR_FORMED_POLICE_UNIT_V2');
const alignment = offerAll(statement, '2025-03-01');
const review = { reviewedOn: '2025-03-01', requirementStatementId: statement.id, reason: 'Compared' };
const described = {
  describedOn: '2025-02-01',
  title: 'Formed police unit 2',
  deployableWithinDays: 45,
  languages: ['fr'],
  contactPost: 'Police adviser',
};

/** Each kind that is appended: its mutation, the thing, what is said, what is wrong and said instead, and the rule that refuses that. */
const KINDS: readonly (readonly [
  kind: string,
  mutation: string,
  thing: string,
  content: Input,
  better: Input,
  worse: Input,
  code: string,
])[] = [
  [
    'PLEDGE_DESCRIPTION',
    'describePledge',
    'PledgeDescription',
    described,
    { title: 'FPU 2' },
    { requirementStatementId: 'SUR' },
    'UNKNOWN_CODE',
  ],
  [
    'CONFIRMATION',
    'confirmPledge',
    'Confirmation',
    { confirmedOn: '2025-01-01' },
    { confirmedOn: '2025-01-02' },
    { confirmedOn: '2024-02-29' },
    'BEFORE_REGISTRATION',
  ],
  [
    'DOCUMENT',
    'addDocument',
    'Document',
    paper,
    { validUntil: '2026-01-01' },
    { validUntil: '2024-01-01' },
    'INTERVAL_REVERSED',
  ],
  [
    'MEASUREMENT',
    'recordMeasurement',
    'Measurement',
    measurement,
    { personnel: { required: 1, available: 1 } },
    { equipmentLines: [] },
    'REQUIRED',
  ],
  [
    'CAVEAT',
    'declareCaveat',
    'Caveat',
    caveat,
    { statement: 'No patrols' },
    { knownOn: '2025-10-14' },
    'AFTER_TODAY',
  ],
  ['BAR', 'barUnit', 'Bar', bar, { untilOn: '2025-12-31' }, { untilOn: '2024-12-31' }, 'INTERVAL_REVERSED'],
  [
    'RDL_AGREEMENT',
    'agreeRdl',
    'RdlAgreement',
    agreement,
    { commitmentDays: 45 },
    { untilOn: '2025-06-30' },
    'INTERVAL_REVERSED',
  ],
  [
    'HUMAN_RIGHTS_SCREENING',
    'recordHumanRightsScreening',
    'HumanRightsScreening',
    { screenedOn: '2025-01-01', result: 'PENDING' },
    { result: 'CERTIFIED' },
    { result: 'FINE' },
    'UNKNOWN_CODE',
  ],
  [
    'DEPLOYMENT_PLAN',
    'planDeployment',
    'DeploymentPlan',
    { plannedOn: '2025-01-01', deploymentOn: '2026-01-01' },
    { mission: 'UNMISS' },
    { mission: 'MARS' },
    'UNKNOWN_MISSION',
  ],
  [
    'REQUIREMENT_ALIGNMENT',
    'alignWithRequirement',
    'RequirementAlignment',
    alignment,
    { strength: 150 },
    { equipmentLines: [] },
    'REQUIREMENT_LINE_MISSING',
  ],
  [
    'REQUIREMENT_REVIEW',
    'reviewRequirement',
    'RequirementReview',
    { ...review, conclusion: 'NO_CHANGE' },
    { conclusion: 'CHANGE_NEEDED' },
    { reviewedOn: '2024-06-30' },
    'REQUIREMENT_NOT_IN_EFFECT',
  ],
  [
    'UNIT_CERTIFICATE',
    'receiveUnitCertificate',
    'UnitCertificate',
    { receivedOn: '2025-01-01' },
    { receivedOn: '2025-01-02' },
    { receivedOn: '2025-10-14' },
    'AFTER_TODAY',
  ],
];

/** The mutations that take the version of the pledge. */
const REPLACING = ['describePledge', 'planDeployment', 'reviewRequirement'];

/** `UNIT_CERTIFICATE` is said anew under `unitCertificate`. */
const fieldOf = (kind: string) =>
  kind.toLowerCase().replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

interface Pledge {
  readonly id: string;
  version: number;
}

describe('facts of a pledge, corrected', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  /** Corrects one fact of a pledge, whose version it keeps up with. */
  async function correct(
    pledge: Pledge,
    kind: string,
    id: string,
    replacement?: Input,
    principal: Principal = STAFF,
  ): Promise<Change> {
    const outcome = await change(
      registry,
      principal,
      'correct',
      {
        kind,
        id,
        reason: 'Read wrongly from the paper',
        expectedVersion: pledge.version,
        replacement: replacement && { [fieldOf(kind)]: replacement },
      },
      'Correction { kind id replaced }',
    );
    if (!('code' in outcome)) pledge.version += 1;
    return outcome;
  }

  /** The id of each standing step of a pledge, by its state; the last of a state where there are several. */
  async function stepsOf({ id }: Pledge): Promise<Readonly<Record<string, string>>> {
    const { body } = await registry.ask(
      STAFF,
      `query ($id: ID!) { pledge(id: $id) { timeline(first: 200) { nodes {
        kind id voided { reason } content { name value } } } } }`,
      { id },
    );
    interface Entry {
      readonly kind: string;
      readonly id: string;
      readonly voided: unknown;
      readonly content: readonly { readonly name: string; readonly value: string }[];
    }
    const { timeline } = body.data?.['pledge'] as { timeline: { nodes: readonly Entry[] } };
    return Object.fromEntries(
      // The timeline begins with the newest.
      timeline.nodes
        .toReversed()
        .filter(({ kind, voided }) => kind === 'LIFECYCLE_STEP' && voided === null)
        .map((entry) => [entry.content.find(({ name }) => name === 'state')?.value, entry.id]),
    ) as Readonly<Record<string, string>>;
  }

  it.each(KINDS)(
    '%s: said better, said worse, and voided',
    async (kind, mutation, thing, content, better, worse, code) => {
      const state = kind === 'UNIT_CERTIFICATE' ? 'SELECTED' : 'REGISTERED';
      const pledge: Pledge = await pledgeIn(registry, state);
      const replaces = REPLACING.includes(mutation);
      const named = replaces ? { expectedVersion: pledge.version } : {};
      const input = { pledgeId: pledge.id, ...content, ...named };
      const { id } = await changed(registry, STAFF, mutation, input, `${thing} { id }`);
      if (replaces) pledge.version += 1;
      const said = kind === 'CAVEAT' ? { ...content, kind: 'DECLARED' } : content;
      const before = await countRows(registry.ownerUrl);
      expect(await correct(pledge, kind, id, { ...said, ...worse })).toMatchObject({ code });
      expect(await countRows(registry.ownerUrl)).toEqual(before);
      expect(await correct(pledge, kind, id, { ...said, ...better })).toMatchObject({ id, replaced: true });
      expect(await correct(pledge, kind, id)).toEqual({
        __typename: 'Correction',
        kind,
        id,
        replaced: false,
      });
      expect(await correct(pledge, kind, id)).toMatchObject({ code: 'ALREADY_CLOSED' });
    },
  );

  it('BAR of a Member State: by another decision, and its own kept apart from its units’', async () => {
    const input = { memberState: 'GHA', ...bar };
    const { id } = await changed(registry, STAFF, 'barMemberState', input, 'Bar { id }');
    const nothing = { id, version: 1 };
    expect(await correct(nothing, 'BAR', id, { ...bar, decision: 'D-2' })).toMatchObject({
      id,
      replaced: true,
    });
    expect(await correct(nothing, 'BAR', id)).toMatchObject({ replaced: false });
  });

  it('RDL_AGREEMENT: one is in force on any day, also of two that are agreed on at once, and after a correction', async () => {
    const pledge: Pledge = await pledgeIn(registry, 'REGISTERED');
    const agree = (fromOn: string, untilOn: string) =>
      change(
        registry,
        STAFF,
        'agreeRdl',
        { pledgeId: pledge.id, ...agreement, fromOn, untilOn },
        'RdlAgreement { id }',
      );
    const [first, second] = await Promise.all([
      agree('2025-07-01', '2026-06-30'),
      agree('2025-07-01', '2026-06-30'),
    ]);
    const [made, refused] = 'id' in first ? [first, second] : [second, first];
    const limit = `2025-07-01 – 2026-06-30, ${String(made['id'])}`;
    expect(refused).toMatchObject({ code: 'OVERLAPS', field: 'fromOn', limit });
    expect(await agree('2024-07-01', '2025-07-01')).toMatchObject({ code: 'OVERLAPS', limit });
    expect(await agree('2026-06-30', '2027-06-29')).toMatchObject({ code: 'OVERLAPS', limit });
    const renewal = await agree('2026-07-01', '2027-06-30');
    expect(renewal).toMatchObject({ __typename: 'RdlAgreement' });
    const id = String(renewal['id']);
    const earlier = { ...agreement, untilOn: '2027-06-30' };
    expect(await correct(pledge, 'RDL_AGREEMENT', id, { ...earlier, fromOn: '2026-06-30' })).toMatchObject({
      code: 'OVERLAPS',
      field: 'replacement.rdlAgreement.fromOn',
      limit,
    });
    expect(await correct(pledge, 'RDL_AGREEMENT', id, { ...earlier, fromOn: '2026-08-01' })).toMatchObject({
      replaced: true,
    });
  });

  it('CAVEAT keeps its reference and what settled it', async () => {
    const pledge: Pledge = await pledgeIn(registry, 'REGISTERED');
    const declare = (more: Input = {}) =>
      changed(
        registry,
        RWANDA,
        'declareCaveat',
        { pledgeId: pledge.id, ...caveat, ...more },
        'Caveat { id reference }',
      );
    const { id } = await declare();
    const settlement = { resolvedOn: '2025-02-01', note: 'Withdrawn' };
    const settled = await changed(
      registry,
      STAFF,
      'settleCaveat',
      { caveatId: id, expectedVersion: pledge.version, ...settlement },
      'CaveatSettlement { id }',
    );
    pledge.version += 1;
    const rested = { code: 'RESTED_ON', dependents: [{ kind: 'CAVEAT_SETTLEMENT', id: settled.id }] };
    const said = { ...caveat, kind: 'DECLARED' };
    expect(await correct(pledge, 'CAVEAT', id)).toMatchObject(rested);
    expect(await correct(pledge, 'CAVEAT', id, { ...said, knownOn: '2025-02-02' })).toMatchObject(rested);
    expect(await correct(pledge, 'CAVEAT', id, { ...said, kind: 'UNDECLARED' })).toMatchObject({
      code: 'REQUIRED',
      field: 'resolveBy',
    });
    expect(await correct(pledge, 'CAVEAT', id, { ...said, knownOn: '2025-02-01' })).toMatchObject({ id });
    await expect(declare({ reference: 'C-1' })).rejects.toThrow('ALREADY_EXISTS');

    const early = { ...settlement, resolvedOn: '2025-01-31' };
    expect(await correct(pledge, 'CAVEAT_SETTLEMENT', settled.id, early)).toMatchObject({
      code: 'BEFORE_OPENING',
      limit: '2025-02-01',
    });
    const later = { ...settlement, resolvedOn: '2025-02-03' };
    expect(await correct(pledge, 'CAVEAT_SETTLEMENT', settled.id, later)).toMatchObject({ replaced: true });
    expect(await correct(pledge, 'CAVEAT_SETTLEMENT', settled.id)).toMatchObject({ replaced: false });
    expect(await correct(pledge, 'CAVEAT', id)).toMatchObject({ replaced: false });
    // What was known before still speaks of C-1.
    expect(await declare()).toMatchObject({ reference: 'C-2' });
  });

  it('LIFECYCLE_STEP leaves a history that could have been recorded', async () => {
    const pledge: Pledge = await pledgeIn(registry, 'PDV');
    const steps = await stepsOf(pledge);
    const step = (state: string) => steps[state] ?? '';
    const confirmation = await changed(
      registry,
      RWANDA,
      'confirmPledge',
      { pledgeId: pledge.id, confirmedOn: '2024-03-10' },
      'Confirmation { id }',
    );
    const on = (occurredOn: string, more: Input = {}) => ({ occurredOn, ...more });
    const of = (kind: string, ...ids: string[]) => ids.map((id) => ({ kind, id }));
    const before = await countRows(registry.ownerUrl);
    const refused: [outcome: Change, expected: Input][] = [
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('SELECTED')),
        { code: 'RESTED_ON', dependents: of('LIFECYCLE_STEP', step('MOU_NEGOTIATION')) },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('DRAFT')),
        { code: 'RESTED_ON', dependents: of('LIFECYCLE_STEP', step('SUBMITTED')) },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('REGISTERED')),
        {
          code: 'RESTED_ON',
          dependents: [...of('LIFECYCLE_STEP', step('SELECTED')), ...of('CONFIRMATION', confirmation.id)],
        },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('REGISTERED'), on('2024-03-11')),
        { code: 'RESTED_ON', dependents: of('CONFIRMATION', confirmation.id) },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('SELECTED'), on('2024-05-02')),
        { code: 'RESTED_ON', dependents: of('LIFECYCLE_STEP', step('MOU_NEGOTIATION')) },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('SELECTED'), on('2024-02-29')),
        {
          code: 'BEFORE_LAST_STEP',
          field: 'replacement.lifecycleStep.occurredOn',
          limit: '2024-03-01',
        },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('PDV'), on('2025-10-14')),
        { code: 'AFTER_TODAY', field: 'replacement.lifecycleStep.occurredOn' },
      ],
      [
        await correct(pledge, 'LIFECYCLE_STEP', step('SELECTED'), on('2024-04-01', { mission: 'MARS' })),
        { code: 'UNKNOWN_MISSION', value: 'MARS' },
      ],
    ];
    for (const [outcome, expected] of refused) expect(outcome).toMatchObject(expected);
    expect(await countRows(registry.ownerUrl)).toEqual(before);

    const done = [
      await correct(pledge, 'LIFECYCLE_STEP', step('SELECTED'), on('2024-05-01', { mission: 'UNMISS' })),
      await correct(pledge, 'LIFECYCLE_STEP', step('REGISTERED'), on('2024-03-10')),
      await correct(pledge, 'LIFECYCLE_STEP', step('PDV')),
      await correct(pledge, 'LIFECYCLE_STEP', step('MOU_NEGOTIATION')),
    ];
    expect(done.map(({ __typename }) => __typename)).toEqual(done.map(() => 'Correction'));
    expect(Object.keys(await stepsOf(pledge)).sort()).toEqual([
      'DRAFT',
      'REGISTERED',
      'SELECTED',
      'SUBMITTED',
    ]);
  });

  it('LIFECYCLE_STEP: a pledge keeps its first step, a return its confirmation', async () => {
    const draft: Pledge = await pledgeIn(registry, 'DRAFT');
    const { DRAFT = '' } = await stepsOf(draft);
    expect(await correct(draft, 'LIFECYCLE_STEP', DRAFT)).toMatchObject({
      code: 'RESTED_ON',
      dependents: [{ kind: 'PLEDGE', id: draft.id }],
    });

    const pledge: Pledge = await pledgeIn(registry, 'SELECTED');
    const back = { to: 'REGISTERED', occurredOn: '2024-06-01', confirmedOn: '2024-06-01' };
    await changed(registry, STAFF, 'movePledge', {
      pledgeId: pledge.id,
      expectedVersion: pledge.version,
      ...back,
    });
    pledge.version += 1;
    const { body } = await registry.ask(
      STAFF,
      `{ pledge(id: "${pledge.id}") { timeline(first: 200) { nodes { kind id } } } }`,
    );
    const { nodes } = (body.data?.['pledge'] as { timeline: { nodes: { kind: string; id: string }[] } })
      .timeline;
    const confirmation = nodes.find(({ kind }) => kind === 'CONFIRMATION')?.id ?? '';
    const { REGISTERED = '' } = await stepsOf(pledge);
    const rested = { code: 'RESTED_ON', dependents: [{ kind: 'LIFECYCLE_STEP', id: REGISTERED }] };
    expect(await correct(pledge, 'CONFIRMATION', confirmation)).toMatchObject(rested);
    expect(await correct(pledge, 'CONFIRMATION', confirmation, { confirmedOn: '2024-03-31' })).toMatchObject(
      rested,
    );
    expect(await correct(pledge, 'CONFIRMATION', confirmation, { confirmedOn: '2024-04-01' })).toMatchObject({
      replaced: true,
    });
  });

  it('PLEDGE_DESCRIPTION: a correction overtakes no later description of the same day', async () => {
    const pledge: Pledge = await pledgeIn(registry, 'REGISTERED');
    const words = { title: 'Formed police unit', deployableWithinDays: 60, languages: ['fr'] };
    const described = { describedOn: '2025-02-01', ...words, contactPost: 'Police adviser' };
    const describe = async (requirementStatementId?: string) => {
      const owner = { pledgeId: pledge.id, expectedVersion: pledge.version };
      pledge.version += 1;
      const input = { ...owner, ...described, requirementStatementId };
      return changed(registry, STAFF, 'describePledge', input, 'PledgeDescription { id }');
    };
    const { id } = await describe();
    await describe('SUR_FORMED_POLICE_UNIT_V2');
    await correct(pledge, 'PLEDGE_DESCRIPTION', id, { ...described, title: 'Police unit' });
    const equipmentLines = countAll(statement);
    const input = { pledgeId: pledge.id, measuredOn: '2025-02-02', basis: 'BY_LINE', equipmentLines };
    const thing = 'Measurement { equipmentLines { item critical } }';
    const measured = await changed(registry, STAFF, 'recordMeasurement', input, thing);
    const critical = (lines: unknown) =>
      (lines as Input[]).flatMap((line) => (line['critical'] ? [line['item']] : [])).sort();
    expect(critical(measured['equipmentLines'])).toEqual(critical(statement.equipment));
  });
});
