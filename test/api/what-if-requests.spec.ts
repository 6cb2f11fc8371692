import { plainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import type { PledgeAtMoment } from '#status/status-of-pledges.js';
import { contentsOf } from '#test/support/contents.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import type { Input } from '#test/support/mutations.js';
import { EVALUATOR, memberState, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { Recordings } from '#test/support/supposed-and-recorded.js';
import { answerWhatIf, askWhatIf } from '#test/support/what-if.js';

const TODAY = plainDate('2025-10-13');
/** After everything that the demonstration records. */
const NOW = new Date('2025-10-13T20:00:00Z');

describe('a question of what if', () => {
  let registry: TestRegistry;
  let pledges: PledgeAtMoment[];
  beforeAll(async () => {
    registry = await startRegistry(TODAY, 'DEMONSTRATION');
    registry.clock.moveTo(NOW);
    const recordings = await Recordings.open(registry.appUrl, NOW, TODAY);
    pledges = await recordings.all();
    await recordings.close();
  }, DEMONSTRATION_LOADED);
  afterAll(() => registry.close());

  const ask = (id: string, asked?: Input, as?: Principal) => askWhatIf(registry, id, asked, as);
  const answerTo = (id: string, asked?: Input, as?: Principal) => answerWhatIf(registry, id, asked, as);

  it('stores nothing', async () => {
    const before = await contentsOf(registry.ownerUrl);
    for (const { id } of pledges.slice(0, 5))
      await answerTo(id, { suppositions: [{ unitBarred: { decision: 'SUP-3' } }] });
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
  });

  describe('asked by', () => {
    const suppositions = [
      { advisoryVisitHeld: { outcome: 'UNSATISFACTORY' } },
      { memberStateBarred: { decision: 'SUP-4' } },
    ];
    const NOTHING = '01900000-0000-7000-8000-000000000000';

    it('a Member State says of its own pledges what staff are told', async () => {
      for (const { id, memberState: iso3 } of pledges.slice(0, 5)) {
        expect(await answerTo(id, { suppositions }, memberState(iso3))).toEqual(
          await answerTo(id, { suppositions }),
        );
      }
    });

    it('a Member State says nothing of the pledges of others, whatever is supposed', async () => {
      const [own] = pledges;
      const foreign = pledges.filter(({ memberState: iso3 }) => iso3 !== own?.memberState).slice(0, 20);
      const asked = [
        {},
        { suppositions },
        { suppositions: [{ caveatSettled: { caveat: 'C-1' } }] },
        { rules: { parameterSet: 99 } },
      ];
      for (const id of [NOTHING, 'nothing', ...foreign.map((each) => each.id)]) {
        for (const each of asked) {
          expect(await ask(id, each, memberState(own?.memberState ?? ''))).toEqual({
            answer: null,
            errors: undefined,
          });
        }
      }
    });

    it('an evaluator says of assigned pledges, and of no Member State', async () => {
      const { body } = await registry.ask(EVALUATOR, '{ pledges(first: 200) { nodes { id } } }');
      const assigned = (body.data?.['pledges'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
      expect(assigned.length).toBeGreaterThan(0);
      for (const id of assigned.slice(0, 5)) {
        const { memberState: state, ...told } = await answerTo(id, { suppositions }, EVALUATOR);
        expect(state).toBeNull();
        expect({ ...(await answerTo(id, { suppositions })), memberState: null }).toEqual({
          ...told,
          memberState: null,
        });
      }
      const others = pledges.filter(({ id }) => !assigned.includes(id)).slice(0, 20);
      for (const { id } of others) expect((await ask(id, { suppositions }, EVALUATOR)).answer).toBeNull();
    });
  });

  describe('refuses', () => {
    const first = (choose: (pledge: PledgeAtMoment) => boolean): string => String(pledges.find(choose)?.id);
    const infantry = () =>
      first(
        ({ unitType, facts }) =>
          unitType === 'INFANTRY_BATTALION' &&
          facts.lifecycle === 'REGISTERED' &&
          facts.lastEvaluation === null,
      );
    const named = 'suppositions.0';
    const refusals: readonly (readonly [supposition: Input, code: string, field: string])[] = [
      [{ documentReceived: { type: 'LETTER' } }, 'UNKNOWN_CODE', 'documentReceived.type'],
      [
        { documentReceived: { type: 'LOAD_LIST', receivedOn: '2025-10-14' } },
        'AFTER_AS_OF',
        'documentReceived.receivedOn',
      ],
      [
        { documentReceived: { type: 'LOAD_LIST', validUntil: '2025-10-12' } },
        'INTERVAL_REVERSED',
        'documentReceived.validUntil',
      ],
      [{ advisoryVisitHeld: { outcome: 'PASS' } }, 'UNKNOWN_CODE', 'advisoryVisitHeld.outcome'],
      [
        { advisoryVisitHeld: { outcome: 'SATISFACTORY', criticalFindings: [{ dueOn: '2025-10-12' }] } },
        'BEFORE_OPENING',
        'advisoryVisitHeld.criticalFindings.0.dueOn',
      ],
      [
        { assessmentHeld: { kind: 'FPU_ASSESSMENT', outcome: 'PASS' } },
        'UNIT_TYPE_NOT_ELIGIBLE',
        'assessmentHeld',
      ],
      [{ recommendationsAnswered: { visit: 'PRE_ROTATION' } }, 'NOT_FOUND', 'recommendationsAnswered.visit'],
      [{ findingClosed: { finding: 'F-99' } }, 'NOT_FOUND', 'findingClosed.finding'],
      [{ hospitalDeficiencyRaised: {} }, 'UNIT_TYPE_NOT_ELIGIBLE', 'hospitalDeficiencyRaised'],
      [{ caveatSettled: { caveat: 'C-99' } }, 'NOT_FOUND', 'caveatSettled.caveat'],
      [{ caveatReported: { resolveBy: '2025-10-12' } }, 'INTERVAL_REVERSED', 'caveatReported.resolveBy'],
      [{ confirmed: { confirmedOn: '1999-01-01' } }, 'BEFORE_REGISTRATION', 'confirmed.confirmedOn'],
      [{ barLifted: { decision: 'B-99' } }, 'NOT_FOUND', 'barLifted.decision'],
      [{ unitBarred: { decision: 'B', untilOn: '2025-10-12' } }, 'INTERVAL_REVERSED', 'unitBarred.untilOn'],
      [
        { deploymentPlanned: { deploymentOn: '2025-10-12' } },
        'INTERVAL_REVERSED',
        'deploymentPlanned.deploymentOn',
      ],
      [{ stepTaken: { to: 'DEPLOYED' } }, 'TRANSITION_NOT_ALLOWED', 'stepTaken.to'],
      [{ planOpened: { dueOn: '2026-01-01' } }, 'NOT_FOUND', 'planOpened'],
      [{ planClosed: { outcome: 'ACHIEVED' } }, 'NOT_FOUND', 'planClosed'],
      [
        { measured: { basis: 'TOTALS_ONLY' } },
        'REQUIRED',
        'measured.personnel, equipmentOnHand, serviceability, selfSustainment, equipmentLines',
      ],
      [
        { measured: { basis: 'BY_LINE', equipmentOnHand: { required: 1, available: 1 } } },
        'NOT_OF_BASIS',
        'measured.equipmentOnHand',
      ],
      [
        { measured: { basis: 'BY_LINE', personnel: { required: -1, available: 1 } } },
        'NEGATIVE',
        'measured.personnel.required',
      ],
    ];

    it.each(refusals)('what could not be recorded: %j', async (supposition, code, field) => {
      const { answer, errors } = await ask(infantry(), { suppositions: [supposition] });
      expect(answer).toBeNull();
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        expect.objectContaining({ code, field: `${named}.${field}` }),
      ]);
      expect(errors?.[0]?.message).not.toBe('');
    });

    it('what follows a withdrawal, and names the place in the list', async () => {
      const suppositions = [{ stepTaken: { to: 'WITHDRAWN' } }, { stepTaken: { to: 'REGISTERED' } }];
      const { errors } = await ask(infantry(), { suppositions });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'TRANSITION_NOT_ALLOWED',
        field: 'suppositions.1.stepTaken.to',
      });
    });

    it('more than may be supposed at once, by their number', async () => {
      const suppositions = Array.from({ length: 201 }, () => ({ confirmed: {} }));
      const { errors } = await ask(infantry(), { suppositions });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'TOO_LARGE',
        field: 'suppositions',
        value: '201',
      });
      expect(errors?.[0]?.message).toContain('201 is more than allowed; the most is 200');
    });

    it('what is settled twice', async () => {
      const settled = { caveatSettled: { caveat: 'SUP-5' } };
      const suppositions = [{ caveatDeclared: { reference: 'SUP-5' } }, settled, settled];
      const { errors } = await ask(infantry(), { suppositions });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'ALREADY_CLOSED',
        field: 'suppositions.2.caveatSettled.caveat',
      });
    });

    it.each([
      [{}],
      [{ confirmed: {}, unitBarred: { decision: 'D' } }],
      [{ confirmed: null }],
      [{ nothingOfTheKind: {} }],
    ])('what is not one thing: %j', async (supposition) => {
      const { answer, errors } = await ask(infantry(), { suppositions: [supposition] });
      expect(answer).toBeNull();
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    });

    it('a day that cannot be asked of', async () => {
      for (const asOf of ['1989-12-31', '2035-10-14']) {
        const { errors } = await ask(infantry(), { asOf });
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'AS_OF_OUT_OF_RANGE', field: 'asOf' });
      }
    });
  });

  it.each([
    [{ parameterSet: 99 }, 'UNKNOWN_CODE', 'rules.parameterSet'],
    [{ parameters: [{ name: 'patience', value: 1 }] }, 'UNKNOWN_CODE', 'rules.parameters.0.name'],
    [{ parameters: [{ name: 'graceDays', value: -1 }] }, 'NEGATIVE', 'rules.parameters.0.value'],
    [{ parameters: [{ name: 'personnelBand1', value: 101 }] }, 'TOO_LARGE', 'rules.parameters.0.value'],
    [
      { parameters: [1, 2].map((value) => ({ name: 'graceDays', value })) },
      'ALREADY_EXISTS',
      'rules.parameters.1.name',
    ],
    [{ parameters: [{ name: 'personnelBand2', value: 91 }] }, 'CONTRADICTION', 'rules.parameters'],
    [{ parameters: [{ name: 'aavExpiresMonths', value: 12 }] }, 'CONTRADICTION', 'rules.parameters'],
  ])('that are none are refused: %j', async (rules, code, field) => {
    const { answer, errors } = await ask(String(pledges[0]?.id), { rules });
    expect(answer).toBeNull();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([expect.objectContaining({ code, field })]);
  });
});
