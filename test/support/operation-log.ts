import type { Performer } from '#cli/demonstration/load.js';
import { Mutations, type InputOf, type MutationName, type ResultOf } from '#cli/demonstration/mutations.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import type { PlainDate } from '#platform/plain-date.js';
import { RECORDED_THROUGH } from '#status/kinds.js';
import type { Input } from './changes.js';

/** One operation of a load, in the order in which they were performed. */
export interface Performed {
  readonly name: string;
  readonly input: Input;
  /** The day on which it was recorded. */
  readonly today: PlainDate;
}

/** What is performed instead of operations, by their place: another input, or nothing of it remains. */
interface Instead {
  readonly inputs: ReadonlyMap<number, Input>;
  readonly undone: ReadonlySet<number>;
}

/** Performs the operations of a load, or what is said instead, and remembers them by their place. */
export class OperationLog implements Performer {
  readonly performed: Performed[] = [];

  private constructor(
    private readonly mutations: Mutations,
    private readonly instead: Instead,
  ) {}

  static async open(instead: Instead = { inputs: new Map(), undone: new Set() }): Promise<OperationLog> {
    return new OperationLog(await Mutations.wired(), instead);
  }

  async perform<Name extends MutationName>(
    context: OperationContext,
    name: Name,
    told: InputOf<Name>,
  ): Promise<ResultOf<Name>> {
    const place = this.performed.length;
    const said = { ...told, ...this.instead.inputs.get(place) };
    // Whoever decides a level says why, so that the decision stands whatever its evidence is later found to be.
    const input = name === 'decideLevel' ? { reason: 'As the panel concluded', ...said } : said;
    this.performed.push({ name, input: Object.fromEntries(Object.entries(input)), today: context.today });
    if (!this.instead.undone.has(place)) return this.mutations.perform(context, name, input);
    // As if it had never been, but for the ids that it took: those of all that follows stay the same.
    await context.query('SAVEPOINT never');
    const result = await this.mutations.perform(context, name, input);
    await context.query('ROLLBACK TO SAVEPOINT never');
    return result;
  }
}

/** One fact that an operation records: what is said of it, and the input that would have said something else. */
export interface Part {
  readonly kind: string;
  /** Null where the operation's input says nothing that is this fact's alone. */
  readonly content: Input | null;
  readonly saying: (content: Input) => Input;
}

/** Operations that record one fact, under its content's names. */
const ALONE = Object.fromEntries(Object.entries(RECORDED_THROUGH).map(([kind, name]) => [name, kind]));
/** Operations that record the same kinds as others. */
const ALSO: Readonly<Record<string, string>> = {
  acceptPledge: 'LIFECYCLE_STEP',
  rejectPledge: 'LIFECYCLE_STEP',
  withdrawPledge: 'LIFECYCLE_STEP',
  reportCaveat: 'CAVEAT',
  barMemberState: 'BAR',
  assignUnit: 'ASSIGNMENT',
};

const whole = (kind: string, content: Input): Part => ({ kind, content, saying: (said) => said });
const named = (input: Input, ...names: string[]): Input =>
  Object.fromEntries(names.filter((name) => name in input).map((name) => [name, input[name]]));
const listOf = (input: Input, name: string): readonly unknown[] =>
  (input[name] as unknown[] | undefined) ?? [];
const covered = (input: Input, list: string): Part[] =>
  listOf(input, list).map(() => ({ kind: 'VISIT_COVERAGE', content: null, saying: () => input }));

/** Operations that record more than one fact, or under other names than the fact has. */
const SEVERAL: Readonly<Record<string, (input: Input) => Part[]>> = {
  // The day of the draft is also that of its description.
  draftPledge: (input) => [
    { kind: 'LIFECYCLE_STEP', content: null, saying: () => input },
    whole('PLEDGE_DESCRIPTION', input),
  ],
  movePledge: (input) => [
    whole('LIFECYCLE_STEP', input),
    ...(input['confirmedOn'] ? [whole('CONFIRMATION', named(input, 'confirmedOn'))] : []),
  ],
  declareCaveat: (input) => [whole('CAVEAT', { ...input, kind: 'DECLARED' })],
  reportCaveat: (input) => [whole('CAVEAT', { ...input, kind: 'UNDECLARED' })],
  planVisit: (input) => [whole('VISIT_PLAN', input), ...covered(input, 'pledgeIds')],
  replanVisit: (input) => [whole('VISIT_PLAN', input), ...covered(input, 'addedPledgeIds')],
  openPlan: (input) => [
    {
      kind: 'IMPROVEMENT_PLAN_TERMS',
      content: { setOn: input['openedOn'], ...named(input, 'dueOn', 'note') },
      saying: ({ setOn, ...said }) => ({ ...said, openedOn: setOn }),
    },
    ...(listOf(input, 'actions') as Input[]).map((action, place, actions): Part => ({
      kind: 'PLAN_ACTION',
      content: { ...action, setOn: input['openedOn'] },
      saying: ({ setOn: _same, ...said }) => ({ actions: actions.with(place, said) }),
    })),
  ],
  correct: () => [],
};

/** The facts that an operation records, in the order in which it does. */
export function partsOf({ name, input }: Performed): Part[] {
  const kind = ALSO[name] ?? ALONE[name];
  const parts = SEVERAL[name]?.(input) ?? (kind === undefined ? undefined : [whole(kind, input)]);
  if (parts === undefined) throw new Error(`nobody says which facts ${name} records`);
  return parts;
}
