import { SeededRandom } from '#cli/demonstration/random.js';
import { plainDate } from '#platform/plain-date.js';
import { SUPPOSITION_KINDS, type SuppositionKind } from '#status/suppose.js';
import type { PledgeAtMoment } from '#status/status-of-pledges.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { asOwner } from '#test/support/database-server.js';
import type { Input } from '#test/support/mutations.js';
import { TRIED, type Subject } from '#test/support/recorded-suppositions.js';
import { startRegistry, type TestRegistry } from '#test/support/registry.js';
import { Recordings } from '#test/support/supposed-and-recorded.js';
import { byHand } from '#test/support/thoroughness.js';
import { actual, answerWhatIf, supposed, type Answered } from '#test/support/what-if.js';

const TODAY = plainDate('2025-10-13');
/** After everything that the demonstration records. */
const NOW = new Date('2025-10-13T20:00:00Z');
/** How many pledges each kind is tried on, and how many the answer is compared on where nothing is supposed. */
const OF_EACH = byHand(20, 20, 6);
const UNCHANGED = byHand(60, 60, 20);
/** Of those of each kind, how many are pledges of which it says something new, where there are so many. */
const TELLING = byHand(16, 16, 5);
const SEED = 4_203;

describe('what if', () => {
  const random = new SeededRandom(SEED);
  let registry: TestRegistry;
  let recordings: Recordings;
  let pledges: PledgeAtMoment[];
  /** By kind: how many cases there were, in how many level or status are others, and in how many at least reasons. */
  const changed = new Map<SuppositionKind, { cases: number; statuses: number; reasons: number }>();

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

  const answerTo = (id: string, asked?: Input) => answerWhatIf(registry, id, asked);

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
    const telling = found.filter(matters).slice(0, TELLING);
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
          count(kind, answer);
          tried += 1;
        }
        expect(tried).toBe(OF_EACH);
      },
      240_000,
    );

    it('changes a level or status in at least half of the cases, and reasons in more', () => {
      const total = (of: 'cases' | 'statuses' | 'reasons') =>
        [...changed.values()].reduce((sum, counts) => sum + counts[of], 0);
      expect(total('cases')).toBe(SUPPOSITION_KINDS.length * OF_EACH);
      expect(total('statuses') / total('cases')).toBeGreaterThanOrEqual(0.5);
      expect(total('reasons')).toBeGreaterThan(total('statuses'));
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

  it('takes other rules, by value or by the number of a set, as if they were in force', async () => {
    const strict = {
      initialValidityMonths: 6,
      aavCurrentMonths: 6,
      personnelBand1: 99,
      rdlCommitmentDays: 30,
    };
    const values = `'${JSON.stringify(strict)}'::jsonb`;
    const later = '2031-01-01';
    const chosen = pledges.slice(0, OF_EACH);
    const told = async (rules: Input) => {
      const answers: Answered[] = [];
      for (const { id } of chosen) answers.push(await answerTo(id, { rules }));
      return answers;
    };
    const byValue = await told({
      parameters: Object.entries(strict).map(([name, value]) => ({ name, value })),
    });
    expect(byValue.filter(({ reasonsCome }) => reasonsCome.length > 0).length).toBeGreaterThan(OF_EACH / 2);

    await asOwner(registry.ownerUrl, `INSERT INTO parameter_set VALUES (2, '${later}', 'Stricter')`);
    await asOwner(
      registry.ownerUrl,
      `INSERT INTO parameter_value (set_number, name, value, unit, sourced, source)
       SELECT 2, name, coalesce((${values} ->> name)::int, value), unit, sourced, source
       FROM parameter_value WHERE set_number = 1`,
    );
    // It takes effect on its own day, too, and nothing is said beyond that.
    const before = (day: string | null) => (day === null || later < day ? later : day);
    expect((await told({ parameterSet: 2 })).map(({ status }) => status)).toEqual(
      byValue.map(({ status }) => ({ ...status, nextChangeOn: before(status.nextChangeOn) })),
    );

    await asOwner(registry.ownerUrl, `UPDATE parameter_set SET effective_on = '${TODAY}' WHERE number = 2`);
    for (const [place, { id }] of chosen.entries()) {
      const answer = byValue[place];
      expect(answer && supposed(answer)).toEqual(await recordings.outlookAfter(id, () => Promise.resolve()));
    }
  }, 120_000);

  function count(kind: SuppositionKind, { pledge: { status: before }, status: after }: Answered): void {
    const counts = changed.get(kind) ?? { cases: 0, statuses: 0, reasons: 0 };
    const isOther = before.level !== after.level || before.status !== after.status;
    counts.cases += 1;
    counts.statuses += Number(isOther);
    counts.reasons += Number(isOther || JSON.stringify(before.reasons) !== JSON.stringify(after.reasons));
    changed.set(kind, counts);
  }

  /** The actual reasons without those that went, and with those that came, are the supposed ones. */
  function expectDifference({ pledge, status, reasonsGone, reasonsCome }: Answered): void {
    const texts = (reasons: readonly object[]) => reasons.map((reason) => JSON.stringify(reason));
    const gone = texts(reasonsGone);
    const kept = texts(pledge.status.reasons).filter((text) => !gone.includes(text));
    expect([...kept, ...texts(reasonsCome)].sort()).toEqual(texts(status.reasons).sort());
  }
});
