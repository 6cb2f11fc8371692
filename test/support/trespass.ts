import { getNamedType } from 'graphql';
import type { Principal } from '#platform/principal.js';
import { KINDS, replacementField } from '#status/kinds.js';
import type { KnownId } from './all-ids.js';
import { contentOf } from './content-of-kind.js';
import { everythingOf, rootField, rootFields } from './documents.js';
import { idFieldsOf, withAt, type IdField } from './id-fields.js';
import { inHands } from './in-hands.js';
import type { Input } from './mutations.js';
import { SCENARIO } from './samples.js';
import type { Scenario } from './scenario.js';

/** An id that nothing has, and a Member State that has nothing. */
const NOTHING = '01900000-0000-7000-8000-000000000000';
const NOBODY = 'FJI';
/** Published figures: every role may read those of every Member State. */
const PUBLISHED = ['contributions', 'contributionTrend', 'womensShare'];
/** How many questions go in one document. */
const AT_ONCE = 40;

/** What is put where an id is taken. */
export type Tried = Pick<KnownId, 'id' | 'table'>;

/** Where an answer to an id of somebody else's is another than the answer to an id of nothing. */
export interface Leak {
  readonly field: string;
  readonly id: string;
  readonly table: string;
  readonly answer: string;
  readonly answerToNothing: string;
}

export const nameOf = ({ rootField: name, path }: IdField): string => [name, ...path].join('.');

/** Puts ids that are not theirs wherever an id is taken, beside what is theirs, and compares the answers. */
export class Trespasser {
  /** How many (field, id) pairs were tried, by field. */
  readonly pairs = new Map<string, number>();

  /**
   * @param own what is theirs: inputs are valid but for the id
   * @param principal who asks
   */
  constructor(
    private readonly own: Scenario,
    private readonly ownIds: readonly KnownId[],
    private readonly principal: Principal,
  ) {}

  fields(of: 'query' | 'mutation'): IdField[] {
    return rootFields(this.own.mutations.schema, of)
      .filter(({ name }) => !PUBLISHED.includes(name))
      .flatMap(({ name, args }) => idFieldsOf(name, args));
  }

  /** All leaks through all fields that take an id, or those that `only` lets through. */
  async leaks(
    ids: readonly Tried[],
    states: readonly string[],
    only: (field: IdField) => boolean = () => true,
  ): Promise<Leak[]> {
    const leaks: Leak[] = [];
    for await (const found of this.eachField(ids, states, only)) leaks.push(...found);
    return leaks;
  }

  /** Whether anything leaks: nothing is tried after the first that does. */
  async leaksAnything(...[ids, states, only]: Parameters<Trespasser['leaks']>): Promise<boolean> {
    for await (const found of this.eachField(ids, states, only)) if (found.length > 0) return true;
    return false;
  }

  /** The leaks of one field after the other. */
  private async *eachField(
    ids: readonly Tried[],
    states: readonly string[],
    only: (field: IdField) => boolean = () => true,
  ): AsyncGenerator<readonly Leak[]> {
    const codes = states.map((id) => ({ id, table: 'member_state' }));
    const tried = ({ takes }: IdField) => (takes === 'ID' ? ids : codes);
    for (const field of this.fields('query').filter(only)) yield this.question(field, tried(field));
    for (const field of this.fields('mutation').filter(only)) yield this.change(field, tried(field));
  }

  private counted(field: IdField, ids: readonly Tried[]): void {
    const name = nameOf(field);
    this.pairs.set(name, (this.pairs.get(name) ?? 0) + ids.length);
  }

  private async question(field: IdField, ids: readonly Tried[]): Promise<Leak[]> {
    this.counted(field, ids);
    const leaks: Leak[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      const [answerToNothing = '', ...answers] = await this.ask(field, [
        nothingFor(field),
        ...some.map(({ id }) => id),
      ]);
      for (const [index, answer] of answers.entries()) {
        const { id, table } = some[index] ?? { id: '', table: '' };
        if (answer !== answerToNothing)
          leaks.push({ field: nameOf(field), id, table, answer, answerToNothing });
      }
    }
    return leaks;
  }

  /** The answers to a question with each of the ids, the echo of the id left out. */
  async ask({ rootField: name, path }: IdField, ids: readonly string[]): Promise<string[]> {
    const { mutations } = this.own;
    const { type, args } = rootField(mutations.schema, name);
    // Written once: so many whole selections would be more than a request may hold.
    const all = `fragment all on ${getNamedType(type).name} ${everythingOf(type, { depth: 3 })}`;
    const [argument = '', ...within] = path;
    const taken = String(args.find((each) => each.name === argument)?.type);
    const document = `query (${ids.map((_id, index) => `$v${index}: ${taken}`).join(', ')}) {
      ${ids.map((_id, index) => `a${index}: ${name}(${argument}: $v${index}) { ...all }`).join('\n')} } ${all}`;
    // As variables, so that the server reads the document of a field once.
    const given = ids.map((id, index) => [`v${index}`, withAt(undefined, within, id)]);
    const { body, text } = await mutations.registry.ask(this.principal, document, Object.fromEntries(given));
    if (body.data === undefined || body.data === null) throw new Error(text);
    return ids.map((id, index) => {
      const at = `a${index}`;
      const errors = (body.errors ?? [])
        .filter((error) => (error as { path?: string[] }).path?.[0] === at)
        .map(({ message, extensions }) => ({ message, extensions }));
      return JSON.stringify([body.data?.[at], errors]).replaceAll(id, '@');
    });
  }

  private async change(field: IdField, ids: readonly Tried[]): Promise<Leak[]> {
    this.counted(field, ids);
    const leaks: Leak[] = [];
    await inHands(ids, async (tried) => {
      const answerToNothing = await this.try(field, { ...tried, id: nothingFor(field) });
      const answer = await this.try(field, tried);
      if (answer !== answerToNothing) leaks.push({ field: nameOf(field), ...tried, answer, answerToNothing });
    });
    return leaks;
  }

  private readonly kept = new Map<string, Promise<string>>();

  /** The answer to a change with that id, the echo of the id left out. */
  private try(field: IdField, tried: Tried): Promise<string> {
    const input = this.inputFor(field, tried);
    const key = JSON.stringify([field.rootField, input]);
    const ask = async () => {
      const outcome = await this.own.mutations
        .try(field.rootField, input, this.principal)
        .catch((error: unknown) => String(error));
      return JSON.stringify(outcome).replaceAll(tried.id, '@');
    };
    const answer = this.kept.get(key) ?? ask();
    // An id of nothing is asked for once only, whatever it is compared with.
    if (tried.id === nothingFor(field)) this.kept.set(key, answer);
    return answer;
  }

  /** An input of theirs that is valid but for the id. */
  private inputFor({ rootField: name, path }: IdField, { id, table }: Tried): Input {
    const [, ...within] = path;
    const base = name === 'correct' ? this.correction(within, table) : this.sampleOf(name, within);
    return withAt(base, within, id) as Input;
  }

  private sampleOf(mutation: string, [field = '']: readonly string[] = []): Input {
    const steps = SCENARIO.filter((step) => step.mutation === mutation);
    const theirs = steps.filter((step) => this.own.principal(step.as).role === this.principal.role);
    const step =
      theirs.findLast(({ input }) => field in input) ??
      steps.findLast(({ input }) => field in input) ??
      steps[0];
    if (step === undefined) throw new Error(`no sample of ${mutation}`);
    return this.own.resolve(step.input) as Input;
  }

  private correction(within: readonly string[], table: string): Input {
    const infantry = this.own.mutations.versionOf(this.own.id('infantry'));
    const base = { reason: 'It was wrong', expectedVersion: infantry };
    if (within[0] === 'id') {
      const kind = KINDS.find(({ name }) => name === table.toUpperCase())?.name ?? 'DOCUMENT';
      return { ...base, kind };
    }
    const replaced = within[1] ?? '';
    const kind = KINDS.find(({ name }) => replacementField(name) === replaced)?.name ?? '';
    return {
      ...base,
      kind,
      id: this.ownOf(kind),
      replacement: { [replaced]: contentOf(this.own, kind) },
    };
  }

  /** A fact of theirs of that kind; of measurements one that every role may correct which recorded it. */
  private ownOf(kind: string): string {
    if (kind === 'MEASUREMENT' && this.principal.role === 'MEMBER_STATE')
      return this.own.id('own measurement');
    const found = this.ownIds.find(({ table }) => table === kind.toLowerCase());
    if (found === undefined) throw new Error(`nothing of kind ${kind} is theirs`);
    return found.id;
  }
}

const nothingFor = ({ takes }: IdField): string => (takes === 'ID' ? NOTHING : NOBODY);
