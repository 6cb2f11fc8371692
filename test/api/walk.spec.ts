import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { PERMISSIONS } from '#access/permissions.js';
import { ROLES } from '#platform/principal.js';
import { PROBLEM_CODES, type ProblemCode } from '#platform/problem.js';
import { badValues } from '#test/support/bad-values.js';
import { contentsOf } from '#test/support/contents.js';
import { answersOf, isProblem, rootField, rootFields } from '#test/support/documents.js';
import { Mutations, type Input, type ProblemAnswer } from '#test/support/mutations.js';
import { startRegistry, type TestRegistry } from '#test/support/registry.js';
import { SCENARIO, type Step } from '#test/support/samples.js';
import { Scenario } from '#test/support/scenario.js';

/** Codes of problems that questions alone meet. */
const OF_QUESTIONS: readonly ProblemCode[] = ['KNOWN_ON_IN_FUTURE', 'AS_OF_OUT_OF_RANGE', 'AFTER_AS_OF'];
/** Lists of reference data: short, the same for everybody, and asked for whole. */
const SHORT_LISTS = [
  'languages',
  'memberStates',
  'missions',
  'parameterSets',
  'requirementStatements',
  'texts',
  'unitTypes',
  'visitKinds',
];
/** A record is not found by a kind that it is not of. */
const SAID_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'evidence.0.kind': ['NOT_FOUND evidence.0.id'],
};
const TODAY = '2025-10-13';

describe('the schema, walked', () => {
  let registry: TestRegistry;
  let mutations: Mutations;
  let other: Scenario;
  let scenario: Scenario;
  const succeeded = new Set<string>();
  const met = new Set<ProblemCode>();
  /** What all tables held when they were looked at last, until something succeeds. */
  let contents: Awaited<ReturnType<typeof contentsOf>> | null = null;

  beforeAll(async () => {
    registry = await startRegistry(TODAY);
    mutations = await Mutations.of(registry);
    other = await new Scenario(mutations, 'GHA').all();
    scenario = new Scenario(mutations, 'RWA', other);
  }, 120_000);
  afterAll(() => registry.close());

  const names = (of: 'query' | 'mutation') => rootFields(mutations.schema, of).map(({ name }) => name);

  it('states a permission for every root field, and none for what is no field', () => {
    expect([...names('query'), ...names('mutation')].sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it('answers every mutation with the thing or a problem', () => {
    for (const { name, type, args } of rootFields(mutations.schema, 'mutation')) {
      const answers = answersOf(rootField(mutations.schema, name));
      const things = answers.filter((each) => !isProblem(each)).map((each) => each.name);
      const problems = answers.filter(isProblem).map((each) => each.name);
      expect({
        name,
        nullable: !String(type).endsWith('!'),
        things: things.length,
        args: args.map((each) => each.name),
      }).toEqual({
        ...{ name, nullable: false, things: 1, args: ['input', 'locale'] },
      });
      expect(problems.sort()).toEqual(
        [
          ...['DependentsProblem', 'InvalidInputProblem', 'NotFoundProblem', 'NotPermittedProblem'],
          ...['StaleVersionProblem', 'TransitionProblem'],
        ].sort(),
      );
    }
  });

  it('answers every list by pages', () => {
    const lists = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));
    const whole = rootFields(mutations.schema, 'query').filter(({ type }) => lists(type));
    expect(whole.map(({ name }) => name).sort()).toEqual(SHORT_LISTS);
    for (const type of Object.values(mutations.schema.getTypeMap())) {
      if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
      expect(Object.keys(type.getFields()).sort()).toEqual(['nodes', 'pageInfo', 'totalCount']);
    }
  });

  it('takes one mutation at a time', async () => {
    const each =
      'submitPledge(input: { pledgeId: "1", expectedVersion: 1, occurredOn: "2025-01-01" }) { __typename }';
    for (const document of [
      `mutation { one: ${each} other: ${each} }`,
      `mutation { ...both } fragment both on Mutation { one: ${each} other: ${each} }`,
    ]) {
      const { body } = await registry.ask(scenario.memberState, document);
      expect(body.errors?.map(({ message }) => message)).toEqual([expect.stringContaining('one root field')]);
      expect(body.data).toBeUndefined();
    }
  });

  it('has a sample of every mutation', () => {
    expect([...new Set(SCENARIO.map(({ mutation }) => mutation))].sort()).toEqual(names('mutation').sort());
  });

  it('has samples that fill every field', () => {
    const filled = new Map<string, Set<string>>();
    for (const { mutation, input } of SCENARIO) {
      filled.set(mutation, new Set([...(filled.get(mutation) ?? []), ...Object.keys(input)]));
    }
    for (const { name, args } of rootFields(mutations.schema, 'mutation')) {
      const type = getNamedType(args[0]?.type);
      const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
      const missing = fields.filter((field) => field !== 'expectedVersion' && !filled.get(name)?.has(field));
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });

  /** The first step of a mutation bears the rules that hold wherever it is used. */
  const isFirst = (step: Step): boolean =>
    SCENARIO.find(({ mutation }) => mutation === step.mutation) === step;

  describe.each(SCENARIO.map((step, index) => [index + 1, step.mutation, step] as const))(
    'step %i, %s',
    (_number, name, step) => {
      const as = () => scenario.principal(step.as);
      const tryIt = async (input: Input, principal = as()) => {
        const { problem } = await mutations.try(name, input, principal);
        if (problem !== null) met.add(problem.code as ProblemCode);
        return problem;
      };
      const brief = (problem: ProblemAnswer | null) => problem && `${problem.code} ${problem.field}`;
      const unchanged = async (work: () => Promise<void>) => {
        contents ??= await contentsOf(registry.ownerUrl);
        await work();
        expect(await contentsOf(registry.ownerUrl)).toEqual(contents);
      };

      if (isFirst(step)) {
        it('is refused to every role that may not', () =>
          unchanged(async () => {
            const input = scenario.resolve(step.input) as Input;
            for (const role of ROLES.filter((each) => !PERMISSIONS[name]?.includes(each))) {
              const problem = await tryIt(input, scenario.principal(role));
              expect({ role, problem: brief(problem) }).toEqual({ role, problem: `NOT_PERMITTED ${name}` });
              expect(problem?.type).toBe('NotPermittedProblem');
            }
          }));

        it('is refused with a value that no input takes', () =>
          unchanged(async () => {
            const input = scenario.resolve(step.input) as Input;
            const type = getNamedType(rootField(mutations.schema, name).args[0]?.type);
            if (!isInputObjectType(type)) throw new Error(`${name} takes no input`);
            const wrong = [];
            for (const bad of badValues(type, mutations.complete(name, input))) {
              const problem = await tryIt(bad.input);
              const expected = bad.codes.flatMap((code) => [
                `${code} ${bad.field}`,
                `${code} ${bad.field}.0`,
              ]);
              expected.push(...(SAID_OTHERWISE[bad.field] ?? []));
              if (!expected.includes(brief(problem) ?? '')) wrong.push([bad.value, expected, brief(problem)]);
              expect(problem?.message).not.toBe('');
            }
            expect(wrong).toEqual([]);
          }));

        it('is refused with a day that is none', () =>
          unchanged(async () => {
            const input = mutations.complete(name, scenario.resolve(step.input) as Input);
            for (const [field, value] of Object.entries(input)) {
              if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) continue;
              await expect(mutations.try(name, { ...input, [field]: '2025-02-30' }, as())).rejects.toThrow(
                field,
              );
            }
          }));

        it('is refused for what belongs to another Member State', () =>
          unchanged(async () => {
            if (!PERMISSIONS[name]?.includes('MEMBER_STATE')) return;
            const foreign = other.resolve(step.input) as Input;
            const problem = await tryIt(foreign, scenario.memberState);
            expect(problem?.code).toBe(name === 'draftPledge' ? 'UNKNOWN_MEMBER_STATE' : 'NOT_FOUND');
          }));
      }

      for (const when of ['BEFORE', 'AFTER'] as const) {
        if (when === 'AFTER') {
          it('succeeds', async () => {
            contents = null;
            await scenario.take(step);
            succeeded.add(name);
          });
        }
        const refusals = step.refusals.filter((each) => each.when === when);
        if (refusals.length > 0) {
          it(`is refused, ${when.toLowerCase()} it succeeds: ${refusals.map(({ code }) => code).join(', ')}`, () =>
            unchanged(async () => {
              for (const refusal of refusals) {
                const { problem } = await scenario.try(step, refusal);
                const { code, field, change } = refusal;
                expect([change, brief(problem)]).toEqual([change, `${code} ${field}`]);
                met.add(code);
              }
            }));
        }
      }
    },
  );

  it('had a success of every mutation, and met every rule', () => {
    expect([...succeeded].sort()).toEqual(names('mutation').sort());
    const rules = PROBLEM_CODES.filter((code) => !OF_QUESTIONS.includes(code));
    expect(rules.filter((code) => !met.has(code))).toEqual([]);
  });
});
