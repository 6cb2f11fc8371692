import type { Principal } from '#platform/principal.js';
import type { Input, Mutations, Outcome } from './mutations.js';
import { EVALUATOR, memberState, STAFF } from './registry.js';
import { SCENARIO, type Actor, type Refusal, type Step } from './samples.js';

/** Fields whose words nothing looks at: they end in the Member State's code, so that one knows whose they are. */
const WORDS = [
  ...['answer', 'contactPost', 'decision', 'evidence', 'note', 'purpose', 'reason', 'reference', 'statement'],
  ...['summary', 'symbol', 'title'],
];

/** One run of the scenario for a Member State: the ids of what its steps made, by the names under which they keep it. */
export class Scenario {
  readonly ids = new Map<string, string>();
  readonly memberState: Principal;
  readonly evaluator: Principal;

  constructor(
    readonly mutations: Mutations,
    readonly state: string,
    private readonly other?: Scenario,
  ) {
    this.memberState = memberState(state);
    this.evaluator = { ...EVALUATOR, subject: `evaluator-${state}` };
  }

  principal(actor: Actor): Principal {
    return { STAFF, MEMBER_STATE: this.memberState, EVALUATOR: this.evaluator }[actor];
  }

  /** The id that was kept under that name. */
  id(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`the scenario of ${this.state} keeps no ${name}`);
    return id;
  }

  /** Takes all steps. */
  async all(): Promise<this> {
    for (const step of SCENARIO) await this.take(step);
    return this;
  }

  async take({ mutation, as, input, keep }: Step): Promise<void> {
    const resolved = this.resolve(input) as Input;
    const id = await this.mutations.do(mutation, resolved, this.principal(as));
    if (mutation === 'correct') this.mutations.raised(this.ownerOf(input));
    if (keep !== undefined) this.ids.set(keep, keep.startsWith('step ') ? await this.lastStepOf(id) : id);
  }

  /** A step answers with its pledge. */
  private async lastStepOf(pledgeId: string): Promise<string> {
    const timeline = '{ timeline(first: 200) { nodes { kind id } } }';
    const { body } = await this.mutations.registry.ask(STAFF, `{ pledge(id: "${pledgeId}") ${timeline} }`);
    type Nodes = { nodes: { kind: string; id: string }[] };
    const { nodes } = (body.data?.['pledge'] as { timeline: Nodes }).timeline;
    const steps = nodes.filter(({ kind }) => kind === 'LIFECYCLE_STEP').map(({ id }) => id);
    return steps.sort().at(-1) ?? '';
  }

  /** Tries what has to be refused. */
  try({ mutation, as, input }: Step, refusal: Refusal): Promise<Outcome> {
    const changed: Record<string, unknown> = { ...input, ...refusal.change };
    for (const name of refusal.without) changed[name] = null;
    const actor = refusal.as ?? as;
    const principal =
      actor === 'OTHER_MEMBER_STATE' ? memberState(this.other?.state ?? 'FJI') : this.principal(actor);
    return this.mutations.try(mutation, this.resolve(changed) as Input, principal);
  }

  /** Puts ids in the place of names. */
  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]: [string, unknown]) => [
          name,
          WORDS.includes(name) && typeof inner === 'string' ? `${inner} ${this.state}` : this.resolve(inner),
        ]),
      );
    }
    if (typeof value !== 'string' || !value.startsWith('@')) return value;
    const name = value.slice(1);
    if (name === 'state') return this.state;
    if (name === 'evaluator') return this.evaluator.subject;
    if (name === 'other') return this.other?.id('infantry');
    const versioned = /^version (.+)$/.exec(name)?.[1];
    return versioned === undefined ? this.id(name) : this.mutations.versionOf(this.id(versioned));
  }

  /** The pledge whose version a correction names. */
  private ownerOf({ expectedVersion }: Input): string {
    return this.id(String(expectedVersion).replace(/^@version /, ''));
  }
}
