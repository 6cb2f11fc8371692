import { storedOperation } from '#test/support/operations.js';
import { writeRows } from '#test/support/pledge-rows.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';

const DAY = '2025-03-03';
/** More than are read at once; every third lapses before the others, as it was registered earlier. */
const SIZES = { RWA: 1_500, NPL: 700, FJI: 2 };
const ALL = 2_202;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string };
  readonly nodes: readonly {
    readonly reference: string;
    readonly status: { readonly nextChangeOn: string };
  }[];
}

describe('a registry of more pledges than are read at once', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry('2025-10-13');
    await writeRows(registry.appUrl, (write) => {
      for (const [state, size] of Object.entries(SIZES)) {
        for (let place = 1; place <= size; place += 1) {
          const day = place % 3 === 0 ? '2025-03-02' : DAY;
          const reference = `UNIT-${String(place).padStart(4, '0')}`;
          const member_state = state;
          const pledge_id = write('pledge', day, { member_state, reference, unit_type: 'CANINE' });
          const step = { member_state, pledge_id, state: 'REGISTERED', occurred_on: day };
          write('lifecycle_step', day, step);
        }
      }
    });
  }, 120_000);
  afterAll(() => registry.close());

  const pages = async (variables: object): Promise<Page> => {
    const answer = await registry.ask(STAFF, storedOperation('pledges'), { ...variables });
    expect(answer.body.errors).toBeUndefined();
    return answer.body.data?.['pledges'] as Page;
  };

  it('is sorted by status across the batches, page by page', async () => {
    const asked = { sort: { by: 'NEXT_CHANGE_ON' }, first: 200 };
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const { nodes, pageInfo, totalCount } = await pages({ ...asked, after });
      expect(totalCount).toBe(ALL);
      seen.push(...nodes.map(({ status }) => status.nextChangeOn));
      after = pageInfo.endCursor;
    }
    const earlier = Math.floor(SIZES.RWA / 3) + Math.floor(SIZES.NPL / 3);
    expect(seen).toEqual([
      ...Array.from({ length: earlier }, () => '2026-03-03'),
      ...Array.from({ length: 1000 - earlier }, () => '2026-03-04'),
    ]);
  });

  it('is filtered by status across the batches', async () => {
    const { totalCount, nodes } = await pages({ filter: { statuses: ['NOT_ESTABLISHED'] }, first: 3 });
    expect(totalCount).toBe(ALL);
    expect(nodes.map(({ reference }) => reference)).toEqual(['UNIT-0001', 'UNIT-0001', 'UNIT-0001']);
  });

  it('has every Member State whole on the board, with one statement more for the second batch', async () => {
    // Of today it may be kept already; of another day it is computed.
    const { body, statements } = await registry.ask(STAFF, storedOperation('board'), { asOf: '2025-10-01' });
    const board = body.data?.['board'] as { rows: { memberState: { iso3: string }; pool: number }[] };
    const pools = board.rows.filter(({ pool }) => pool > 0);
    expect(Object.fromEntries(pools.map(({ memberState, pool }) => [memberState.iso3, pool]))).toEqual(SIZES);
    expect(statements).toBe(4);
  });
});
