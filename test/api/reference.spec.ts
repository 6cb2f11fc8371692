import { PARAMETER_NAMES, PARAMETER_SET_1 } from '#readiness/parameters.js';
import { UNIT_TYPE_CODES } from '#reference/data/unit-types.js';
import { storedOperation } from '#test/support/operations.js';
import { EVALUATOR, memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

interface Named {
  readonly iso3: string;
  readonly regionalGroup: string;
  readonly name: string;
  readonly names: readonly { readonly locale: string; readonly text: string }[];
  readonly aliases: readonly string[];
}

describe('reference data', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  const ask = async <Row>(name: string, field: string, locale?: string, variables = {}) => {
    const { body } = await registry.ask(STAFF, storedOperation(name), variables, locale);
    expect(body.errors).toBeUndefined();
    return body.data?.[field] as Row[];
  };

  it('has the 193 Member States in groups of 54, 54, 23, 33 and 29', async () => {
    const states = await ask<Named>('member-states', 'memberStates');
    expect(states).toHaveLength(193);
    const sizes = new Map<string, number>();
    for (const { regionalGroup } of states) sizes.set(regionalGroup, (sizes.get(regionalGroup) ?? 0) + 1);
    expect([...sizes].sort()).toEqual([
      ['AFRICAN', 54],
      ['ASIA_PACIFIC', 54],
      ['EASTERN_EUROPEAN', 23],
      ['LATIN_AMERICAN_AND_CARIBBEAN', 33],
      ['WESTERN_EUROPEAN_AND_OTHERS', 29],
    ]);
    expect(states.every(({ names }) => names.length === 6)).toBe(true);
    expect(states.find(({ iso3 }) => iso3 === 'TUR')).toMatchObject({
      name: 'Türkiye',
      regionalGroup: 'WESTERN_EUROPEAN_AND_OTHERS',
      aliases: ['Turkey'],
    });
  });

  it.each(['ar', 'zh', 'en', 'fr', 'ru', 'es'])('names them in %s', async (locale) => {
    const states = await ask<Named>('member-states', 'memberStates', locale);
    for (const { name, names } of states)
      expect(names).toContainEqual(expect.objectContaining({ locale, text: name }));
  });

  it('has every unit type, counter-UAS among them', async () => {
    const types = await ask<{ code: string }>('unit-types', 'unitTypes');
    expect(types.map(({ code }) => code)).toEqual([...UNIT_TYPE_CODES].sort());
    expect(types).toContainEqual(
      expect.objectContaining({ code: 'COUNTER_UAS_UNIT', component: 'MILITARY' }),
    );
  });

  it('has closed missions, too', async () => {
    const missions = await ask<{ code: string; closedOn: string | null }>('missions', 'missions');
    expect(missions.find(({ code }) => code === 'UNTSO')?.closedOn).toBeNull();
    expect(missions.find(({ code }) => code === 'UNITAMS')?.closedOn).toBe('2024-02-29');
  });

  it('has requirement statements by version, with critical lines and self-sustainment', async () => {
    const statements = await ask<{
      version: number;
      strength: number;
      equipment: object[];
      selfSustainment: object[];
    }>('requirement-statements', 'requirementStatements', 'en', { unitType: 'FORMED_POLICE_UNIT' });
    expect(statements.map(({ version, strength }) => [version, strength])).toEqual([
      [1, 160],
      [2, 180],
    ]);
    expect(statements[1]?.equipment).toContainEqual({
      item: 'AMBULANCE',
      name: 'ambulance',
      quantity: 2,
      critical: true,
    });
    expect(statements[1]?.selfSustainment).toContainEqual(
      expect.objectContaining({ category: 'CATERING', required: 180 }),
    );
    expect(await ask('requirement-statements', 'requirementStatements')).not.toHaveLength(2);
  });

  it('has parameter set 1 with a source for every value', async () => {
    const [set] = await ask<{ number: number; values: { name: string; value: number; source: string }[] }>(
      'parameter-sets',
      'parameterSets',
    );
    expect(set?.number).toBe(1);
    expect(set?.values.map(({ name }) => name)).toEqual([...PARAMETER_NAMES].sort());
    for (const { name, value, source } of set?.values ?? []) {
      expect([name, value]).toEqual([name, PARAMETER_SET_1[name as keyof typeof PARAMETER_SET_1].value]);
      expect(source).not.toBe('');
    }
  });

  it('is the same for every role', async () => {
    const texts = [STAFF, EVALUATOR, memberState('RWA')].map(
      async (principal) => (await registry.ask(principal, storedOperation('member-states'))).text,
    );
    expect(new Set(await Promise.all(texts)).size).toBe(1);
  });
});
