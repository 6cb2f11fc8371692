import { on, SOUND } from '#test/support/sound-facts.js';
import { writtenFacts } from '#test/support/written-facts.js';
import type { Facts } from './facts.js';
import { readEntry } from './read.js';

const FULL: Facts = {
  ...SOUND,
  confirmedOn: on('2025-07-01'),
  aav: {
    date: on('2025-01-15'),
    outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS',
    openRecommendations: 2,
    criticalFindings: [{ id: 'F-1', dueOn: on('2025-12-31'), closedOn: null }],
  },
  criticalLines: [{ item: 'AMBULANCE', required: 4, available: 3 }],
  caveats: [
    { id: 'C-1', kind: 'DECLARED', resolveBy: null, resolvedOn: null },
    { id: 'C-2', kind: 'UNDECLARED', resolveBy: on('2025-12-31'), resolvedOn: null },
  ],
  bars: [{ decision: 'D-1', from: on('2026-01-01'), until: null }],
  lastEvaluation: { date: on('2025-05-05'), verdict: 'NEEDS_IMPROVEMENT' },
  improvementPlan: { state: 'OPEN', dueOn: on('2025-12-31') },
  assessments: [{ kind: 'PRE_DEPLOYMENT', date: on('2025-03-01'), outcome: 'PASS', openConditions: 0 }],
  hospitalDeficiencies: [{ id: 'H-1', closedOn: on('2025-02-02') }],
  plannedDeploymentOn: on('2026-02-01'),
  unitCertificateOn: on('2025-12-24'),
};

/** The full entry as JSON with the value at a path replaced, or taken away where it is undefined. */
function entryWith(path: string, value: unknown): unknown {
  const entry: unknown = { name: 'P-1', asOf: '2025-10-13', facts: writtenFacts(FULL) };
  const names = path.split('.');
  const last = names.pop() ?? '';
  let inner = entry as Record<string, unknown>;
  for (const name of names) inner = inner[name] as Record<string, unknown>;
  inner[last] = value;
  return JSON.parse(JSON.stringify(entry));
}

function problemsOf(value: unknown): [path: string, rule: string][] {
  const read = readEntry(value);
  return 'problems' in read ? read.problems.map(({ path, rule }) => [path, rule]) : [];
}

const DAY = 'must be a day of the calendar written YYYY-MM-DD';
const COUNT = 'must be a whole number, 0 or more';
const LATE = 'must not be after asOf';

describe('reading an entry', () => {
  it('gives the facts of a pledge, with days as numbers', () => {
    expect(readEntry(entryWith('name', 'P-1'))).toEqual({
      entry: { kind: 'PLEDGE', name: 'P-1', asOf: on('2025-10-13'), facts: FULL },
    });
  });

  it('gives the pledges and bars of a Member State', () => {
    const stateBars = [{ decision: 'S-1', from: '2025-01-01', until: '2025-12-31' }];
    const entry = {
      name: 'S-1',
      asOf: '2025-10-13',
      stateBars,
      pledges: [writtenFacts(FULL), writtenFacts(SOUND)],
    };
    expect(readEntry(entry)).toEqual({
      entry: {
        kind: 'MEMBER_STATE',
        name: 'S-1',
        asOf: on('2025-10-13'),
        stateBars: [{ decision: 'S-1', from: on('2025-01-01'), until: on('2025-12-31') }],
        pledges: [FULL, SOUND],
      },
    });
  });

  it.each([
    'confirmedOn',
    'aav',
    'rdl',
    'lastEvaluation',
    'improvementPlan',
    'plannedDeploymentOn',
    'unitCertificateOn',
  ])('takes %s left out or null as absent', (name) => {
    const absent = {
      entry: { kind: 'PLEDGE', name: 'P-1', asOf: on('2025-10-13'), facts: { ...FULL, [name]: null } },
    };
    expect(readEntry(entryWith(`facts.${name}`, undefined))).toEqual(absent);
    expect(readEntry(entryWith(`facts.${name}`, null))).toEqual(absent);
  });

  it.each(['DRAFT', 'SUBMITTED', 'REJECTED', 'WITHDRAWN'])(
    'lets a %s pledge lack its registration',
    (lifecycle) => {
      const facts = { ...writtenFacts(FULL), lifecycle, registeredOn: undefined };
      expect(problemsOf({ name: '', asOf: '2025-10-13', facts })).toEqual([]);
    },
  );

  it('ignores keys it does not know', () => {
    expect(problemsOf(entryWith('expect', {}))).toEqual([]);
    expect(problemsOf(entryWith('facts.aav.recordId', 'x'))).toEqual([]);
  });

  it('takes any event on asOf itself', () => {
    expect(problemsOf(entryWith('asOf', '2025-07-01'))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['name', undefined, 'must be a text'],
    ['asOf', '2025-02-29', DAY],
    ['asOf', undefined, DAY],
    ['facts', undefined, 'must be an object'],
    ['facts', [], 'must be an object'],
    [
      'facts.lifecycle',
      'LAPSED',
      'must be one of DRAFT SUBMITTED REGISTERED SELECTED MOU_NEGOTIATION PDV CLEARED DEPLOYED RETURNED REJECTED WITHDRAWN',
    ],
    [
      'facts.lifecycle',
      'toString',
      'must be one of DRAFT SUBMITTED REGISTERED SELECTED MOU_NEGOTIATION PDV CLEARED DEPLOYED RETURNED REJECTED WITHDRAWN',
    ],
    ['facts.registeredOn', undefined, DAY],
    ['facts.registeredOn', '2025-10-14', LATE],
    ['facts.confirmedOn', '2025-10-14', LATE],
    ['facts.confirmedOn', 20_000, DAY],
    ['facts.registeredLevel', undefined, 'must be one of NONE LEVEL_1 LEVEL_2 LEVEL_3 RDL'],
    ['facts.documents', null, 'must be a list'],
    [
      'facts.documents.0.type',
      'PASSPORT',
      'must be one of NOTE_VERBALE TABLE_OF_ORGANIZATION MAJOR_EQUIPMENT_LIST SELF_SUSTAINMENT_LIST SUR_ALIGNMENT LOAD_LIST TRAINING_CERTIFICATE HR_SCREENING_CERTIFICATE CONDUCT_CERTIFICATE',
    ],
    ['facts.documents.0.receivedOn', '2025-13-01', DAY],
    ['facts.documents.0.validUntil', undefined, DAY],
    ['facts.aav.date', '2025-10-14', LATE],
    [
      'facts.aav.outcome',
      'PASS',
      'must be one of SATISFACTORY SATISFACTORY_WITH_RECOMMENDATIONS UNSATISFACTORY',
    ],
    ['facts.aav.openRecommendations', -1, COUNT],
    ['facts.aav.criticalFindings.0.dueOn', null, DAY],
    ['facts.aav.criticalFindings.0.closedOn', 'soon', DAY],
    ['facts.measurements', undefined, 'must be an object'],
    ['facts.measurements.personnel', undefined, 'must be an object'],
    ['facts.measurements.personnel.required', 1.5, COUNT],
    ['facts.measurements.personnel.available', '7', COUNT],
    ['facts.measurements.selfSustainment.available', 2 ** 60, COUNT],
    ['facts.criticalLines.0.item', 7, 'must be a text'],
    ['facts.criticalLines.0.required', -4, COUNT],
    ['facts.rdl.agreementFrom', undefined, DAY],
    ['facts.rdl.agreementUntil', null, DAY],
    ['facts.rdl.commitmentDays', 60.5, COUNT],
    ['facts.rdl.verification', undefined, 'must be an object'],
    ['facts.rdl.verification.date', '2025-10-14', LATE],
    ['facts.rdl.verification.outcome', 'SATISFACTORY', 'must be one of PASS FAIL'],
    ['facts.caveats.0.kind', 'SECRET', 'must be one of DECLARED UNDECLARED'],
    ['facts.caveats.1.resolveBy', null, DAY],
    ['facts.caveats.1.resolveBy', undefined, DAY],
    ['facts.caveats.0.resolvedOn', undefined, DAY],
    ['facts.humanRightsScreening', null, 'must be one of CERTIFIED PENDING REFUSED'],
    ['facts.bars.0.decision', null, 'must be a text'],
    ['facts.bars.0.from', null, DAY],
    ['facts.lastEvaluation.date', '2025-10-14', LATE],
    ['facts.lastEvaluation.verdict', 'PASS', 'must be one of SATISFACTORY NEEDS_IMPROVEMENT UNSATISFACTORY'],
    ['facts.improvementPlan.state', 'CLOSED', 'must be one of OPEN CLOSED_ACHIEVED CLOSED_NOT_ACHIEVED'],
    ['facts.improvementPlan.dueOn', null, DAY],
    [
      'facts.assessments.0.kind',
      'AAV',
      'must be one of PRE_DEPLOYMENT PRE_ROTATION FPU_ASSESSMENT SKILLS_VALIDATION',
    ],
    ['facts.assessments.0.date', '2025-10-14', LATE],
    ['facts.assessments.0.outcome', 'GOOD', 'must be one of PASS PASS_WITH_CONDITIONS FAIL'],
    ['facts.assessments.0.openConditions', null, COUNT],
    ['facts.hospitalDeficiencies.0.id', null, 'must be a text'],
    ['facts.plannedDeploymentOn', '2026-02-30', DAY],
    ['facts.unitCertificateOn', true, DAY],
  ])('refuses %s: %j', (path, value, rule) => {
    const written = path.replace(/\.(\d+)/g, '[$1]');
    expect(problemsOf(entryWith(path, value))).toEqual([[written, rule]]);
  });

  it('names every broken field of every pledge of a Member State, with its value', () => {
    const broken = { ...writtenFacts(SOUND), lifecycle: 'X', registeredOn: '2026-01-01' };
    const entry = {
      name: 'S',
      asOf: '2025-10-13',
      stateBars: [{ decision: 'S-1', from: 'x', until: null }],
      pledges: [writtenFacts(SOUND), broken],
    };
    const read = readEntry(entry);
    expect('problems' in read && read.problems.map(({ path, value }) => [path, value])).toEqual([
      ['stateBars[0].from', 'x'],
      ['pledges[1].lifecycle', 'X'],
      ['pledges[1].registeredOn', '2026-01-01'],
    ]);
  });

  it('refuses what is neither a pledge nor a Member State, or both', () => {
    expect(problemsOf(null)).toEqual([['', 'must be an object']]);
    expect(problemsOf({ name: '', asOf: '2025-10-13' })).toEqual([['facts', 'must be an object']]);
    expect(problemsOf({ name: '', asOf: '2025-10-13', stateBars: [] })).toEqual([
      ['pledges', 'must be a list'],
    ]);
    expect(problemsOf({ name: '', asOf: '2025-10-13', pledges: [] })).toEqual([
      ['stateBars', 'must be a list'],
    ]);
    const both = { name: '', asOf: '2025-10-13', facts: writtenFacts(SOUND), stateBars: [], pledges: [] };
    expect(problemsOf(both)).toEqual([['', 'must have either facts, or stateBars and pledges']]);
  });
});
