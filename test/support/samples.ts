import type { ProblemCode } from '#platform/problem.js';
import { ASSESSED_COMPONENTS } from '#reference/data/components.js';
import type { Input } from './mutations.js';

/** Who does a step: staff, the scenario's own Member State, or the evaluator to whom things were assigned by then. */
export type Actor = 'STAFF' | 'MEMBER_STATE' | 'EVALUATOR';

/** A rule that a changed input breaks, and the field that the problem names. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly change: Input;
  /** Fields that are said to be nothing. */
  readonly without: readonly string[];
  /** Who tries it, where it is not the one who does the step. */
  readonly as: Actor | 'OTHER_MEMBER_STATE' | undefined;
  /** Before the step, or the same once more after it. */
  readonly when: 'BEFORE' | 'AFTER';
}

/**
 * One mutation of the scenario. In an input `@name` stands for the id that a step has kept under that name, `@state`
 * for the scenario's Member State, `@evaluator` for its evaluator and `@other` for another one's pledge.
 */
export interface Step {
  readonly mutation: string;
  readonly as: Actor;
  readonly input: Input;
  readonly keep: string | undefined;
  readonly refusals: readonly Refusal[];
}

const refuse = (
  code: ProblemCode,
  field: string | null,
  change: Input = {},
  more: Partial<Pick<Refusal, 'as' | 'when' | 'without'>> = {},
): Refusal => ({ code, field, change, without: [], as: undefined, when: 'BEFORE', ...more });

/** The same input once more. */
const again = (code: ProblemCode, field: string, change: Input = {}): Refusal =>
  refuse(code, field, change, { when: 'AFTER' });

const step =
  (as: Actor) =>
  (mutation: string, input: Input, refusals: readonly Refusal[] = [], keep?: string): Step => ({
    ...{ mutation, as, input, keep, refusals },
  });
const staff = step('STAFF');
const state = step('MEMBER_STATE');
const evaluator = step('EVALUATOR');

const draft = (reference: string, unitType: string): Input => ({
  ...{ memberState: '@state', unitType, reference, describedOn: '2024-01-10', title: `Unit ${reference}` },
  ...{ deployableWithinDays: 60, languages: ['fr', 'en'], contactPost: 'Military adviser' },
});

const PLEDGES: readonly Step[] = [
  state(
    'draftPledge',
    {
      ...draft('INF', 'INFANTRY_BATTALION'),
      ...{ requirementStatementId: 'SUR_INFANTRY_BATTALION_V1', note: 'First of three' },
    },
    [
      refuse('UNKNOWN_MEMBER_STATE', 'memberState', { memberState: 'XXX' }, { as: 'STAFF' }),
      refuse('UNKNOWN_MEMBER_STATE', 'memberState', {}, { as: 'OTHER_MEMBER_STATE' }),
      refuse('UNKNOWN_UNIT_TYPE', 'unitType', { unitType: 'CAVALRY' }),
      refuse('UNKNOWN_CODE', 'requirementStatementId', { requirementStatementId: 'CAVALRY-1' }),
      refuse('TOO_LARGE', 'deployableWithinDays', { deployableWithinDays: 1001 }),
      refuse('UNKNOWN_CODE', 'languages', { languages: ['French'] }),
      again('ALREADY_EXISTS', 'reference'),
    ],
    'infantry',
  ),
  state('draftPledge', draft('HOSP', 'MEDICAL_LEVEL_2'), [], 'hospital'),
  state('draftPledge', draft('FPU', 'FORMED_POLICE_UNIT'), [], 'police'),
  state('draftPledge', draft('CAN', 'CANINE'), [], 'team'),
  state('draftPledge', draft('ENG', 'ENGINEER_COMBAT'), [], 'engineers'),
  state(
    'describePledge',
    {
      ...{ pledgeId: '@infantry', describedOn: '2024-06-01', title: 'Infantry battalion, reinforced' },
      ...{ deployableWithinDays: 45, languages: ['fr'], contactPost: 'Military adviser' },
      ...{ requirementStatementId: 'SUR_INFANTRY_BATTALION_V1', note: 'With a second ambulance' },
    },
    [
      refuse('UNKNOWN_CODE', 'requirementStatementId', { requirementStatementId: 'SUR_MEDICAL_LEVEL_2_V1' }),
      refuse('REQUIRED', 'title', {}, { without: ['title'] }),
    ],
    'description',
  ),
  ...['infantry', 'hospital', 'police', 'engineers'].map((pledge, index) =>
    state(
      'submitPledge',
      { pledgeId: `@${pledge}`, occurredOn: '2024-01-20', note: 'By note verbale' },
      index > 0
        ? []
        : [
            refuse('BEFORE_LAST_STEP', 'occurredOn', { occurredOn: '2024-01-09' }),
            again('TRANSITION_NOT_ALLOWED', 'to'),
          ],
    ),
  ),
  staff(
    'rejectPledge',
    { pledgeId: '@engineers', occurredOn: '2024-01-25', note: 'No requirement is foreseen' },
    [
      refuse('BEFORE_LAST_STEP', 'occurredOn', { occurredOn: '2024-01-19' }),
      refuse('TRANSITION_NOT_ALLOWED', 'to', { pledgeId: '@team' }),
    ],
    'step rejection',
  ),
  ...['infantry', 'hospital', 'police'].map((pledge, index) =>
    staff(
      'acceptPledge',
      { pledgeId: `@${pledge}`, occurredOn: '2024-02-01', note: 'Accepted' },
      index > 0
        ? []
        : [
            refuse('BEFORE_LAST_STEP', 'occurredOn', { occurredOn: '2024-01-19' }),
            refuse('TRANSITION_NOT_ALLOWED', 'to', { pledgeId: '@team' }),
            again('TRANSITION_NOT_ALLOWED', 'to'),
          ],
    ),
  ),
  ...['SELECTED', 'MOU_NEGOTIATION', 'PDV', 'CLEARED', 'DEPLOYED'].map((to, index) =>
    staff(
      'movePledge',
      { pledgeId: '@police', to, occurredOn: `2024-0${3 + index}-01`, mission: 'UNMISS', note: 'As agreed' },
      index > 0
        ? []
        : [
            refuse('UNKNOWN_MISSION', 'mission', { mission: 'UNATLANTIS' }),
            refuse('TRANSITION_NOT_ALLOWED', 'to', { to: 'DEPLOYED' }),
            refuse('TRANSITION_NOT_ALLOWED', 'to', { pledgeId: '@team' }),
            refuse('BEFORE_REGISTRATION', 'occurredOn', { occurredOn: '2024-01-31' }),
            refuse('NOT_IN_LIFECYCLE_STATE', 'confirmedOn', { confirmedOn: '2024-02-15' }),
          ],
    ),
  ),
  staff(
    'movePledge',
    { pledgeId: '@hospital', to: 'SELECTED', occurredOn: '2024-03-01' },
    [],
    'step selection',
  ),
  staff(
    'movePledge',
    {
      ...{ pledgeId: '@hospital', to: 'REGISTERED', occurredOn: '2024-04-01', mission: null },
      ...{ confirmedOn: '2024-03-20', note: 'Back to the pool' },
    },
    [
      refuse('BEFORE_LAST_STEP', 'occurredOn', { occurredOn: '2024-02-29' }),
      refuse('REQUIRED', 'confirmedOn', {}, { without: ['confirmedOn'] }),
      refuse('BEFORE_LAST_STEP', 'confirmedOn', { confirmedOn: '2024-02-15' }),
      refuse('AFTER_TODAY', 'confirmedOn', { confirmedOn: '2025-10-14' }),
    ],
  ),
  state('withdrawPledge', { pledgeId: '@team', occurredOn: '2024-09-01', note: 'The team was disbanded' }, [
    refuse('BEFORE_LAST_STEP', 'occurredOn', { occurredOn: '2024-01-09' }),
    refuse('TRANSITION_NOT_ALLOWED', 'to', { pledgeId: '@police' }),
    again('TRANSITION_NOT_ALLOWED', 'to'),
  ]),
];

const RECORDS: readonly Step[] = [
  state(
    'confirmPledge',
    { pledgeId: '@infantry', confirmedOn: '2025-08-01', note: 'By note verbale' },
    [
      refuse('BEFORE_REGISTRATION', 'confirmedOn', { confirmedOn: '2024-01-31' }),
      refuse('BEFORE_REGISTRATION', 'confirmedOn', { pledgeId: '@engineers' }),
      refuse('NOT_IN_LIFECYCLE_STATE', 'confirmedOn', { pledgeId: '@team' }),
      again('ALREADY_EXISTS', 'confirmedOn'),
    ],
    'confirmation',
  ),
  ...[
    ...['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT_LIST', 'SELF_SUSTAINMENT_LIST'],
    ...['SUR_ALIGNMENT', 'LOAD_LIST', 'TRAINING_CERTIFICATE', 'HR_SCREENING_CERTIFICATE'],
  ].map((type, index) =>
    state(
      'addDocument',
      {
        ...{ pledgeId: '@infantry', type, receivedOn: '2024-01-20', validUntil: '2027-01-20' },
        ...{ title: 'Signed copy', symbol: `NV/${index + 1}` },
      },
      index > 0
        ? []
        : [
            refuse('INTERVAL_REVERSED', 'validUntil', { validUntil: '2024-01-19' }),
            refuse('NOT_IN_LIFECYCLE_STATE', 'receivedOn', { pledgeId: '@team', receivedOn: '2024-09-02' }),
            again('ALREADY_EXISTS', 'type'),
          ],
      `document ${type}`,
    ),
  ),
  state(
    'declareCaveat',
    {
      ...{ pledgeId: '@infantry', reference: 'C-7', knownOn: '2024-03-01', resolveBy: '2025-12-31' },
      statement: 'No patrols at night',
    },
    [
      refuse('INTERVAL_REVERSED', 'resolveBy', { resolveBy: '2024-02-29' }),
      again('ALREADY_EXISTS', 'reference'),
    ],
    'caveat',
  ),
  staff(
    'reportCaveat',
    {
      ...{ pledgeId: '@infantry', reference: 'C-8', knownOn: '2024-04-01', resolveBy: '2024-12-31' },
      statement: 'Stays in its sector',
    },
    [
      refuse('INTERVAL_REVERSED', 'resolveBy', { resolveBy: '2024-03-31' }),
      again('ALREADY_EXISTS', 'reference'),
    ],
    'undeclared',
  ),
  staff(
    'settleCaveat',
    { caveatId: '@undeclared', resolvedOn: '2024-11-01', note: 'Withdrawn by note verbale' },
    [
      refuse('BEFORE_OPENING', 'resolvedOn', { resolvedOn: '2024-03-31' }),
      again('ALREADY_CLOSED', 'caveatId'),
    ],
    'settlement',
  ),
  staff(
    'barUnit',
    {
      ...{ pledgeId: '@infantry', decision: 'D-1', decidedOn: '2025-01-10', fromOn: '2025-02-01' },
      ...{ untilOn: '2025-12-31', reason: 'Conduct of the last rotation' },
    },
    [refuse('INTERVAL_REVERSED', 'untilOn', { untilOn: '2025-01-31' }), again('ALREADY_EXISTS', 'decision')],
    'bar',
  ),
  staff(
    'barMemberState',
    {
      ...{ memberState: '@state', decision: 'S-1', decidedOn: '2025-01-10', fromOn: '2025-11-01' },
      ...{ untilOn: '2026-01-31', reason: 'Resolution 2272 (2016)' },
    },
    [
      refuse('UNKNOWN_MEMBER_STATE', 'memberState', { memberState: 'XXX' }),
      refuse('INTERVAL_REVERSED', 'untilOn', { untilOn: '2025-10-31' }),
      again('ALREADY_EXISTS', 'decision'),
    ],
    'state bar',
  ),
  staff(
    'agreeRdl',
    {
      ...{ pledgeId: '@infantry', signedOn: '2025-05-01', fromOn: '2025-07-01', untilOn: '2026-06-30' },
      ...{ commitmentDays: 60, requirementStatementId: 'SUR_INFANTRY_BATTALION_V1' },
    },
    [
      refuse('UNIT_TYPE_NOT_ELIGIBLE', 'pledgeId', {
        ...{ pledgeId: '@team', signedOn: '2024-05-01', requirementStatementId: null },
      }),
      refuse('INTERVAL_REVERSED', 'untilOn', { untilOn: '2025-06-30' }),
      refuse('UNKNOWN_CODE', 'requirementStatementId', { requirementStatementId: 'SUR_MEDICAL_LEVEL_2_V1' }),
      refuse('TOO_LARGE', 'commitmentDays', { commitmentDays: 1001 }),
      again('OVERLAPS', 'fromOn', { fromOn: '2026-06-30', untilOn: '2027-06-29' }),
    ],
    'agreement',
  ),
  staff(
    'recordHumanRightsScreening',
    { pledgeId: '@infantry', screenedOn: '2024-05-01', result: 'PENDING', note: 'Two cases are looked into' },
    [],
    'screening',
  ),
  staff(
    'planDeployment',
    {
      ...{ pledgeId: '@police', plannedOn: '2024-03-15', deploymentOn: '2026-07-01', mission: 'UNMISS' },
      note: 'With the rotation',
    },
    [
      refuse('INTERVAL_REVERSED', 'deploymentOn', { deploymentOn: '2024-03-14' }),
      refuse('UNKNOWN_MISSION', 'mission', { mission: 'UNATLANTIS' }),
    ],
    'deployment plan',
  ),
  state(
    'receiveUnitCertificate',
    { pledgeId: '@police', receivedOn: '2024-06-15', note: 'Signed by the ministry' },
    [refuse('NOT_IN_LIFECYCLE_STATE', 'pledgeId', { pledgeId: '@infantry' })],
    'certificate',
  ),
];

const days = { decidedOn: '2024-05-01', plannedFrom: '2024-06-03', plannedUntil: '2024-06-05' };
const held = { heldFrom: '2024-06-03', heldUntil: '2024-06-05', team: ['Team leader', 'Medical officer'] };

/** A visit that was held, with its name. */
const heldVisit = (name: string, kind: string, pledge: string): Step[] => [
  staff(
    'planVisit',
    { memberState: '@state', kind, ...days, reference: `V-${name}`, pledgeIds: [`@${pledge}`] },
    [],
    name,
  ),
  staff('holdVisit', { visitId: `@${name}`, ...held }),
];

/** What version 1 asks of an infantry battalion, and what is offered: two ambulances fewer, without an agreement. */
const OFFERED = {
  ...{
    ARMOURED_PERSONNEL_CARRIER: 40,
    AMBULANCE: 2,
    LIGHT_PATROL_VEHICLE: 60,
    CARGO_TRUCK: 30,
    FUEL_TRUCK: 4,
  },
  ...{ WATER_TRUCK: 4, RECOVERY_TRUCK: 1, GENERATOR: 24, WATER_TREATMENT_PLANT: 4, FORKLIFT: 2 },
};
const equipmentLines = Object.entries(OFFERED).map(([item, offered]) =>
  item === 'RECOVERY_TRUCK' ? { item, offered, variation: 'One is hired in the mission' } : { item, offered },
);

/** The same lines as they were counted, the first of them critical, and one that no statement lists. */
const APC = { item: 'ARMOURED_PERSONNEL_CARRIER', agreed: 40, present: 38, serviceable: 36 };
const countedLines = [
  APC,
  { item: 'AMBULANCE', agreed: 4, present: 2, serviceable: 2, critical: true },
  ...Object.entries(OFFERED)
    .slice(2, 9)
    .map(([item, agreed]) => ({ item, agreed, present: agreed, serviceable: agreed })),
  { item: 'TRUCK', agreed: 40, present: 40, serviceable: 36 },
];

const REQUIREMENTS: readonly Step[] = [
  state(
    'alignWithRequirement',
    {
      ...{
        pledgeId: '@infantry',
        alignedOn: '2024-06-20',
        requirementStatementId: 'SUR_INFANTRY_BATTALION_V1',
      },
      ...{ strength: 800, strengthVariation: 'Without the band', note: 'Agreed in New York', equipmentLines },
      selfSustainmentCategories: [
        { category: 'CATERING', offered: 850 },
        { category: 'LAUNDRY', offered: 0, variation: 'The mission provides it' },
      ],
    },
    [
      refuse('REQUIREMENT_NOT_IN_EFFECT', 'requirementStatementId', {
        ...{ pledgeId: '@police', requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V2' },
        alignedOn: '2024-06-30',
      }),
      refuse('REQUIREMENT_LINE_MISSING', 'equipmentLines', { equipmentLines: equipmentLines.slice(1) }),
      refuse('REQUIREMENT_LINE_MISSING', 'equipmentLines', { equipmentLines: [] }),
      refuse('ALREADY_EXISTS', 'equipmentLines.10.item', {
        equipmentLines: [...equipmentLines, { item: 'FORKLIFT', offered: 1 }],
      }),
      refuse('ALREADY_EXISTS', 'selfSustainmentCategories.1.category', {
        selfSustainmentCategories: [
          { category: 'CATERING', offered: 1 },
          { category: 'CATERING', offered: 1 },
        ],
      }),
      refuse('UNKNOWN_CODE', 'requirementStatementId', { pledgeId: '@hospital' }),
      refuse('BEFORE_OPENING', 'alignedOn', { alignedOn: '2024-01-09' }),
      refuse('NOT_IN_LIFECYCLE_STATE', 'alignedOn', { pledgeId: '@team', alignedOn: '2024-09-02' }),
    ],
    'alignment',
  ),
  staff(
    'reviewRequirement',
    {
      ...{
        pledgeId: '@infantry',
        reviewedOn: '2024-06-25',
        requirementStatementId: 'SUR_INFANTRY_BATTALION_V2',
      },
      ...{ conclusion: 'CHANGE_NEEDED', reason: 'Ambulances have to be armoured' },
    },
    [
      refuse('REQUIREMENT_NOT_IN_EFFECT', 'requirementStatementId', {
        ...{
          pledgeId: '@police',
          requirementStatementId: 'SUR_FORMED_POLICE_UNIT_V2',
          reviewedOn: '2024-06-30',
        },
      }),
      refuse('BEFORE_OPENING', 'reviewedOn', { reviewedOn: '2024-01-09' }),
      refuse('UNKNOWN_CODE', 'requirementStatementId', { pledgeId: '@hospital' }),
    ],
    'review',
  ),
];

/** An inspection of a unit in its mission. */
const inspectionVisit = (name: string, kind: string, pledge: string): Step[] => [
  staff(
    'planVisit',
    { memberState: '@state', kind, ...days, reference: `V-${name}`, pledgeIds: [`@${pledge}`] },
    [],
    name,
  ),
  staff('holdVisit', { visitId: `@${name}`, ...held, heldFrom: '2024-08-05', heldUntil: '2024-08-06' }, [
    refuse('NOT_IN_LIFECYCLE_STATE', 'heldUntil', held),
    refuse('BEFORE_OPENING', 'heldFrom', { heldFrom: '2024-04-30' }),
  ]),
];

/** Results of every component named, all the same but for those that are said otherwise. */
const componentsOf = (kind: keyof typeof ASSESSED_COMPONENTS, others: Readonly<Record<string, Input>> = {}) =>
  ASSESSED_COMPONENTS[kind].map(({ code }) => ({ component: code, result: 'PASS', ...others[code] }));

const DRIVING_FAILED = { DRIVING: { result: 'FAIL', tested: 20, passed: 12, note: 'Left-hand traffic' } };

const VISITS: readonly Step[] = [
  staff(
    'planVisit',
    {
      ...{ memberState: '@state', kind: 'AAV', reference: 'V-AAV', ...days, purpose: 'Verify the pledges' },
      pledgeIds: ['@infantry', '@hospital'],
    },
    [
      refuse('UNKNOWN_MEMBER_STATE', 'memberState', { memberState: 'XXX' }),
      refuse('INTERVAL_REVERSED', 'plannedUntil', { plannedUntil: '2024-06-02' }),
      refuse('UNIT_TYPE_NOT_ELIGIBLE', 'pledgeIds.0', { kind: 'FPU_ASSESSMENT' }),
      refuse('UNIT_TYPE_NOT_ELIGIBLE', 'pledgeIds.0', { kind: 'HOSPITAL' }),
      refuse('UNIT_TYPE_NOT_ELIGIBLE', 'pledgeIds.0', { kind: 'RDL_VERIFICATION', pledgeIds: ['@team'] }),
      refuse('NOT_COVERED_BY_VISIT', 'pledgeIds.1', { pledgeIds: ['@infantry', '@other'] }),
      refuse('ALREADY_EXISTS', 'pledgeIds.1', { pledgeIds: ['@infantry', '@infantry'] }),
      refuse('REQUIRED', 'pledgeIds', { pledgeIds: [] }),
      again('ALREADY_EXISTS', 'reference'),
    ],
    'aav',
  ),
  staff(
    'replanVisit',
    {
      ...{ visitId: '@aav', ...days, plannedUntil: '2024-06-07', purpose: 'With the police unit' },
      addedPledgeIds: ['@police'],
    },
    [
      refuse('INTERVAL_REVERSED', 'plannedUntil', { plannedUntil: '2024-06-02' }),
      refuse('NOT_COVERED_BY_VISIT', 'addedPledgeIds.0', { addedPledgeIds: ['@other'] }),
      refuse('ALREADY_EXISTS', 'addedPledgeIds.0', { addedPledgeIds: ['@infantry'] }),
    ],
  ),
  staff(
    'planVisit',
    {
      ...{ memberState: '@state', kind: 'PRE_ROTATION', reference: 'V-NEXT', pledgeIds: ['@police'] },
      ...{ decidedOn: '2025-10-01', plannedFrom: '2025-11-03', plannedUntil: '2025-11-07' },
    },
    [],
    'next visit',
  ),
  staff(
    'assignVisit',
    { visitId: '@aav', subject: '@evaluator', assignedOn: '2024-05-02' },
    [again('ALREADY_EXISTS', 'subject')],
    'assignment',
  ),
  staff('assignVisit', { visitId: '@next visit', subject: '@evaluator', assignedOn: '2025-10-02' }),
  staff(
    'assignUnit',
    { pledgeId: '@police', subject: '@evaluator', assignedOn: '2024-05-02' },
    [again('ALREADY_EXISTS', 'subject')],
    'unit assignment',
  ),
  evaluator(
    'holdVisit',
    { visitId: '@aav', heldFrom: '2024-06-03', heldUntil: '2024-06-06', team: ['Team leader'], note: 'Held' },
    [
      refuse('INTERVAL_REVERSED', 'heldUntil', { heldUntil: '2024-06-02' }),
      refuse('REQUIRED', 'team', { team: [] }),
      again('ALREADY_EXISTS', 'visitId'),
    ],
  ),
  staff(
    'recordMeasurement',
    {
      ...{ pledgeId: '@hospital', measuredOn: '2024-06-05', basis: 'TOTALS_ONLY' },
      personnel: { required: 60, available: 58, women: 20 },
      equipmentOnHand: { required: 80, available: 80 },
      serviceability: { required: 80, available: 76 },
      selfSustainment: { required: 240, available: 240 },
      equipmentLines: [{ item: 'AMBULANCE', agreed: 4, present: 4, serviceable: 3, critical: true }],
      ...{ visitId: '@aav', note: 'Counted on the spot' },
    },
    [
      refuse('NOT_OF_BASIS', 'equipmentOnHand', { basis: 'BY_LINE' }),
      refuse('OUTSIDE_VISIT', 'measuredOn', { measuredOn: '2024-06-02' }),
      refuse('OUTSIDE_VISIT', 'measuredOn', { measuredOn: '2024-06-07' }),
      refuse('BEFORE_OPENING', 'measuredOn', { measuredOn: '2024-01-09' }),
      refuse('UNKNOWN_CODE', 'equipmentLines.0.critical', {
        equipmentLines: [{ item: 'AMBULANCE', agreed: 4, present: 4, critical: false }],
      }),
      refuse('TOO_LARGE', 'serviceability.required', {
        serviceability: { required: 100_001, available: 1 },
      }),
    ],
  ),
  evaluator(
    'recordMeasurement',
    {
      ...{ pledgeId: '@infantry', measuredOn: '2024-06-05', basis: 'BY_LINE' },
      personnel: { required: 850, available: 700, women: 60 },
      equipmentLines: countedLines,
      selfSustainmentCategories: [
        { category: 'CATERING', required: 850, available: 850 },
        { category: 'LAUNDRY', required: 850, available: 700 },
      ],
      ...{ visitId: '@aav', note: 'Counted on the spot' },
    },
    [
      refuse('MORE_THAN_WHOLE', 'personnel.women', {
        personnel: { required: 850, available: 700, women: 701 },
      }),
      refuse('TOO_LARGE', 'personnel.required', { personnel: { required: 10_001, available: 1 } }),
      refuse('MORE_THAN_WHOLE', 'equipmentLines.0.serviceable', {
        equipmentLines: [{ item: 'AMBULANCE', agreed: 4, present: 2, serviceable: 3 }],
      }),
      refuse('TOO_LARGE', 'equipmentLines.0.agreed', {
        equipmentLines: [{ item: 'AMBULANCE', agreed: 100_001, present: 2 }],
      }),
      refuse('CRITICAL_LINE_MISSING', 'equipmentLines', {
        equipmentLines: [{ item: 'AMBULANC', agreed: 4, present: 4 }],
      }),
      refuse('REQUIREMENT_LINE_MISSING', 'equipmentLines', { equipmentLines: countedLines.slice(0, 8) }),
      refuse('TOO_SMALL', 'equipmentLines.0.agreed', {
        equipmentLines: countedLines.with(0, { ...APC, agreed: 0, present: 0, serviceable: 0 }),
      }),
      refuse('UNKNOWN_CODE', 'equipmentLines.0.critical', {
        equipmentLines: countedLines.with(0, { ...APC, critical: false }),
      }),
      refuse('ALREADY_EXISTS', 'equipmentLines.1.item', {
        equipmentLines: [
          { item: 'TRUCK', agreed: 1, present: 1 },
          { item: 'TRUCK', agreed: 1, present: 1 },
        ],
      }),
      refuse('ALREADY_EXISTS', 'selfSustainmentCategories.1.category', {
        selfSustainmentCategories: [
          { category: 'CATERING', required: 1, available: 1 },
          { category: 'CATERING', required: 1, available: 1 },
        ],
      }),
      refuse(
        'REQUIRED',
        'personnel, equipmentLines, selfSustainmentCategories',
        {},
        { without: ['personnel', 'equipmentLines', 'selfSustainmentCategories'] },
      ),
      refuse('NOT_OF_BASIS', 'serviceability', { serviceability: { required: 1, available: 1 } }),
      refuse('REQUIRED', 'selfSustainmentCategories.0.available', {
        selfSustainmentCategories: [{ category: 'CATERING', required: 850 }],
      }),
      refuse('CONTRADICTION', 'selfSustainmentCategories.0.available', {
        selfSustainmentCategories: [
          { category: 'CATERING', required: 850, available: 10, satisfactory: false },
        ],
      }),
      refuse('NOT_COVERED_BY_VISIT', 'visitId', { visitId: '@next visit' }, { as: 'STAFF' }),
    ],
    'measurement',
  ),
  state(
    'recordMeasurement',
    {
      ...{ pledgeId: '@infantry', measuredOn: '2025-06-01', basis: 'TOTALS_ONLY' },
      ...{ personnel: { required: 850, available: 860 }, note: 'Reported by the contingent' },
    },
    [],
    'own measurement',
  ),
  evaluator(
    'recordOutcome',
    {
      ...{ visitId: '@aav', pledgeId: '@infantry', outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS' },
      summary: 'Sound, with gaps in transport',
    },
    [
      refuse('OUTCOME_NOT_OF_KIND', 'outcome', { outcome: 'PASS' }),
      refuse('VISIT_NOT_HELD', 'visitId', {
        ...{ visitId: '@next visit', pledgeId: '@police', outcome: 'PASS' },
      }),
      refuse('NOT_COVERED_BY_VISIT', 'pledgeId', { visitId: '@next visit', outcome: 'PASS' }),
      again('ALREADY_EXISTS', 'pledgeId'),
    ],
    'outcome',
  ),
  evaluator(
    'raiseFinding',
    {
      ...{ visitId: '@aav', pledgeId: '@infantry', reference: 'F-7', area: 'MEDICAL', severity: 'CRITICAL' },
      ...{ owner: 'MEMBER_STATE', dueOn: '2024-12-31', statement: 'Two ambulances are missing' },
    },
    [
      refuse('BEFORE_OPENING', 'dueOn', { dueOn: '2024-06-05' }),
      refuse('VISIT_NOT_HELD', 'visitId', { visitId: '@next visit', pledgeId: '@police' }),
      refuse('NOT_COVERED_BY_VISIT', 'pledgeId', { visitId: '@next visit' }),
      again('ALREADY_EXISTS', 'reference'),
    ],
    'finding',
  ),
  evaluator(
    'raiseFinding',
    {
      ...{ visitId: '@aav', pledgeId: '@infantry', area: 'TRAINING', severity: 'CRITICAL' },
      ...{ owner: 'MEMBER_STATE', dueOn: '2026-01-31', statement: 'No driver is certified' },
    },
    [],
    'open finding',
  ),
  state(
    'answerFinding',
    { findingId: '@finding', answeredOn: '2024-07-01', answer: 'Two ambulances are bought' },
    [refuse('BEFORE_OPENING', 'answeredOn', { answeredOn: '2024-06-05' })],
    'finding answer',
  ),
  evaluator(
    'closeFinding',
    { findingId: '@finding', closedOn: '2024-08-01', evidence: 'Both were seen' },
    [refuse('BEFORE_OPENING', 'closedOn', { closedOn: '2024-06-05' }), again('ALREADY_CLOSED', 'findingId')],
    'finding closure',
  ),
  ...['recommendation', 'open recommendation'].map((keep, index) =>
    evaluator(
      'raiseRecommendation',
      {
        ...{ visitId: '@aav', pledgeId: '@infantry', reference: `R-${7 + index}`, kind: 'RECOMMENDATION' },
        ...{ area: 'TRAINING', dueOn: '2024-12-31', statement: 'Train two more drivers' },
      },
      index > 0
        ? []
        : [
            refuse('OUTCOME_NOT_OF_KIND', 'kind', { kind: 'CONDITION' }),
            refuse('BEFORE_OPENING', 'dueOn', { dueOn: '2024-06-05' }),
            refuse('VISIT_NOT_HELD', 'visitId', { visitId: '@next visit', pledgeId: '@police' }),
            refuse('NOT_COVERED_BY_VISIT', 'pledgeId', { visitId: '@next visit' }),
            again('ALREADY_EXISTS', 'reference'),
          ],
      keep,
    ),
  ),
  state(
    'answerRecommendation',
    { recommendationId: '@recommendation', answeredOn: '2024-07-01', answer: 'They were trained' },
    [
      refuse('BEFORE_OPENING', 'answeredOn', { answeredOn: '2024-06-05' }),
      again('ALREADY_CLOSED', 'recommendationId'),
    ],
    'recommendation answer',
  ),
  ...heldVisit('hospital visit', 'HOSPITAL', 'hospital'),
  ...['deficiency', 'open deficiency'].map((keep, index) =>
    staff(
      'raiseHospitalDeficiency',
      {
        ...{ pledgeId: '@hospital', reference: `H-${7 + index}`, severity: 'CRITICAL' },
        ...{ raisedOn: '2024-06-05', dueOn: '2024-12-31', statement: 'No blood bank' },
        visitId: '@hospital visit',
      },
      index > 0
        ? []
        : [
            refuse('UNIT_TYPE_NOT_ELIGIBLE', 'pledgeId', { pledgeId: '@infantry' }),
            refuse('BEFORE_OPENING', 'dueOn', { dueOn: '2024-06-04' }),
            refuse('BEFORE_OPENING', 'raisedOn', { raisedOn: '2024-06-02' }),
            refuse('OUTCOME_NOT_OF_KIND', 'visitId', { visitId: '@aav' }),
            refuse('NOT_COVERED_BY_VISIT', 'pledgeId', { visitId: '@next visit' }),
            again('ALREADY_EXISTS', 'reference'),
          ],
      keep,
    ),
  ),
  staff(
    'closeHospitalDeficiency',
    { hospitalDeficiencyId: '@deficiency', closedOn: '2024-08-01', evidence: 'It was seen' },
    [
      refuse('BEFORE_OPENING', 'closedOn', { closedOn: '2024-06-04' }),
      again('ALREADY_CLOSED', 'hospitalDeficiencyId'),
    ],
    'deficiency closure',
  ),
  ...heldVisit('verification', 'RDL_VERIFICATION', 'infantry'),
  staff('recordOutcome', { visitId: '@verification', pledgeId: '@infantry', outcome: 'PASS' }),
  ...heldVisit('assessment', 'FPU_ASSESSMENT', 'police'),
  staff(
    'recordComponentResults',
    {
      ...{ visitId: '@assessment', pledgeId: '@police', note: 'Two days on the range' },
      components: componentsOf('FPU_ASSESSMENT', DRIVING_FAILED),
    },
    [
      refuse('COMPONENT_MISSING', 'components', {
        components: componentsOf('FPU_ASSESSMENT', DRIVING_FAILED).slice(1),
      }),
      refuse('UNKNOWN_CODE', 'components.0.component', { components: componentsOf('HOSPITAL') }),
      refuse('ALREADY_EXISTS', 'components.1.component', {
        components: ['LANGUAGE', 'LANGUAGE'].map((component) => ({ component, result: 'PASS' })),
      }),
      refuse('REQUIRED', 'components', { components: [] }),
      refuse('REQUIRED', 'components.0.passed', {
        components: componentsOf('FPU_ASSESSMENT', { LANGUAGE: { tested: 5 } }),
      }),
      refuse('REQUIRED', 'components.0.tested', {
        components: componentsOf('FPU_ASSESSMENT', { LANGUAGE: { passed: 5 } }),
      }),
      refuse('TOO_SMALL', 'components.0.tested', {
        components: componentsOf('FPU_ASSESSMENT', { LANGUAGE: { tested: 0, passed: 0 } }),
      }),
      refuse('CONTRADICTION', 'components.0.passed', {
        components: componentsOf('FPU_ASSESSMENT', { LANGUAGE: { tested: 5, passed: 0 } }),
      }),
      refuse('MORE_THAN_WHOLE', 'components.0.passed', {
        components: componentsOf('FPU_ASSESSMENT', { LANGUAGE: { tested: 5, passed: 6 } }),
      }),
      refuse('CONTRADICTION', 'components.0.result', {
        components: componentsOf('FPU_ASSESSMENT', {
          LANGUAGE: { result: 'NOT_TESTED', tested: 5, passed: 5 },
        }),
      }),
      refuse('OUTCOME_NOT_OF_KIND', 'visitId', { visitId: '@aav' }),
      refuse('VISIT_NOT_HELD', 'visitId', { visitId: '@next visit' }),
      refuse('NOT_COVERED_BY_VISIT', 'pledgeId', { pledgeId: '@hospital' }),
      again('ALREADY_EXISTS', 'pledgeId'),
    ],
    'component results',
  ),
  staff('recordOutcome', { visitId: '@assessment', pledgeId: '@police', outcome: 'PASS_WITH_CONDITIONS' }, [
    refuse('CONTRADICTION', 'outcome', { outcome: 'PASS' }),
  ]),
  staff('raiseRecommendation', {
    ...{ visitId: '@assessment', pledgeId: '@police', kind: 'CONDITION', area: 'TRAINING' },
    ...{ dueOn: '2025-12-31', statement: 'Crowd control is trained again' },
  }),
  staff('recordOutcome', { visitId: '@hospital visit', pledgeId: '@hospital', outcome: 'SATISFACTORY' }),
  staff(
    'recordComponentResults',
    {
      ...{ visitId: '@hospital visit', pledgeId: '@hospital' },
      components: componentsOf('HOSPITAL', { SURGERY: { tested: 3, passed: 3 } }),
    },
    [
      refuse('CONTRADICTION', 'components', {
        components: componentsOf('HOSPITAL', { SURGERY: { result: 'NOT_TESTED' } }),
      }),
    ],
  ),
  ...inspectionVisit('inspection', 'COE_READINESS', 'police'),
  staff(
    'recordInspection',
    {
      ...{ visitId: '@inspection', pledgeId: '@police', note: 'The second of the year' },
      equipmentLines: [
        {
          item: 'POLICE_ARMOURED_VEHICLE',
          agreed: 10,
          present: 10,
          serviceable: 8,
          remark: 'Tyres',
          critical: true,
        },
        { item: 'GENERATOR', agreed: 6, present: 7, serviceable: 7 },
      ],
      selfSustainmentCategories: [
        { category: 'CATERING', required: 160, satisfactory: true },
        { category: 'LAUNDRY', required: 160, satisfactory: false, remark: 'One machine of four' },
      ],
      personnel: { required: 160, available: 158, women: 30 },
    },
    [
      refuse('OUTCOME_NOT_OF_KIND', 'visitId', { visitId: '@assessment' }),
      refuse('VISIT_NOT_HELD', 'visitId', { visitId: '@next visit' }),
      refuse('NOT_COVERED_BY_VISIT', 'pledgeId', { pledgeId: '@infantry' }),
      refuse('MORE_THAN_WHOLE', 'equipmentLines.0.serviceable', {
        equipmentLines: [{ item: 'GENERATOR', agreed: 6, present: 6, serviceable: 7 }],
      }),
      refuse('ALREADY_EXISTS', 'equipmentLines.1.item', {
        equipmentLines: ['GENERATOR', 'GENERATOR'].map((item) => ({
          ...{ item, agreed: 6, present: 6, serviceable: 6 },
        })),
      }),
      refuse('REQUIRED', 'equipmentLines, selfSustainmentCategories', {
        ...{ equipmentLines: [], selfSustainmentCategories: [] },
      }),
      again('ALREADY_EXISTS', 'pledgeId'),
    ],
    'inspected measurement',
  ),
  staff(
    'planVisit',
    {
      ...{ memberState: '@state', kind: 'AAV', ...days, reference: 'V-OFF', pledgeIds: ['@engineers'] },
    },
    [],
    'cancelled visit',
  ),
  staff(
    'cancelVisit',
    { visitId: '@cancelled visit', cancelledOn: '2024-05-20', reason: 'The unit was not accepted' },
    [
      refuse('BEFORE_OPENING', 'cancelledOn', { cancelledOn: '2024-04-30' }),
      refuse('ALREADY_CLOSED', 'visitId', { visitId: '@aav' }),
      again('ALREADY_CLOSED', 'visitId'),
    ],
  ),
];

const PERFORMANCE: readonly Step[] = [
  evaluator(
    'recordEvaluation',
    {
      ...{ pledgeId: '@police', mission: 'UNMISS', periodFrom: '2024-08-01', periodUntil: '2025-01-31' },
      ...{ evaluatedOn: '2025-02-10', scale: 'FIVE_STEP', rawScore: 2, verdict: 'NEEDS_IMPROVEMENT' },
      areas: [
        { area: 'MANDATE_TASKS', score: 3 },
        { area: 'FORCE_PROTECTION', score: 2 },
      ],
      summary: 'Patrols are too few',
    },
    [
      refuse('UNKNOWN_MISSION', 'mission', { mission: 'UNATLANTIS' }),
      refuse('INTERVAL_REVERSED', 'periodUntil', { periodUntil: '2024-07-31' }),
      refuse('BEFORE_OPENING', 'evaluatedOn', { evaluatedOn: '2025-01-30' }),
      refuse('BEFORE_DEPLOYMENT', 'evaluatedOn', {
        ...{ periodFrom: '2024-05-01', periodUntil: '2024-06-15', evaluatedOn: '2024-06-30' },
      }),
      refuse('TOO_SMALL', 'rawScore', { rawScore: 0 }),
      refuse('TOO_LARGE', 'rawScore', { rawScore: 6 }),
      refuse('TOO_LARGE', 'areas.0.score', { areas: [{ area: 'MANDATE_TASKS', score: 6 }] }),
      refuse('ALREADY_EXISTS', 'areas.1.area', {
        areas: [
          { area: 'MANDATE_TASKS', score: 3 },
          { area: 'MANDATE_TASKS', score: 3 },
        ],
      }),
    ],
    'evaluation',
  ),
  staff(
    'openPlan',
    {
      ...{ evaluationId: '@evaluation', openedOn: '2025-02-20', dueOn: '2025-08-31', note: 'Agreed' },
      actions: [
        {
          ...{ reference: 'A-7', dueOn: '2025-06-30', owner: 'MEMBER_STATE' },
          statement: 'Four patrols a day',
        },
      ],
    },
    [
      refuse('BEFORE_OPENING', 'openedOn', { openedOn: '2025-02-09' }),
      refuse('INTERVAL_REVERSED', 'dueOn', { dueOn: '2025-02-19' }),
      refuse('AFTER_PLAN_DUE', 'actions.0.dueOn', {
        actions: [{ dueOn: '2025-09-01', owner: 'MISSION', statement: 'Four patrols a day' }],
      }),
      again('ALREADY_EXISTS', 'evaluationId'),
    ],
    'plan',
  ),
  staff(
    'extendPlan',
    { improvementPlanId: '@plan', setOn: '2025-08-01', dueOn: '2025-09-30', note: 'One more month' },
    [
      refuse('BEFORE_OPENING', 'setOn', { setOn: '2025-02-19' }),
      refuse('INTERVAL_REVERSED', 'dueOn', { dueOn: '2025-07-31' }),
      refuse('NOT_LATER', 'dueOn', { dueOn: '2025-08-31' }),
    ],
  ),
  state(
    'addPlanAction',
    {
      ...{ improvementPlanId: '@plan', reference: 'A-8', setOn: '2025-03-01', dueOn: '2025-07-31' },
      ...{ owner: 'MEMBER_STATE', statement: 'Two more interpreters' },
    },
    [
      refuse('BEFORE_OPENING', 'setOn', { setOn: '2025-02-19' }),
      refuse('INTERVAL_REVERSED', 'dueOn', { dueOn: '2025-02-28' }),
      refuse('AFTER_PLAN_DUE', 'dueOn', { dueOn: '2025-10-01' }),
      refuse('NOT_PERMITTED', 'owner', { owner: 'SECRETARIAT' }),
      again('ALREADY_EXISTS', 'reference'),
    ],
    'plan action',
  ),
  staff(
    'extendPlanAction',
    {
      ...{ planActionId: '@plan action', setOn: '2025-04-01', dueOn: '2025-08-31' },
      reason: 'The interpreters are hired in the mission',
    },
    [
      refuse('BEFORE_OPENING', 'setOn', { setOn: '2025-02-28' }),
      refuse('INTERVAL_REVERSED', 'dueOn', { dueOn: '2025-03-31' }),
      refuse('NOT_LATER', 'dueOn', { dueOn: '2025-07-31' }),
      refuse('AFTER_PLAN_DUE', 'dueOn', { dueOn: '2025-10-01' }),
    ],
  ),
  state(
    'addPlanAction',
    {
      ...{ improvementPlanId: '@plan', setOn: '2025-03-01', dueOn: '2025-07-31' },
      ...{ owner: 'MISSION', statement: 'A second generator' },
    },
    [],
    'dropped action',
  ),
  state(
    'progressPlanAction',
    { planActionId: '@plan action', progressedOn: '2025-05-01', state: 'DONE', note: 'They arrived' },
    [
      refuse('BEFORE_OPENING', 'progressedOn', { progressedOn: '2025-02-28' }),
      refuse('NOT_PERMITTED', 'state', { state: 'DROPPED' }),
      again('ALREADY_CLOSED', 'planActionId'),
    ],
    'plan progress',
  ),
  staff('progressPlanAction', {
    ...{ planActionId: '@dropped action', progressedOn: '2025-06-01', state: 'DROPPED' },
    note: 'The mission has one to spare',
  }),
  evaluator(
    'recordEvaluation',
    {
      ...{ pledgeId: '@police', mission: 'UNMISS', periodFrom: '2024-06-01', periodUntil: '2024-07-31' },
      ...{ evaluatedOn: '2024-08-10', scale: 'PERCENT', verdict: 'UNSATISFACTORY' },
    },
    [],
    'earlier evaluation',
  ),
  staff(
    'openPlan',
    { evaluationId: '@earlier evaluation', openedOn: '2024-08-20', dueOn: '2024-12-31' },
    [],
    'earlier plan',
  ),
  staff(
    'closePlan',
    {
      ...{ improvementPlanId: '@earlier plan', closedOn: '2024-12-01', outcome: 'ACHIEVED' },
      evidence: 'Evaluated again',
    },
    [
      refuse('BEFORE_OPENING', 'closedOn', { closedOn: '2024-08-19' }),
      refuse('ACTIONS_OPEN', 'outcome', { improvementPlanId: '@plan', closedOn: '2025-09-30' }),
      again('ALREADY_CLOSED', 'improvementPlanId'),
    ],
  ),
];

/** A correction, which the same input shows beforehand. */
const PAPER_PUT_RIGHT: Input = {
  ...{ kind: 'DOCUMENT', id: '@document LOAD_LIST', reason: 'The paper was received in May' },
  expectedVersion: '@version infantry',
  replacement: {
    document: {
      ...{ type: 'LOAD_LIST', receivedOn: '2024-05-20', validUntil: '2027-01-20' },
      ...{ title: 'Load list', symbol: 'NV/6' },
    },
  },
};
const REFUSED_CORRECTIONS: readonly Refusal[] = [
  refuse('UNKNOWN_CODE', 'kind', { kind: 'RUMOUR' }),
  refuse('NOT_FOUND', 'id', { id: '@finding' }),
  refuse('NOT_FOUND', 'id', {}, { as: 'OTHER_MEMBER_STATE' }),
  refuse('NOT_PERMITTED', 'correct', {}, { as: 'EVALUATOR' }),
  refuse('REQUIRED', 'replacement.document', {
    replacement: { confirmation: { confirmedOn: '2025-05-01' } },
  }),
  refuse('REQUIRED', 'expectedVersion', {}, { without: ['expectedVersion'] }),
  refuse('STALE_VERSION', 'expectedVersion', { expectedVersion: 999 }),
  refuse('RESTED_ON', 'id', { kind: 'FINDING', id: '@finding' }, { without: ['replacement'] }),
  refuse(
    'RESTED_ON',
    'id',
    { kind: 'EVALUATION', id: '@evaluation', expectedVersion: '@version police' },
    { without: ['replacement'] },
  ),
];

/** A rejection that was an acceptance; the unit was soon selected, and given back. */
const HISTORY_PUT_RIGHT: Input = {
  ...{ pledgeId: '@engineers', reason: 'Two units were confused', voidSteps: ['@step rejection'] },
  addSteps: [
    { state: 'REGISTERED', occurredOn: '2024-01-25', note: 'Accepted' },
    { state: 'SELECTED', occurredOn: '2024-02-10', mission: 'UNMISS' },
    { state: 'REGISTERED', occurredOn: '2024-02-20', confirmedOn: '2024-02-19' },
  ],
};
const onDay = (occurredOn: string, state: string, more: Input = {}): Input => ({
  state,
  occurredOn,
  ...more,
});
const REFUSED_HISTORIES: readonly Refusal[] = [
  refuse('REQUIRED', 'voidSteps, addSteps', {}, { without: ['voidSteps', 'addSteps'] }),
  refuse('NOT_FOUND', 'voidSteps.0', { voidSteps: ['@finding'] }),
  refuse('NOT_FOUND', 'voidSteps.0', { voidSteps: ['@step selection'] }),
  refuse('ALREADY_EXISTS', 'voidSteps.1', { voidSteps: ['@step rejection', '@step rejection'] }),
  refuse('AFTER_TODAY', 'addSteps.0.occurredOn', { addSteps: [onDay('2025-10-14', 'REGISTERED')] }),
  refuse('BEFORE_LAST_STEP', 'addSteps.1.occurredOn', {
    addSteps: [onDay('2024-02-01', 'REGISTERED'), onDay('2024-01-31', 'SELECTED')],
  }),
  refuse('UNKNOWN_MISSION', 'addSteps.0.mission', {
    addSteps: [onDay('2024-01-25', 'REGISTERED', { mission: 'UNATLANTIS' })],
  }),
  refuse('TRANSITION_NOT_ALLOWED', 'addSteps.0.state', { addSteps: [onDay('2024-01-25', 'DEPLOYED')] }),
  refuse('NOT_IN_LIFECYCLE_STATE', 'addSteps.0.confirmedOn', {
    addSteps: [onDay('2024-01-25', 'REGISTERED', { confirmedOn: '2024-01-25' })],
  }),
  refuse('REQUIRED', 'addSteps.2.confirmedOn', {
    addSteps: [
      onDay('2024-01-25', 'REGISTERED'),
      onDay('2024-02-10', 'SELECTED'),
      onDay('2024-02-20', 'REGISTERED'),
    ],
  }),
  refuse('STALE_VERSION', 'expectedVersion', { expectedVersion: 999 }),
  refuse(
    'RESTED_ON',
    'id',
    { pledgeId: '@hospital', voidSteps: ['@step selection'] },
    { without: ['addSteps'] },
  ),
];

const DECISIONS: readonly Step[] = [
  staff(
    'decideLevel',
    {
      ...{ pledgeId: '@infantry', decidedOn: '2024-07-01', level: 'LEVEL_3' },
      reason: 'The conduct certificate is on its way',
      evidence: [{ kind: 'DOCUMENT', id: '@document NOTE_VERBALE' }],
    },
    [
      refuse('BEFORE_REGISTRATION', 'decidedOn', { decidedOn: '2024-01-31' }),
      refuse('BEFORE_REGISTRATION', 'decidedOn', { pledgeId: '@engineers' }),
      refuse('LEVEL_NEEDS_REASON', 'reason', { level: 'RDL' }, { without: ['reason'] }),
      refuse('NOT_FOUND', 'evidence.0.id', { evidence: [{ kind: 'DOCUMENT', id: '@finding' }] }),
      refuse('REQUIRED', 'evidence', { evidence: [] }),
    ],
    'decision',
  ),
  staff('previewCorrection', PAPER_PUT_RIGHT, REFUSED_CORRECTIONS),
  staff('correct', PAPER_PUT_RIGHT, REFUSED_CORRECTIONS),
  state(
    'correct',
    {
      ...{ kind: 'CONFIRMATION', id: '@confirmation', reason: 'It was for another unit' },
      expectedVersion: '@version infantry',
    },
    [again('ALREADY_CLOSED', 'id')],
  ),
  staff('previewLifecycleCorrection', HISTORY_PUT_RIGHT, REFUSED_HISTORIES),
  staff('correctLifecycle', HISTORY_PUT_RIGHT, [
    ...REFUSED_HISTORIES,
    again('ALREADY_CLOSED', 'voidSteps.0'),
  ]),
];

/**
 * The life of some pledges of one Member State in which every mutation occurs: rows in every table, for every kind of
 * fact one that can be corrected; and for each mutation the rules that may refuse it.
 */
export const SCENARIO: readonly Step[] = [
  ...PLEDGES,
  ...RECORDS,
  ...REQUIREMENTS,
  ...VISITS,
  ...PERFORMANCE,
  ...DECISIONS,
];
