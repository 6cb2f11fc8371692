import { operationNames, storedOperation } from '#test/support/operations.js';
import { writePledge, writeRows } from '#test/support/pledge-rows.js';
import { deployedPledge, plannedVisit, recordedEvaluation } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

/** A question may cost no more, whatever the size of its page. */
const MOST_STATEMENTS = 4;

/** What each stored operation is asked with; one without an entry fails. */
const VARIABLES: Readonly<Record<string, Record<string, unknown>>> = {
  board: {},
  'board-history': {},
  comparison: { earlier: { asOf: '2025-09-13', knownOn: '2025-10-13T11:00:00Z' } },
  'contribution-trend': { filter: { memberStates: ['RWA'] } },
  contributions: { by: ['MISSION', 'PERSONNEL_TYPE'] },
  evaluation: {},
  evaluations: {},
  'follow-ups': {},
  forecast: {},
  'hospital-comparison': {},
  languages: {},
  'member-state': { iso3: 'RWA' },
  'member-state-follow-ups': { iso3: 'RWA' },
  'member-state-history': { iso3: 'RWA' },
  'member-states': {},
  'member-states-forecast': {},
  missions: {},
  'parameter-sets': {},
  pledge: {},
  'pledge-evidence': {},
  'pledge-history': {},
  pledges: {},
  'requirement-statements': { unitType: 'FORMED_POLICE_UNIT' },
  texts: {},
  'unit-types': {},
  visit: {},
  'visit-kinds': {},
  visits: {},
  'what-if': {
    suppositions: [{ stepTaken: { to: 'RETURNED' } }, { unitBarred: { decision: 'D-1' } }],
    rules: { parameterSet: 1 },
  },
  'womens-share': { filter: { missions: ['UNMISS'] } },
};

/** What no Member State is answered. */
const STAFF_ALONE = ['hospital-comparison'];

describe('stored operations', () => {
  let registry: TestRegistry;
  /** A record of the asking Member State for each operation that takes an `id`; a pledge unless told. */
  let ids: Readonly<Record<string, string>>;
  let pledge: string;
  beforeAll(async () => {
    registry = await startRegistry();
    pledge = await deployedPledge(registry, 'RWA', 'RWA-1');
    const visit = await plannedVisit(registry, 'AAV', [pledge], ['2025-09-01', '2025-09-05']);
    ids = { visit, evaluation: await recordedEvaluation(registry, pledge) };
    await writeRows(registry.appUrl, (write) => {
      for (let place = 1; place <= 40; place += 1) {
        writePledge(write, { memberState: place % 2 === 0 ? 'RWA' : 'NPL', reference: `UNIT-${place}` });
      }
    });
  });
  afterAll(() => registry.close());

  it('are all asked here', () => {
    expect(Object.keys(VARIABLES).sort()).toEqual(operationNames);
  });

  it.each(operationNames)('%s answers within four statements, whatever the page size', async (name) => {
    for (const principal of STAFF_ALONE.includes(name) ? [STAFF] : [STAFF, memberState('RWA')]) {
      // The first who asks may have to compute what is then kept.
      const cold = await registry.ask(principal, storedOperation(name), {
        id: ids[name] ?? pledge,
        ...VARIABLES[name],
      });
      expect(cold.statements).toBeLessThanOrEqual(MOST_STATEMENTS);
      const counts = new Set<number>();
      for (const first of [1, 20, 200]) {
        const variables = { id: ids[name] ?? pledge, first, ...VARIABLES[name] };
        const answer = await registry.ask(principal, storedOperation(name), variables);
        expect(answer.body.errors).toBeUndefined();
        expect(Object.values(answer.body.data ?? {})).not.toContain(null);
        counts.add(answer.statements);
      }
      expect(counts.size).toBe(1);
      expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_STATEMENTS);
    }
  });
});
