import { DEMONSTRATION_LOADED } from '#test/support/database.js';
import { storedOperation } from '#test/support/operations.js';
import { EXAMPLES, README } from '#test/support/readme.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

/**
 * The part of an answer that a shortened one shows: of an object the keys it names, of a list as many as it names; a list
 * that it shows as empty is empty.
 */
function shortened(answer: unknown, shown: unknown): unknown {
  if (Array.isArray(shown) && Array.isArray(answer)) {
    if (shown.length === 0) return answer;
    return answer.slice(0, shown.length).map((item: unknown, place) => shortened(item, shown[place]));
  }
  if (typeof shown !== 'object' || shown === null || typeof answer !== 'object' || answer === null)
    return answer;
  const given = answer as Record<string, unknown>;
  return Object.fromEntries(Object.entries(shown).map(([key, part]) => [key, shortened(given[key], part)]));
}

describe('the answers in the README', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry('2025-10-13', 'DEMONSTRATION');
  }, DEMONSTRATION_LOADED);
  afterAll(() => registry?.close());

  it('are held to what comes, each that is printed', () => {
    expect(EXAMPLES).toHaveLength(README.match(/```sh\nask /g)?.length ?? 0);
  });

  it('show the questions of the tour', () => {
    const asked = new Set(EXAMPLES.map(({ name }) => name));
    for (const name of [
      'member-state',
      'board',
      'pledges',
      'pledge',
      'visits',
      'evaluations',
      'follow-ups',
      'hospital-comparison',
    ]) {
      expect(asked).toContain(name);
    }
  });

  it.each(EXAMPLES)('$name $variables', async ({ name, variables, answer }) => {
    const { body } = await registry.ask(STAFF, storedOperation(name), variables);
    expect(body.errors).toBeUndefined();
    expect(shortened(body.data, answer)).toEqual(answer);
  });
});
