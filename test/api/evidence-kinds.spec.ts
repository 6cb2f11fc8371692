import { VISIT_KIND_CODES, VISIT_KINDS, type VisitKindCode } from '#assessments/visit-kinds.js';
import type { Principal } from '#platform/principal.js';
import { replacementField } from '#status/kinds.js';
import { change, changed, type Input } from '#test/support/changes.js';
import { contentsOf } from '#test/support/contents.js';
import { pledgeIn } from '#test/support/recorded.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const ASSIGNED: Principal = { ...EVALUATOR, subject: 'evaluator-assigned' };
const UNASSIGNED: Principal = { ...EVALUATOR, subject: 'evaluator-elsewhere' };
const OWN = memberState('RWA');
const OTHER = memberState('GHA');

const DAYS = { heldFrom: '2024-09-02', heldUntil: '2024-09-04' };

/** One thing that a visit records of a pledge, and how it is put right. */
interface Recording {
  readonly mutation: string;
  /** Type of the answer. */
  readonly thing: string;
  readonly fact: string;
  readonly says: Input;
  /** The content by which it is replaced; the visit where the content names it. */
  readonly rather: (visitId: string) => Input;
}

const finding = { area: 'TRAINING', severity: 'MAJOR', owner: 'MEMBER_STATE', dueOn: '2025-01-31' };
const ALL_FIND: Recording = {
  ...{ mutation: 'raiseFinding', thing: 'Finding', fact: 'FINDING' },
  says: { ...finding, statement: 'Two drivers are missing' },
  rather: () => ({ ...finding, statement: 'Three drivers are missing' }),
};

const counts = (serviceable: number, satisfactory: boolean) => ({
  equipmentLines: [{ item: 'GENERATOR', agreed: 10, present: 10, serviceable, remark: 'Seen running' }],
  selfSustainmentCategories: [{ category: 'CATERING', required: 100, satisfactory }],
});
const INSPECT: Recording = {
  ...{ mutation: 'recordInspection', thing: 'Inspection', fact: 'MEASUREMENT' },
  says: counts(8, false),
  rather: (visitId) => ({ ...counts(9, true), measuredOn: DAYS.heldUntil, basis: 'BY_LINE', visitId }),
};

const judge = (kind: VisitKindCode): Recording => {
  const components = VISIT_KINDS[kind].components.map(({ code }) => ({ component: code, result: 'PASS' }));
  return {
    ...{ mutation: 'recordComponentResults', thing: 'ComponentResults', fact: 'COMPONENT_RESULTS' },
    says: { components },
    rather: () => ({
      components: components.map((each, index) => ({ ...each, result: index > 0 ? 'PASS' : 'FAIL' })),
    }),
  };
};

const ask = (kind: VisitKindCode): Recording => {
  const content = { kind: VISIT_KINDS[kind].asksFor, area: 'TRAINING' };
  return {
    ...{ mutation: 'raiseRecommendation', thing: 'Recommendation', fact: 'RECOMMENDATION' },
    says: { ...content, statement: 'Train two drivers' },
    rather: () => ({ ...content, statement: 'Train three drivers' }),
  };
};

const deficiency = { severity: 'CRITICAL', raisedOn: DAYS.heldUntil };
const LACK: Recording = {
  ...{
    mutation: 'raiseHospitalDeficiency',
    thing: 'HospitalDeficiency',
    fact: 'HOSPITAL_DEFICIENCY',
  },
  says: { ...deficiency, statement: 'No ventilator' },
  rather: (visitId) => ({ ...deficiency, statement: 'No ventilator that runs', visitId }),
};

/** What a kind of visit records of each pledge, beside its outcome. */
function recordingsOf(kind: VisitKindCode): Recording[] {
  const { inspects, components, findsHospitalDeficiencies } = VISIT_KINDS[kind];
  return [
    ...(inspects ? [INSPECT] : []),
    ...(components.length > 0 ? [judge(kind)] : []),
    ask(kind),
    ...(findsHospitalDeficiencies ? [LACK] : []),
    ALL_FIND,
  ];
}

const unitTypeFor = (kind: VisitKindCode): string =>
  ['FORMED_POLICE_UNIT', 'MEDICAL_LEVEL_2'].find(
    (unitType) =>
      !VISIT_KINDS[kind].looksAt({ unitType: 'CANINE', medical: false, rdlEligible: true }) &&
      VISIT_KINDS[kind].looksAt({ unitType, medical: unitType !== 'FORMED_POLICE_UNIT', rdlEligible: true }),
  ) ?? 'INFANTRY_BATTALION';

describe.each(VISIT_KIND_CODES)('a visit of the kind %s', (kind) => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  /** Everybody but who may is refused, in one way each, and no row of any table is another. */
  async function refusedTo(
    others: readonly (readonly [who: Principal, code: string])[],
    mutation: string,
    input: Input,
  ): Promise<void> {
    const before = await contentsOf(registry.ownerUrl);
    for (const [who, code] of others) {
      const { code: met = 'DONE' } = await change(registry, who, mutation, input);
      expect([who.subject, mutation, met]).toEqual([who.subject, mutation, code]);
    }
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
  }

  const STAFF_ALONE = [OWN, OTHER, ASSIGNED, UNASSIGNED].map((who) => [who, 'NOT_PERMITTED'] as const);
  const ASSESSORS = [
    [OWN, 'NOT_PERMITTED'],
    [OTHER, 'NOT_PERMITTED'],
    [UNASSIGNED, 'NOT_FOUND'],
  ] as const;
  const CORRECTORS = [
    [OWN, 'NOT_PERMITTED'],
    [OTHER, 'NOT_FOUND'],
    [UNASSIGNED, 'NOT_FOUND'],
  ] as const;

  const seen = async (who: Principal, visitId: string, pledgeId: string, knownOn?: Date) => {
    const at = knownOn ? `, knownOn: "${knownOn.toISOString()}"` : '';
    const { text, body } = await registry.ask(
      who,
      `{ visit(id: "${visitId}"${at}) { kind holding { heldUntil } coverage {
           outcome { outcome } findings { statement } recommendations { statement } hospitalDeficiencies { statement }
           inspection { incompleteLines equipmentLines { percent incomplete remark } selfSustainmentCategories { satisfactory available } }
           componentResults { components { component result } } } }
         pledge(id: "${pledgeId}"${at}) { inspections { visitId incompleteLines } componentResults { visitId outcome }
           timeline(first: 200) { nodes { kind id } } facts { measurements { serviceability { required available } } } } }`,
    );
    expect(body.errors).toBeUndefined();
    return { text, data: body.data as Record<'visit' | 'pledge', Input | null> };
  };

  it.each([
    ['staff', STAFF],
    ['the evaluator to whom it is assigned', ASSIGNED],
  ])(
    'is planned, held, recorded, concluded, corrected and read by %s, and by nobody else',
    async (_who, actor) => {
      const state = VISIT_KINDS[kind].states === null ? 'REGISTERED' : 'DEPLOYED';
      const pledge = await pledgeIn(registry, state, { unitType: unitTypeFor(kind) });
      const pledgeId = pledge.id;
      let pledgeVersion = pledge.version;

      const plan = {
        ...{ memberState: 'RWA', kind, pledgeIds: [pledgeId], decidedOn: '2024-08-10' },
        ...{ plannedFrom: DAYS.heldFrom, plannedUntil: DAYS.heldUntil },
      };
      await refusedTo(STAFF_ALONE, 'planVisit', plan);
      const { id: visitId } = await changed(registry, STAFF, 'planVisit', plan, 'Visit { id }');

      const assignment = { visitId, subject: ASSIGNED.subject, assignedOn: '2024-08-11' };
      await refusedTo(STAFF_ALONE, 'assignVisit', assignment);
      await changed(registry, STAFF, 'assignVisit', assignment);

      const holding = { visitId, ...DAYS, team: ['Team leader'], expectedVersion: 1 };
      await refusedTo(ASSESSORS, 'holdVisit', holding);
      await changed(registry, actor, 'holdVisit', holding);

      const recorded: { readonly fact: string; readonly id: string; readonly rather: Input }[] = [];
      for (const { mutation, thing, fact, says, rather } of recordingsOf(kind)) {
        const input = { visitId, pledgeId, ...says };
        await refusedTo(ASSESSORS, mutation, input);
        const { id } = await changed(registry, actor, mutation, input, `${thing} { id }`);
        recorded.push({ fact, id, rather: rather(visitId) });
      }

      const { outcomes } = VISIT_KINDS[kind];
      const outcome = { visitId, pledgeId, outcome: outcomes.at(-2) };
      await refusedTo(ASSESSORS, 'recordOutcome', outcome);
      const { id } = await changed(registry, actor, 'recordOutcome', outcome, 'VisitOutcome { id }');
      recorded.push({ fact: 'VISIT_OUTCOME', id, rather: { outcome: outcomes.at(-1) } });

      const knownOn = registry.clock.now();
      const before = await seen(STAFF, visitId, pledgeId, knownOn);
      registry.clock.moveTo(new Date(knownOn.getTime() + 60_000));
      for (const { fact, id: of, rather } of recorded) {
        const correction = {
          ...{ kind: fact, id: of, reason: 'It was said otherwise', expectedVersion: pledgeVersion },
          replacement: { [replacementField(fact)]: rather },
        };
        await refusedTo(CORRECTORS, 'correct', correction);
        await changed(registry, actor, 'correct', correction);
        pledgeVersion += 1;
      }

      expect((await seen(STAFF, visitId, pledgeId, knownOn)).text).toBe(before.text);
      const now = await seen(STAFF, visitId, pledgeId);
      expect(now.text).not.toBe(before.text);
      expect((await seen(ASSIGNED, visitId, pledgeId)).text).toBe(now.text);
      // Who of the Secretariat is assigned is not the Member State's business.
      const unassigned = now.text.replace(/\{"kind":"ASSIGNMENT","id":"[^"]+"\},/, '');
      expect((await seen(OWN, visitId, pledgeId)).text).toBe(unassigned);
      for (const who of [UNASSIGNED, OTHER]) {
        expect((await seen(who, visitId, pledgeId)).data).toEqual({ visit: null, pledge: null });
      }
      const entries = JSON.stringify(now.data.pledge?.['timeline']);
      for (const { fact, id: of } of recorded) expect(entries).toContain(`{"kind":"${fact}","id":"${of}"}`);
      expect(now.data.visit).toMatchObject({
        coverage: [
          {
            outcome: { outcome: outcomes.at(-1) },
            inspection: VISIT_KINDS[kind].inspects
              ? {
                  incompleteLines: 0,
                  equipmentLines: [{ percent: 90, incomplete: false, remark: 'Seen running' }],
                  selfSustainmentCategories: [{ satisfactory: true, available: 100 }],
                }
              : null,
          },
        ],
      });
    },
  );

  it('is called off by staff alone, and then neither held nor planned anew', async () => {
    const state = VISIT_KINDS[kind].states === null ? 'REGISTERED' : 'DEPLOYED';
    const { id: pledgeId } = await pledgeIn(registry, state, { unitType: unitTypeFor(kind) });
    const days = { plannedFrom: '2025-11-03', plannedUntil: '2025-11-04' };
    const plan = { memberState: 'RWA', kind, pledgeIds: [pledgeId], decidedOn: '2025-10-01', ...days };
    const { id: visitId } = await changed(registry, STAFF, 'planVisit', plan, 'Visit { id }');
    await changed(registry, STAFF, 'assignVisit', {
      ...{ visitId, subject: ASSIGNED.subject, assignedOn: '2025-10-02' },
    });
    const cancellation = {
      ...{ visitId, cancelledOn: '2025-10-10', reason: 'No flights', expectedVersion: 1 },
    };
    await refusedTo(STAFF_ALONE, 'cancelVisit', cancellation);
    const cancelled = await changed(
      registry,
      STAFF,
      'cancelVisit',
      cancellation,
      'Visit { cancellation { cancelledOn reason } version }',
    );
    expect(cancelled).toMatchObject({
      cancellation: { cancelledOn: '2025-10-10', reason: 'No flights' },
      version: 2,
    });
    const held = { visitId, heldFrom: '2025-10-11', heldUntil: '2025-10-12', team: ['Team leader'] };
    await refusedTo([[STAFF, 'ALREADY_CLOSED']], 'holdVisit', { ...held, expectedVersion: 2 });
    await refusedTo([[STAFF, 'ALREADY_CLOSED']], 'replanVisit', {
      ...{ visitId, decidedOn: '2025-10-12', ...days, expectedVersion: 2 },
    });
    const listed = async (filter: string) =>
      (await registry.ask(OWN, `{ visits(filter: { ${filter}, pledgeId: "${pledgeId}" }) { totalCount } }`))
        .body.data;
    expect(await listed('held: false')).toEqual({ visits: { totalCount: 0 } });
    expect(await listed('cancelled: true')).toEqual({ visits: { totalCount: 1 } });
    expect(await listed('cancelled: false')).toEqual({ visits: { totalCount: 0 } });
  });
});
