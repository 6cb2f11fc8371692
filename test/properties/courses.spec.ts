import fc from 'fast-check';
import { addDays as daysAfter, plainDate, type PlainDate } from '#platform/plain-date.js';
import { formatDay } from '#readiness/day.js';
import { coursesOf, differencesOf, sameOutcome, spanOn, type Course } from '#status/course.js';
import { statusOnDays } from '#status/status-of-pledges.js';
import { generateCase } from '#test/support/generate-facts.js';
import { PROPERTY_RUNS } from '#test/support/thoroughness.js';
import { NOW, openRolledBack, type RolledBack } from '#test/support/rolled-back.js';
import { addPledge, addRowsOf } from '#test/support/rows-of-facts.js';
import { Rows } from '#test/support/rows.js';

const RUNS = Math.ceil(PROPERTY_RUNS / 6);
/** Days around the one of the facts, most of them near it. */
const someDays = fc.array(
  fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -1500, max: 1500 })),
  {
    minLength: 80,
    maxLength: 80,
  },
);

describe('the course of a pledge', () => {
  let database: RolledBack;
  beforeAll(async () => {
    database = await openRolledBack();
  });
  afterAll(() => database.close());

  it(
    'says of every day what that day says itself',
    () =>
      fc.assert(
        fc.asyncProperty(generateCase, someDays, ({ facts, asOf }, apart) =>
          database.run(async (context) => {
            const rows = new Rows('RWA', NOW);
            const id = addPledge(rows);
            addRowsOf(rows, id, facts, asOf);
            await rows.write(context);
            const course = (await coursesOf(context, [id])).get(id);
            if (course === undefined) throw new Error('the pledge has no course');
            const around = apart.map((days) => daysAfter(plainDate(formatDay(asOf)), days));
            const turns = course.spans.flatMap(({ from }) => [daysAfter(from, -1), from]);
            const days = [...new Set([...around, ...turns])].filter((day) => day < '2190');
            const asked = days.map((day) => ({ id, day }));
            const each = await statusOnDays(context, asked, { knownOn: NOW });
            const others = days.filter(
              (day, place) => !sameOutcome(spanOn(course, day)?.pledge, each[place]),
            );
            expect(others).toEqual([]);
          }),
        ),
        { numRuns: RUNS },
      ),
    600_000,
  );

  it('differs from another on the days on which it does, in as few periods as there are', () => {
    // A span of its own for each letter: the same letter, the same outcome.
    const outcome = (letter: string) => ({
      facts: { lifecycle: letter },
      evaluation: { level: 'NONE', status: 'READY', reasons: [] },
    });
    const course = (...spans: (readonly [from: string, letter: string])[]) =>
      ({
        spans: spans.map(([from, letter]) => ({ from: plainDate(from), pledge: outcome(letter) })),
        since: null,
      }) as unknown as Course;
    const told = (one: Course, other: Course) =>
      differencesOf(one, other).periods.map(({ from, until }) => [from, until]);
    const before = course(['2024-01-01', 'a'], ['2024-03-01', 'b'], ['2024-06-01', 'c']);
    expect(told(before, before)).toEqual([]);
    expect(told(before, course(['2024-01-01', 'a'], ['2024-04-01', 'b'], ['2024-06-01', 'c']))).toEqual([
      ['2024-03-01', '2024-03-31'],
    ]);
    expect(told(before, course(['2023-12-01', 'a'], ['2024-03-01', 'b']))).toEqual([
      ['2023-12-01', '2023-12-31'],
      ['2024-06-01', null],
    ]);
    expect(told(before, course())).toHaveLength(3);
    const cut = { ...before, since: '2024-04-01' as PlainDate };
    expect(differencesOf(cut, course()).since).toBe('2024-04-01');
    expect(told(cut, course())).toEqual([
      ['2024-04-01', '2024-05-31'],
      ['2024-06-01', null],
    ]);
  });
});
