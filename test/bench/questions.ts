import type { SeededRandom } from '#cli/demonstration/random.js';
import { encodeCursor } from '#platform/graphql/connection.js';
import type { Id } from '#platform/ids.js';
import { addDays, plainDate, type PlainDate } from '#platform/plain-date.js';
import { REGIONAL_GROUPS } from '#reference/data/regional-groups.js';
import { COMPONENTS } from '#reference/data/unit-types.js';
import { STATUSES } from '#readiness/facts.js';
import { storedOperation } from '#test/support/operations.js';

/** A question that takes longer is captured once, and asked once of server and floor. */
export const SLOWEST_MS = 10_000;

/** A pledge that a question may be asked of. */
export interface AskedPledge {
  readonly id: Id;
  readonly reference: string;
  readonly memberState: string;
}

/** One of the questions that are timed: a stored operation, asked with other variables each time. */
export interface Question {
  readonly title: string;
  readonly operation: string;
  readonly variables: (random: SeededRandom, pledges: readonly AskedPledge[]) => Record<string, unknown>;
  /** Whether an answer is one of those that the title promises. */
  readonly fits?: (answer: unknown) => boolean;
  /** Of registries with more pledges it is not asked: it evaluates every one of them, which is timed once already. */
  readonly most?: number;
}

/** The day on which the registry stands: that of the demonstration. Most questions are asked of one of the days before it. */
export const LAST_DAY = plainDate('2025-10-13');
const DAYS = 60;
const PAGE = 50;
/** In days. */
const FIVE_YEARS = 1_826;
/** Of a registry of so many pledges every one may be evaluated for a question, again and again. */
const EVALUATED = 100_000;

const dayFrom = (random: SeededRandom): PlainDate => addDays(LAST_DAY, -1 - random.upTo(DAYS - 1));

function oneOf<T>(random: SeededRandom, things: readonly T[]): T {
  const thing = things[random.upTo(things.length - 1)];
  if (thing === undefined) throw new RangeError('nothing to choose from');
  return thing;
}

type Filter = Record<string, unknown>;

const FILTERS: readonly ((random: SeededRandom, pledges: readonly AskedPledge[]) => Filter)[] = [
  () => ({}),
  (random) => ({ regions: [oneOf(random, REGIONAL_GROUPS)] }),
  (random) => ({ components: [oneOf(random, COMPONENTS)] }),
  (random, pledges) => ({
    memberStates: [...new Set(random.shuffled(pledges.map(({ memberState }) => memberState)))].slice(0, 40),
  }),
];

function pledges(random: SeededRandom, among: readonly AskedPledge[]): Record<string, unknown> {
  const { id, reference } = oneOf(random, among);
  return {
    filter: oneOf(random, FILTERS)(random, among),
    first: PAGE,
    asOf: dayFrom(random),
    ...(random.upTo(1) === 0 ? {} : { after: encodeCursor([reference, id]) }),
  };
}

const byStatus = (random: SeededRandom): Record<string, unknown> => ({
  filter: { statuses: random.shuffled(STATUSES).slice(0, 3) },
  sort: { by: 'NEXT_CHANGE_ON' },
  first: PAGE,
});

const boardToday = (random: SeededRandom): Record<string, unknown> =>
  random.upTo(1) === 0 ? {} : { filter: { regions: [oneOf(random, REGIONAL_GROUPS)] } };

const isWholePage = (answer: unknown): boolean =>
  (answer as { data: { pledges: { nodes: unknown[] } } }).data.pledges.nodes.length === PAGE;

export const QUESTIONS = {
  list: {
    title: `list of ${PAGE} pledges with status`,
    operation: 'pledges',
    variables: pledges,
    fits: isWholePage,
  },
  pledge: {
    title: 'one pledge in full',
    operation: 'pledge',
    variables: (random, among) => ({ id: oneOf(random, among).id, asOf: dayFrom(random) }),
  },
  board: {
    title: 'the board of another day',
    operation: 'board',
    variables: (random) => ({ asOf: dayFrom(random) }),
    most: EVALUATED,
  },
  memberState: {
    title: 'one Member State',
    operation: 'member-state',
    variables: (random, among) => ({ iso3: oneOf(random, among).memberState, asOf: dayFrom(random) }),
  },
  history: {
    title: 'five years of a Member State, change by change',
    operation: 'member-state-history',
    variables: (random, among) => {
      const until = dayFrom(random);
      return { iso3: oneOf(random, among).memberState, from: addDays(until, -FIVE_YEARS), until };
    },
  },
  forecast: {
    title: 'what changes of a Member State within a year',
    operation: 'member-states-forecast',
    variables: (random, among) => ({
      memberState: oneOf(random, among).memberState,
      days: 365,
      asOf: dayFrom(random),
    }),
  },
  byStatus: {
    title: `list of ${PAGE} pledges by status of another day`,
    operation: 'pledges',
    variables: (random) => ({ ...byStatus(random), asOf: dayFrom(random) }),
    most: EVALUATED,
  },
  // Asked as most people ask: of today, as known now.
  boardToday: { title: 'the board today', operation: 'board', variables: boardToday },
  byStatusToday: {
    title: `list of ${PAGE} pledges by status today`,
    operation: 'pledges',
    variables: byStatus,
  },
} as const satisfies Readonly<Record<string, Question>>;
export type QuestionName = keyof typeof QUESTIONS;

/** The questions that are asked of a registry of so many pledges. */
export const questionsFor = (pledges: number): QuestionName[] =>
  (Object.keys(QUESTIONS) as QuestionName[]).filter((name) => {
    const { most = Infinity }: Question = QUESTIONS[name];
    return pledges <= most;
  });

/** The body of a request. */
export const bodyOf = ({ operation }: Question, variables: Record<string, unknown>): string =>
  JSON.stringify({ query: storedOperation(operation), variables });
