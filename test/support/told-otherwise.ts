import type { Performer } from '#cli/demonstration/load.js';
import { Mutations, type InputOf, type MutationName, type ResultOf } from '#cli/demonstration/mutations.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { RECORDED_THROUGH } from '#status/kinds.js';
import type { DemonstrationFact } from './demonstration-facts.js';
import type { Input } from './mutations.js';

/** One fact that an operation records, and its input with other content for that fact. */
interface Part {
  readonly kind: string;
  readonly saying: (content: Input, input: Input) => Input;
}

const whole = (kind: string): Part => ({ kind, saying: (content, input) => ({ ...input, ...content }) });
const listOf = (input: Input, name: string): readonly unknown[] =>
  (input[name] as unknown[] | undefined) ?? [];
const covered = (input: Input, list: string): Part[] =>
  listOf(input, list).map(() => whole('VISIT_COVERAGE'));

/** Operations that record one fact, under its content's names. */
const ALONE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(RECORDED_THROUGH).map(([kind, name]) => [name, kind])),
  acceptPledge: 'LIFECYCLE_STEP',
  rejectPledge: 'LIFECYCLE_STEP',
  withdrawPledge: 'LIFECYCLE_STEP',
  reportCaveat: 'CAVEAT',
  recordInspection: 'MEASUREMENT',
  barMemberState: 'BAR',
  assignUnit: 'ASSIGNMENT',
};

/** Operations that record more than one fact, or under other names than the fact has. */
const SEVERAL: Readonly<Record<string, (input: Input) => Part[]>> = {
  draftPledge: () => [whole('LIFECYCLE_STEP'), whole('PLEDGE_DESCRIPTION')],
  movePledge: () => [whole('LIFECYCLE_STEP'), whole('CONFIRMATION')],
  planVisit: (input) => [whole('VISIT_PLAN'), ...covered(input, 'pledgeIds')],
  replanVisit: (input) => [whole('VISIT_PLAN'), ...covered(input, 'addedPledgeIds')],
  openPlan: (input) => [
    {
      kind: 'IMPROVEMENT_PLAN_TERMS',
      saying: ({ setOn, ...content }, told) => ({ ...told, ...content, openedOn: setOn }),
    },
    ...listOf(input, 'actions').map((_action, place): Part => ({
      kind: 'PLAN_ACTION',
      // Its day is that of the plan.
      saying: ({ setOn: _same, ...content }, told) => ({
        ...told,
        actions: listOf(told, 'actions').with(place, content),
      }),
    })),
  ],
  correct: () => [],
};

/** The facts that an operation may record, in the order in which it does. */
function partsOf(name: string, input: Input): Part[] {
  const kind = ALONE[name];
  const parts = SEVERAL[name]?.(input) ?? (kind === undefined ? undefined : [whole(kind)]);
  if (parts === undefined) throw new Error(`nobody says which facts ${name} records`);
  return parts;
}

/**
 * Performs the operations of a load, some with other inputs: certain facts are recorded with other content, or never.
 * Facts are known by their ids, which are the same in every load.
 */
export class ToldOtherwise implements Performer {
  /** By kind, those that are still to come. */
  readonly #coming: Map<string, DemonstrationFact[]>;

  private constructor(
    private readonly mutations: Mutations,
    facts: readonly DemonstrationFact[],
    private readonly contents: ReadonlyMap<string, Input | null>,
  ) {
    const kinds = [...new Set(facts.map(({ kind }) => kind))];
    this.#coming = new Map(kinds.map((kind) => [kind, facts.filter((fact) => fact.kind === kind)]));
  }

  /**
   * @param facts all of the demonstration
   * @param contents what is said of some of them, by id; null where the fact is never recorded
   */
  static async open(
    facts: readonly DemonstrationFact[],
    contents: ReadonlyMap<string, Input | null>,
  ): Promise<ToldOtherwise> {
    return new ToldOtherwise(await Mutations.wired(), facts, contents);
  }

  /** How many facts no operation has recorded. */
  get left(): number {
    return [...this.#coming.values()].reduce((sum, facts) => sum + facts.length, 0);
  }

  async perform<Name extends MutationName>(
    context: OperationContext,
    name: Name,
    told: InputOf<Name>,
  ): Promise<ResultOf<Name>> {
    let input: Input = Object.fromEntries(Object.entries(told));
    // Whoever decides a level says why, so that the decision stands whatever its evidence is later found to be.
    if (name === 'decideLevel') input = { reason: 'As the panel concluded', ...input };
    const parts = partsOf(name, input);
    let never = false;
    for (const part of parts) {
      const fact = this.next(part.kind, context.now);
      const content = fact && this.contents.get(fact.id);
      if (content === null && parts.length > 1) throw new Error(`${name} records more than a ${part.kind}`);
      never ||= content === null;
      if (content) input = part.saying(content, input);
    }
    const said = input as unknown as InputOf<Name>;
    if (!never) return this.mutations.perform(context, name, said);
    // As if it had never been, but for the ids that it took: those of all that follows stay the same.
    await context.query('SAVEPOINT never');
    const result = await this.mutations.perform(context, name, said);
    await context.query('ROLLBACK TO SAVEPOINT never');
    return result;
  }

  /** The next fact of a kind, where it was recorded at that instant. */
  private next(kind: string, now: Date): DemonstrationFact | undefined {
    const coming = this.#coming.get(kind);
    return coming?.[0]?.recordedAt.getTime() === now.getTime() ? coming.shift() : undefined;
  }
}
