import { parse, Kind } from 'graphql';
import { requestContext } from '#api/graphql/request-context.js';
import { LOCALES, type Locale } from '#platform/messages/locale.js';
import { MEMBER_STATES } from '#reference/data/member-states.js';
import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { operationNames, storedOperation } from '#test/support/operations.js';
import { EXAMPLES } from '#test/support/readme.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const OTHERS = LOCALES.filter((locale): locale is Exclude<Locale, 'en'> => locale !== 'en');

/** Fields that people read, written in the language asked for. */
const HUMAN = [
  'text',
  'name',
  'memberStateName',
  'unitTypeName',
  'missionName',
  'personnelTypeName',
  'languageNames',
];
/** Machine names that bear such a field's name, and names given in all languages at once. */
const MACHINE = ['parameterSets', 'names', 'content'];
/** Whether the catalogue of the language has that text itself: where it is the English one, `messages.spec.ts` says why. */
const catalogueSays = (texts: ReadonlyMap<string, string>, said: string): boolean =>
  [...texts.values()].some((text) => text.toLowerCase() === said.toLowerCase());

type Said = readonly [path: string, text: string];

/** Every text that people read in an answer, with its path. */
function saidIn(value: unknown, path = ''): Said[] {
  if (Array.isArray(value)) return value.flatMap((each, place) => saidIn(each, `${path}.${place}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]): Said[] => {
    const at = `${path}.${field}`;
    if (MACHINE.includes(field)) return [];
    if (!HUMAN.includes(field)) return saidIn(inner, at);
    return [inner]
      .flat()
      .filter((text): text is string => typeof text === 'string')
      .map((text) => [at, text]);
  });
}

/** A stored operation, with the variables of the README where it is one of its questions. */
interface Question {
  readonly name: string;
  readonly variables?: Record<string, unknown>;
}

describe('six languages', () => {
  let registry: TestRegistry;
  /** What variables that must be given are given as, by the operation where the name does not tell. */
  let given: Readonly<Record<string, unknown>>;
  /** The catalogue in each language, as the registry tells it. */
  const catalogue = new Map<Locale, ReadonlyMap<string, string>>();

  const answered = async (name: string, locale: Locale, variables = variablesOf(name)) => {
    const { body } = await registry.ask(STAFF, storedOperation(name), { ...variables, locale });
    expect(body.errors).toBeUndefined();
    return body.data;
  };

  function variablesOf(operation: string): Record<string, unknown> {
    const [definition] = parse(storedOperation(operation)).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION)
      throw new Error(`${operation} begins with no operation`);
    const needed = (definition.variableDefinitions ?? []).filter(
      ({ type }) => type.kind === Kind.NON_NULL_TYPE,
    );
    return Object.fromEntries(
      needed.map(({ variable }) => {
        const name = variable.name.value;
        const value = given[`${operation}.${name}`] ?? given[name];
        if (value === undefined) throw new Error(`${operation} is asked with no ${name}`);
        return [name, value];
      }),
    );
  }

  beforeAll(async () => {
    registry = await startRegistry('2025-10-13', 'DEMONSTRATION');
    const { body } = await registry.ask(
      STAFF,
      `{ pledges(first: 200) { nodes { id memberState status { reasons { code } } } }
         visits(first: 1) { nodes { id } } evaluations(first: 1) { nodes { id } } }`,
    );
    const found = body.data as {
      pledges: { nodes: { id: string; memberState: string; status: { reasons: object[] } }[] };
      visits: { nodes: { id: string }[] };
      evaluations: { nodes: { id: string }[] };
    };
    const [pledge] = found.pledges.nodes.sort(
      (left, right) => right.status.reasons.length - left.status.reasons.length,
    );
    given = {
      id: pledge?.id,
      iso3: pledge?.memberState,
      'visit.id': found.visits.nodes[0]?.id,
      'evaluation.id': found.evaluations.nodes[0]?.id,
    };
    for (const locale of LOCALES) {
      const data = (await answered('texts', locale)) as { texts: { key: string; text: string }[] };
      catalogue.set(locale, new Map(data.texts.map(({ key, text }) => [key, text])));
    }
  }, DEMONSTRATION_LOADED);
  afterAll(() => registry.close());

  it.each(operationNames)('can be chosen by a variable of %s', (name) => {
    expect(storedOperation(name)).toContain('$locale: Locale');
  });

  it.each([
    ...operationNames.filter((name) => name !== 'texts').map((name) => ({ name })),
    ...EXAMPLES.map(({ name, variables }) => ({ name, variables })),
  ])('are spoken by $name $variables', async ({ name, variables }: Question) => {
    const english = saidIn(await answered(name, 'en', variables));
    for (const locale of OTHERS) {
      const said = saidIn(await answered(name, locale, variables));
      expect([locale, said.map(([path]) => path)]).toEqual([locale, english.map(([path]) => path)]);
      const texts = catalogue.get(locale) ?? new Map<string, string>();
      const states = new Set(MEMBER_STATES.map(({ names }) => names[locale].text));
      for (const [place, [path, text]] of said.entries()) {
        expect([path, text]).toEqual([path, expect.stringMatching(/^(?!.*(undefined|NaN))[^{}]+$/)]);
        const same = text.toLowerCase() === english[place]?.[1].toLowerCase();
        if (same && !states.has(text) && !catalogueSays(texts, text)) expect([locale, path, text]).toBeNull();
      }
    }
  });

  it('have every text of the registry, none of them reviewed yet', async () => {
    const ask =
      'query ($locale: Locale) { languages(locale: $locale) { code name translation { texts reviewed } } }';
    const { body } = await registry.ask(STAFF, ask, { locale: 'ar' });
    const { languages } = body.data as { languages: { code: string; translation: object | null }[] };
    const spoken = languages.filter(({ translation }) => translation !== null);
    expect(spoken.map(({ code }) => code)).toEqual([...LOCALES]);
    const texts = catalogue.get('en')?.size;
    for (const { translation } of spoken) expect(translation).toEqual({ texts, reviewed: 0 });
  });

  it.each(OTHERS)('are asked for by argument or by header: %s', async (locale) => {
    const ask = async (query: string, header: string, variables = {}) =>
      (await registry.ask(STAFF, query, variables, header)).body.data;
    const byHeader = await ask('{ unitTypes { name } }', `${locale}-XX, en;q=0.5`);
    expect(byHeader).not.toEqual(await ask('{ unitTypes { name } }', 'en'));
    expect(await ask(`{ unitTypes(locale: ${locale}) { name } }`, 'en')).toEqual(byHeader);
    const variable =
      'query ($locale: Locale) { ...Types } fragment Types on Query { unitTypes(locale: $locale) { name } }';
    expect(await ask(variable, 'en', { locale })).toEqual(byHeader);
    const byDefault = `query ($locale: Locale = ${locale}) { unitTypes(locale: $locale) { name } }`;
    expect(await ask(byDefault, 'en')).toEqual(byHeader);
    expect(await ask(variable, locale, { locale: null })).toEqual(byHeader);
  });

  it('are not mixed in one answer', async () => {
    const { body, status } = await registry.ask(
      STAFF,
      '{ unitTypes(locale: ar) { name } missions(locale: ru) { name } }',
    );
    expect([status, body.data]).toEqual([400, undefined]);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each(OTHERS)('are spoken by what refuses a change or a question: %s', async (locale) => {
    const wrong = `mutation ($locale: Locale) {
      confirmPledge(locale: $locale, input: { pledgeId: "5f0c8d9e-0000-7000-8000-000000000000", confirmedOn: "2025-10-01" })
      { ... on Problem { code message } } }`;
    const ofChange = (body: { data?: Record<string, unknown> | null }) =>
      (body.data?.['confirmPledge'] as { message: string }).message;
    const byHeader = await registry.ask(STAFF, wrong, {}, locale);
    const byArgument = await registry.ask(STAFF, wrong, { locale });
    expect(ofChange(byArgument.body)).toBe(ofChange(byHeader.body));
    expect(ofChange(byHeader.body)).not.toBe(ofChange((await registry.ask(STAFF, wrong)).body));
    for (const [query, variables] of [
      // A day that there is none of, in the document and as a variable; a day that may not be asked of; two changes.
      ['{ pledges(asOf: "2025-02-30") { totalCount } }', {}],
      ['query ($asOf: PlainDate) { pledges(asOf: $asOf) { totalCount } }', { asOf: '2025-02-30' }],
      ['{ pledges(asOf: "1989-12-31") { totalCount } }', {}],
      ['mutation { a: nothing b: nothing }', {}],
    ] as const) {
      const inEnglish = (await registry.ask(STAFF, query, variables)).body.errors ?? [];
      const told = (await registry.ask(STAFF, query, variables, locale)).body.errors ?? [];
      expect(told.length).toBe(inEnglish.length);
      // GraphQL's own errors, such as that of an unknown field, are English wherever GraphQL is used.
      const ours = told.filter(({ message }, place) => message !== inEnglish[place]?.message);
      expect([query, ours.length]).toEqual([query, 1]);
      expect(ours[0]?.message).not.toMatch(/[{}]|undefined|the calendar|root field/);
    }
  });

  it.each(OTHERS)('are spoken to who has not signed in: %s', async (locale) => {
    const keys = {
      ...{ signing: new Uint8Array(), keyId: '', thumbprint: '' },
      keySet: () => Promise.reject(new Error('no token is looked into')),
    };
    const told = async (language: string) => {
      const asked = requestContext(keys, { headers: { 'accept-language': language } });
      return asked.then(String, ({ message }: Error) => message);
    };
    expect(await told('en')).toContain('Sign in');
    expect(await told(locale)).not.toBe(await told('en'));
  });
});
