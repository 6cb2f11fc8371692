import { SeededRandom } from '#cli/demonstration/random.js';
import { plainDate } from '#platform/plain-date.js';
import type { Principal } from '#platform/principal.js';
import { SUPPOSITION_KINDS, type SuppositionKind } from '#status/suppose.js';
import type { PledgeAtMoment } from '#status/status-of-pledges.js';
import { contentsOf } from '#test/support/contents.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { asOwner } from '#test/support/database-server.js';
import type { Input } from '#test/support/mutations.js';
import { TRIED, type Subject } from '#test/support/recorded-suppositions.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { Recordings, type Outlook } from '#test/support/supposed-and-recorded.js';

const TODAY = plainDate('2025-10-13');
/** After everything that the demonstration records. */
const NOW = new Date('2025-10-13T20:00:00Z');
/** How many pledges each kind is tried on, and how many the answer is compared on where nothing is supposed. */
const OF_EACH = 20;
const UNCHANGED = 60;
const SEED = 4_203;

const REASON = '{ severity code params }';
const STATUS = `{ level status nextChangeOn reasons ${REASON} }`;
const OUTLOOK = `{ word flags pool committed deployed counts { level status count } limiting { code count }
  bestLevel rdl availablePersonnel evidence { complete pool } nextChangeOn }`;
const WHAT_IF = `query ($id: ID!, $suppositions: [SuppositionInput!], $rules: SupposedRulesInput, $asOf: PlainDate,
  $knownOn: DateTime) {
  whatIf(pledgeId: $id, suppositions: $suppositions, rules: $rules, asOf: $asOf, knownOn: $knownOn) {
    basis { asOf parameterSet } pledge { id lifecycle status ${STATUS} } lifecycle status ${STATUS}
    reasonsGone ${REASON} reasonsCome ${REASON}
    memberState { memberState { iso3 } actual ${OUTLOOK} supposed ${OUTLOOK} } } }`;

const earlier = (one: string | null, other: string): string => (one === null || other < one ? other : one);

interface Answered {
  readonly pledge: Pick<Outlook, 'lifecycle' | 'status'>;
  readonly lifecycle: string;
  readonly status: Outlook['status'];
  readonly reasonsGone: readonly object[];
  readonly reasonsCome: readonly object[];
  readonly memberState: { readonly actual: object; readonly supposed: object } | null;
}

describe('what if', () => {
  const random = new SeededRandom(SEED);
  let registry: TestRegistry;
  let recordings: Recordings;
  let pledges: PledgeAtMoment[];
  /** Cases by whether their status is another word, and whether anything of it is another. */
  const changed = { cases: 0, words: 0, anything: 0, memberStates: 0 };

  beforeAll(async () => {
    registry = await startRegistry(TODAY, 'DEMONSTRATION');
    registry.clock.moveTo(NOW);
    recordings = await Recordings.open(registry.appUrl, NOW, TODAY);
    pledges = random.shuffled(await recordings.all());
  }, DEMONSTRATION_LOADED);
  afterAll(async () => {
    await recordings.close();
    await registry.close();
  });

  const ask = async (id: string, asked: Input = {}, as: Principal = STAFF, locale?: string) => {
    const { body } = await registry.ask(as, WHAT_IF, { id, ...asked }, locale);
    return { answer: (body.data?.['whatIf'] ?? null) as Answered | null, errors: body.errors };
  };
  const answerTo = async (id: string, asked?: Input, as?: Principal): Promise<Answered> => {
    const { answer, errors } = await ask(id, asked, as);
    if (answer === null) throw new Error(JSON.stringify([id, asked, errors]));
    return answer;
  };
  const supposed = ({ lifecycle, status, memberState: state }: Answered): Outlook => ({
    lifecycle,
    status,
    memberState: state?.supposed ?? {},
  });
  const actual = ({ pledge: { lifecycle, status }, memberState: state }: Answered): Outlook => ({
    lifecycle,
    status,
    memberState: state?.actual ?? {},
  });

  it('nothing is otherwise, answers what is', async () => {
    for (const { id } of pledges.slice(0, UNCHANGED)) {
      const answer = await answerTo(id);
      expect(supposed(answer)).toEqual(actual(answer));
      expect([answer.reasonsGone, answer.reasonsCome]).toEqual([[], []]);
      expect(supposed(answer)).toEqual(await recordings.outlookAfter(id, () => Promise.resolve()));
    }
  }, 120_000);

  /** Pledges of which such a thing can be supposed, first some of which it says something new; more are made where they lack. */
  async function subjectsOf(kind: SuppositionKind): Promise<Subject[]> {
    const {
      of = ({ pledge }: Subject) => pledge.facts.lifecycle !== 'WITHDRAWN',
      matters,
      prepare,
    } = TRIED[kind];
    const subjects = () =>
      random.shuffled(pledges).map((pledge): Subject => ({ pledge, today: TODAY, random }));
    let found = subjects().filter(of);
    if (prepare && found.length < OF_EACH * 2) {
      for (const subject of subjects().filter((each) => each.pledge.evaluation.status !== 'NOT_IN_POOL')) {
        if (found.length < OF_EACH * 2 && !of(subject) && (await recordings.record(prepare(subject)))) {
          found.push(subject);
        }
      }
      pledges = random.shuffled(await recordings.all());
      found = subjects().filter(of);
    }
    if (matters === undefined) return found;
    const telling = found.filter(matters).slice(0, OF_EACH / 2);
    return [...telling, ...found.filter((each) => !telling.includes(each))];
  }

  describe('of each kind', () => {
    it('is tried', () => {
      expect(Object.keys(TRIED).sort()).toEqual([...SUPPOSITION_KINDS].sort());
    });

    it.each(SUPPOSITION_KINDS)(
      '%s says what its recording does',
      async (kind) => {
        let tried = 0;
        for (const subject of await subjectsOf(kind)) {
          if (tried === OF_EACH) break;
          const { id } = subject.pledge;
          const { said, record } = TRIED[kind].suppose(subject);
          const expected = await recordings.outlookAfter(id, record);
          if (expected === null) continue;
          const answer = await answerTo(id, { suppositions: [{ [kind]: said }] });
          expect([id, said, supposed(answer)]).toEqual([id, said, expected]);
          expectDifference(answer);
          count(answer);
          tried += 1;
        }
        expect(tried).toBe(OF_EACH);
      },
      240_000,
    );

    it('changes a status in at least half of the cases', () => {
      expect(changed.cases).toBe(SUPPOSITION_KINDS.length * OF_EACH);
      expect(changed.anything / changed.cases).toBeGreaterThanOrEqual(0.5);
    });
  });

  it.each(['advisoryVisitHeld', 'documentReceived', 'evaluated', 'measured'] as const)(
    'answers of an earlier day what %s would have come to then',
    async (kind) => {
      const then = plainDate('2025-03-31');
      let tried = 0;
      for (const pledge of random.shuffled(await recordings.all(then))) {
        const subject = { pledge, today: then, random };
        if (tried === OF_EACH / 2 || TRIED[kind].of?.(subject) === false) continue;
        const { said, record } = TRIED[kind].suppose(subject);
        const expected = await recordings.outlookAfter(pledge.id, record, then);
        if (expected === null) continue;
        const answer = await answerTo(pledge.id, { asOf: then, suppositions: [{ [kind]: said }] });
        expect([pledge.id, said, supposed(answer)]).toEqual([pledge.id, said, expected]);
        tried += 1;
      }
      expect(tried).toBe(OF_EACH / 2);
    },
    120_000,
  );

  it('supposes one thing after the other', async () => {
    const inPool = pledges.filter(({ facts }) => facts.lifecycle === 'REGISTERED').slice(0, OF_EACH / 2);
    for (const { id: pledgeId, version } of inPool) {
      const step = { pledgeId, occurredOn: TODAY };
      const expected = await recordings.outlookAfter(pledgeId, async (desk) => {
        await desk.do('movePledge', { ...step, expectedVersion: version, to: 'SELECTED' });
        const plan = { plannedOn: TODAY, deploymentOn: '2025-11-01' };
        await desk.do('planDeployment', { pledgeId, expectedVersion: version + 1, ...plan });
        await desk.do('receiveUnitCertificate', { pledgeId, receivedOn: TODAY });
      });
      const suppositions = [
        { stepTaken: { to: 'SELECTED' } },
        { deploymentPlanned: { deploymentOn: '2025-11-01' } },
        { unitCertificateReceived: {} },
      ];
      const answer = await answerTo(pledgeId, { suppositions });
      expect(supposed(answer)).toEqual(expected);
      expect(answer.reasonsCome).toContainEqual(expect.objectContaining({ code: 'CERTIFICATION_LATE' }));
    }
  });

  it('supposes that what was supposed is undone', async () => {
    for (const { id } of pledges.slice(0, OF_EACH / 2)) {
      const decision = 'SUP-2';
      const undone = [
        { memberStateBarred: { decision, fromOn: '2025-01-01' } },
        { barLifted: { decision, liftedOn: '2025-01-01' } },
      ];
      const answer = await answerTo(id, { suppositions: undone });
      expect(supposed(answer)).toEqual(actual(answer));
    }
  });

  it('looks ahead: what is done by then, as of then', async () => {
    const overdue = pledges.find(({ evaluation }) =>
      evaluation.reasons.some(({ code }) => code === 'PLEDGE_LAPSED'),
    );
    const asOf = '2026-02-01';
    const { reasonsGone } = await answerTo(String(overdue?.id), {
      asOf,
      suppositions: [{ confirmed: { confirmedOn: '2026-01-15' } }],
    });
    expect(reasonsGone).toContainEqual(expect.objectContaining({ code: 'PLEDGE_LAPSED' }));
  });

  it('stores nothing', async () => {
    const before = await contentsOf(registry.ownerUrl);
    for (const { id } of pledges.slice(0, 5))
      await answerTo(id, { suppositions: [{ unitBarred: { decision: 'SUP-3' } }] });
    expect(await contentsOf(registry.ownerUrl)).toEqual(before);
  });

  describe('other rules', () => {
    const STRICT = {
      initialValidityMonths: 6,
      aavCurrentMonths: 6,
      personnelBand1: 99,
      rdlCommitmentDays: 30,
    };
    const parameters = Object.entries(STRICT).map(([name, value]) => ({ name, value }));
    const LATER = '2031-01-01';
    let strict: TestRegistry;
    let strictly: Recordings;
    const add = async ({ ownerUrl }: TestRegistry, effectiveOn: string) => {
      await asOwner(ownerUrl, `INSERT INTO parameter_set VALUES (2, '${effectiveOn}', 'Stricter')`);
      await asOwner(
        ownerUrl,
        `INSERT INTO parameter_value (set_number, name, value, unit, sourced, source)
         SELECT 2, name, coalesce((${`'${JSON.stringify(STRICT)}'::jsonb`} ->> name)::int, value), unit, sourced, source
         FROM parameter_value WHERE set_number = 1`,
      );
    };
    beforeAll(async () => {
      strict = await startRegistry(TODAY, 'DEMONSTRATION');
      await add(strict, TODAY);
      strictly = await Recordings.open(strict.appUrl, NOW, TODAY);
    }, 60_000);
    afterAll(async () => {
      await strictly.close();
      await strict.close();
    });

    const untouched = async () => {
      const fresh = await startRegistry(TODAY, 'DEMONSTRATION');
      fresh.clock.moveTo(NOW);
      return fresh;
    };

    it('by value, and by the number of a set, are as if they were in force', async () => {
      const fresh = await untouched();
      try {
        let different = 0;
        const chosen = random.shuffled(await strictly.all()).slice(0, OF_EACH);
        const asked = async (id: string, rules: Input): Promise<Answered> => {
          const { body, text } = await fresh.ask(STAFF, WHAT_IF, { id, rules });
          if (!body.data?.['whatIf']) throw new Error(text);
          return body.data['whatIf'] as Answered;
        };
        const byValue = new Map<string, Answered>();
        for (const { id } of chosen) {
          const answer = await asked(id, { parameters });
          expect(supposed(answer)).toEqual(await strictly.outlookAfter(id, () => Promise.resolve()));
          different += Number(answer.reasonsCome.length + answer.reasonsGone.length > 0);
          byValue.set(id, answer);
        }
        expect(different).toBeGreaterThanOrEqual(OF_EACH / 2);
        await add(fresh, LATER);
        for (const { id } of chosen) {
          const { status } = await asked(id, { parameterSet: 2 });
          const { status: valued } = byValue.get(id) ?? {};
          // The set takes effect on its own day, too, and nothing is said beyond that.
          expect(status).toEqual({ ...valued, nextChangeOn: earlier(valued?.nextChangeOn ?? null, LATER) });
        }
      } finally {
        await fresh.close();
      }
    }, 120_000);

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

  function count(answer: Answered): void {
    const { nextChangeOn: _before, ...before } = answer.pledge.status;
    const { nextChangeOn: _after, ...after } = answer.status;
    changed.cases += 1;
    changed.words += Number(before.status !== after.status);
    changed.anything += Number(JSON.stringify(before) !== JSON.stringify(after));
    changed.memberStates += Number(
      JSON.stringify(answer.memberState?.actual) !== JSON.stringify(answer.memberState?.supposed),
    );
  }

  /** The actual reasons without those that went, and with those that came, are the supposed ones. */
  function expectDifference({ pledge, status, reasonsGone, reasonsCome }: Answered): void {
    const texts = (reasons: readonly object[]) => reasons.map((reason) => JSON.stringify(reason));
    const gone = texts(reasonsGone);
    const kept = texts(pledge.status.reasons).filter((text) => !gone.includes(text));
    expect([...kept, ...texts(reasonsCome)].sort()).toEqual(texts(status.reasons).sort());
  }
});
