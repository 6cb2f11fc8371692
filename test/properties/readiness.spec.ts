import fc from 'fast-check';
import { addDays, addMonths, formatDay, type Day } from '#readiness/day.js';
import { evaluate, type Evaluation } from '#readiness/evaluate.js';
import { LEVELS, STANDING_OF, STATUSES, type Facts } from '#readiness/facts.js';
import { ladder } from '#readiness/ladder.js';
import { owedFor, type OwedKind } from '#readiness/owed.js';
import { readFacts } from '#readiness/read.js';
import { REASON_CODES, REASONS, type ReasonCode } from '#readiness/reasons.js';
import { rollUpFacts, withStateBars } from '#readiness/roll-up.js';
import { generateBars, generateCase, generateFacts } from '#test/support/generate-facts.js';
import { PROPERTY_RUNS } from '#test/support/thoroughness.js';
import { plainEvaluation, type WrittenFacts } from '#test/bench/plain-rules.js';
import { on, PARAMETERS } from '#test/support/sound-facts.js';
import { writtenFacts } from '#test/support/written-facts.js';

const runs = { numRuns: PROPERTY_RUNS };

/** What an evaluation says of its day, without the day it holds until. */
function outcome({ level, status, reasons }: Evaluation): string {
  return JSON.stringify([level, status, reasons]);
}

/** The latest day the facts name, and as long as any rule counts after it. */
function horizon(facts: Facts, asOf: Day): Day {
  let last = asOf;
  JSON.stringify(facts, (_name, value: unknown) => {
    if (typeof value === 'number' && value > last && value < asOf + 4000) last = value as Day;
    return value;
  });
  return addDays(addMonths(last, PARAMETERS.aavExpiresMonths), PARAMETERS.graceDays + 2);
}

/** The next change found the slow way: by trying every day. */
function scannedChange(facts: Facts, asOf: Day): Day | null {
  const today = outcome(evaluate(facts, asOf, PARAMETERS));
  const end = horizon(facts, asOf);
  for (let day = addDays(asOf, 1); day <= end; day = addDays(day, 1)) {
    if (outcome(evaluate(facts, day, PARAMETERS)) !== today) return day;
  }
  return null;
}

/** The same facts, every list in another order. */
function reordered(facts: Facts): fc.Arbitrary<Facts> {
  const anyOrder = <Value>(list: readonly Value[]) =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  const { aav } = facts;
  return fc
    .record({
      documents: anyOrder(facts.documents),
      criticalLines: anyOrder(facts.criticalLines),
      caveats: anyOrder(facts.caveats),
      bars: anyOrder(facts.bars),
      assessments: anyOrder(facts.assessments),
      hospitalDeficiencies: anyOrder(facts.hospitalDeficiencies),
      criticalFindings: anyOrder(aav?.criticalFindings ?? []),
    })
    .map(({ criticalFindings, ...lists }) => ({
      ...facts,
      ...lists,
      aav: aav && { ...aav, criticalFindings },
    }));
}

/** The facts as far as they are known on `asOf`: nothing that is dated after it and does not count yet. */
function knownBy(facts: Facts, asOf: Day): Facts {
  const come = (day: Day | null) => (day !== null && day > asOf ? null : day);
  const { aav } = facts;
  return {
    ...facts,
    documents: facts.documents.filter(({ receivedOn }) => receivedOn <= asOf),
    aav: aav && {
      ...aav,
      criticalFindings: aav.criticalFindings.map((finding) => ({
        ...finding,
        closedOn: come(finding.closedOn),
      })),
    },
    caveats: facts.caveats.map((caveat) => ({ ...caveat, resolvedOn: come(caveat.resolvedOn) })),
    hospitalDeficiencies: facts.hospitalDeficiencies.map(({ id, closedOn }) => ({
      id,
      closedOn: come(closedOn),
    })),
    unitCertificateOn: come(facts.unitCertificateOn),
  };
}

/** What each reason that speaks of something not given asks for. */
const OWED_IN: Readonly<Partial<Record<ReasonCode, OwedKind>>> = {
  PLEDGE_CONFIRMATION_OVERDUE: 'CONFIRMATION',
  PLEDGE_LAPSED: 'CONFIRMATION',
  CERTIFICATION_DUE: 'UNIT_CERTIFICATE',
  CERTIFICATION_OVERDUE: 'UNIT_CERTIFICATE',
  DOC_EXPIRED: 'DOCUMENT',
  DOC_EXPIRED_FOR_LEVEL: 'DOCUMENT',
};

describe('readiness', () => {
  it('does not depend on the order of facts', () => {
    const cases = generateCase.chain(({ asOf, facts }) =>
      reordered(facts).map((other) => ({ asOf, facts, other })),
    );
    fc.assert(
      fc.property(cases, ({ asOf, facts, other }) => {
        expect(evaluate(other, asOf, PARAMETERS)).toEqual(evaluate(facts, asOf, PARAMETERS));
      }),
      runs,
    );
  });

  it('comes to what a plain version of the rules comes to, which shares none of its code', () => {
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        const { nextChangeOn, ...today } = evaluate(facts, asOf, PARAMETERS);
        const written = writtenFacts(facts) as unknown as WrittenFacts;
        expect(plainEvaluation(written, formatDay(asOf), PARAMETERS)).toEqual({
          ...today,
          nextChangeOn: nextChangeOn === null ? null : formatDay(nextChangeOn),
        });
      }),
      runs,
    );
  });

  it('changes next on the day a scan of all days finds', () => {
    let changes = 0;
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        const { nextChangeOn } = evaluate(facts, asOf, PARAMETERS);
        if (nextChangeOn !== null) changes += 1;
        expect(nextChangeOn).toBe(scannedChange(facts, asOf));
      }),
      runs,
    );
    expect(changes).toBeGreaterThan(PROPERTY_RUNS / 2);
  });

  it('before that day neither answers otherwise nor changes its next day', () => {
    fc.assert(
      fc.property(generateCase, fc.nat(), ({ asOf, facts }, some) => {
        const today = evaluate(facts, asOf, PARAMETERS);
        const days = (today.nextChangeOn ?? addDays(asOf, 1000)) - asOf;
        expect(evaluate(facts, addDays(asOf, some % days), PARAMETERS)).toEqual(today);
      }),
      runs,
    );
  });

  it('sees nothing of what is received, closed, resolved or given after the day', () => {
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        const known = evaluate(knownBy(facts, asOf), asOf, PARAMETERS);
        expect(outcome(evaluate(facts, asOf, PARAMETERS))).toBe(outcome(known));
      }),
      runs,
    );
  });

  it('speaks of what is owed once its day is past, and of a certificate before', () => {
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        const owed = owedFor(facts, asOf, PARAMETERS)
          .filter(({ kind, dueOn }) => kind === 'UNIT_CERTIFICATE' || dueOn < asOf)
          .map(({ kind, dueOn }) => `${kind} ${formatDay(dueOn)}`);
        const told = evaluate(facts, asOf, PARAMETERS).reasons.flatMap(({ code, params }) => {
          const kind = OWED_IN[code];
          const { validUntil, due } = params as { validUntil?: string; due?: string };
          return kind === undefined ? [] : [`${kind} ${validUntil ?? due}`];
        });
        expect(owed.sort()).toEqual(told.sort());
      }),
      runs,
    );
  });

  it('has the level of its ladder', () => {
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        const reached = ladder(facts, asOf, PARAMETERS).filter((step) => step.reached);
        expect(evaluate(facts, asOf, PARAMETERS).level).toBe(reached.at(-1)?.level ?? 'NONE');
      }),
      runs,
    );
  });

  it('gives each reason in a severity of its code and with its parameters alone', () => {
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        for (const { severity, code, params } of evaluate(facts, asOf, PARAMETERS).reasons) {
          const definition = REASONS[code];
          const names = Object.keys(params).filter(
            (name) => !('optional' in definition && name in definition.optional),
          );
          expect(definition.severities).toContain(severity);
          expect(names.sort()).toEqual(Object.keys(definition.params).sort());
        }
      }),
      runs,
    );
  });

  it('reads facts from a file as they were written', () => {
    fc.assert(
      fc.property(generateCase, ({ asOf, facts }) => {
        expect(readFacts(writtenFacts(facts), asOf)).toEqual({ facts });
      }),
      runs,
    );
  });
});

describe('the roll-up of a Member State', () => {
  const states = fc.record({
    asOf: fc.constant(on('2025-10-13')),
    stateBars: generateBars(on('2025-10-13'), 'S'),
    pledges: fc.array(generateFacts(on('2025-10-13')), { maxLength: 6 }),
  });

  it('does not depend on the order of pledges and bars', () => {
    fc.assert(
      fc.property(states, (asked) => {
        const other = {
          ...asked,
          stateBars: asked.stateBars.toReversed(),
          pledges: asked.pledges.toReversed(),
        };
        expect(rollUpFacts(other, PARAMETERS)).toEqual(rollUpFacts(asked, PARAMETERS));
      }),
      runs,
    );
  });

  it('counts every pledge of the pool once', () => {
    fc.assert(
      fc.property(states, (asked) => {
        const { counts, pool, committed, deployed, evidence, rdl } = rollUpFacts(asked, PARAMETERS);
        const inside = asked.pledges.filter(({ lifecycle }) => STANDING_OF[lifecycle] !== 'OUTSIDE');
        expect(pool + committed + deployed).toBe(inside.length);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(pool);
        expect(evidence.complete).toBeLessThanOrEqual(evidence.pool);
        expect(rdl).toBeLessThanOrEqual(pool);
      }),
      runs,
    );
  });

  it('changes next no later than any of its pledges, and says the same until then', () => {
    fc.assert(
      fc.property(states, fc.nat(), (asked, some) => {
        const today = rollUpFacts(asked, PARAMETERS);
        for (const facts of asked.pledges) {
          const { nextChangeOn } = evaluate(withStateBars(facts, asked.stateBars), asked.asOf, PARAMETERS);
          if (nextChangeOn !== null) expect(today.nextChangeOn).toBeLessThanOrEqual(nextChangeOn);
        }
        const days = (today.nextChangeOn ?? addDays(asked.asOf, 1000)) - asked.asOf;
        expect(rollUpFacts({ ...asked, asOf: addDays(asked.asOf, some % days) }, PARAMETERS)).toEqual(today);
      }),
      runs,
    );
  });
});

describe('the generated facts', () => {
  const evaluations = fc
    .sample(generateCase, { numRuns: 3000, seed: 20_251_013 })
    .map(({ asOf, facts }) => evaluate(facts, asOf, PARAMETERS));
  const count = (holds: (evaluation: Evaluation) => boolean) => evaluations.filter(holds).length;

  it.each(REASON_CODES)('give %s in each of its severities at least 20 times', (code) => {
    for (const severity of REASONS[code].severities) {
      const given = count(({ reasons }) =>
        reasons.some((each) => each.code === code && each.severity === severity),
      );
      expect(given).toBeGreaterThanOrEqual(20);
    }
  });

  it.each(LEVELS)('reach level %s at least 20 times', (level) => {
    expect(count((evaluation) => evaluation.level === level)).toBeGreaterThanOrEqual(20);
  });

  it.each(STATUSES)('have status %s at least 20 times', (status) => {
    expect(count((evaluation) => evaluation.status === status)).toBeGreaterThanOrEqual(20);
  });
});
