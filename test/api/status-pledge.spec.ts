import { newId } from '#platform/ids.js';
import { changed } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { draftInput } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type Answer, type TestRegistry } from '#test/support/registry.js';

interface Named {
  readonly kind: string;
  readonly id: string;
}
interface PledgeAnswer {
  readonly id: string;
  readonly description: { readonly title: string };
  readonly lifecycle: string;
  readonly status: {
    readonly asOf: string;
    readonly level: string;
    readonly status: string;
    readonly nextChangeOn: string | null;
    readonly reasons: readonly { code: string; text: string; params: object; records: readonly Named[] }[];
    readonly ladder: { readonly next: string; readonly missing: readonly { code: string; text: string }[] };
  };
  readonly facts: Record<string, unknown> & {
    readonly documents: readonly { type: string; receivedOn: string; records: readonly Named[] }[];
  };
  readonly timeline: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly (Named & {
      readonly day: string;
      readonly recordedRole: string;
      readonly content: readonly { name: string; value: string }[];
      readonly voided: object | null;
    })[];
  };
}

const pledgeIn = ({ body }: Answer) => body.data?.['pledge'] as PledgeAnswer | null | undefined;

describe('question 4: one pledge', () => {
  let registry: TestRegistry;
  let id: string;
  beforeAll(async () => {
    registry = await startRegistry();
    const input = draftInput({ describedOn: '2025-01-02', title: 'Infantry battalion 1' });
    ({ id } = await changed(registry, memberState('RWA'), 'draftPledge', input, 'Pledge { id }'));
    for (const [type, receivedOn] of [
      ['NOTE_VERBALE', '2025-02-01'],
      ['LOAD_LIST', '2025-06-01'],
    ]) {
      await changed(registry, STAFF, 'addDocument', { pledgeId: id, type, receivedOn });
    }
  });
  afterAll(() => registry.close());

  const ask = (variables: Record<string, unknown> = {}, who = STAFF, locale = 'en') =>
    registry.ask(who, storedOperation('pledge'), { id, ...variables }, locale);
  const asked = async (...question: Parameters<typeof ask>): Promise<PledgeAnswer> => {
    const answer = await ask(...question);
    const pledge = pledgeIn(answer);
    if (!pledge) throw new Error(answer.text);
    return pledge;
  };

  it('answers in four statements', async () => {
    expect((await ask()).statements).toBe(4);
  });

  it('says why, with the record behind each reason', async () => {
    const { status, lifecycle, description } = await asked();
    expect([lifecycle, description.title, status.level, status.status]).toEqual([
      'DRAFT',
      'Infantry battalion 1',
      'NONE',
      'NOT_IN_POOL',
    ]);
    expect(
      status.reasons.map(({ code, params, records }) => ({
        code,
        params,
        kinds: records.map(({ kind }) => kind),
      })),
    ).toEqual([{ code: 'LIFECYCLE', params: { state: 'DRAFT' }, kinds: ['LIFECYCLE_STEP'] }]);
  });

  it('speaks the language asked for', async () => {
    const [english, french] = [await asked(), await asked({}, STAFF, 'fr')];
    expect(english.status.reasons[0]?.text).not.toBe(french.status.reasons[0]?.text);
    expect(french.status.ladder.missing[0]?.text).toMatch(/\.$/);
  });

  it('names what the next level asks for', async () => {
    const { ladder } = (await asked()).status;
    expect(ladder.next).toBe('LEVEL_1');
    expect(ladder.missing.map(({ code }) => code)).toEqual([
      'PLEDGE_ACTIVE',
      'DOCUMENT_HELD',
      'DOCUMENT_HELD',
      'DOCUMENT_HELD',
    ]);
  });

  it('tells the facts with days and records, and the timeline the latest first', async () => {
    const { facts, timeline } = await asked();
    expect(facts.documents.map(({ type, receivedOn }) => [type, receivedOn])).toEqual([
      ['NOTE_VERBALE', '2025-02-01'],
      ['LOAD_LIST', '2025-06-01'],
    ]);
    expect(timeline.nodes.map(({ kind, day }) => [kind, day])).toEqual([
      ['DOCUMENT', '2025-06-01'],
      ['DOCUMENT', '2025-02-01'],
      ['PLEDGE_DESCRIPTION', '2025-01-02'],
      ['LIFECYCLE_STEP', '2025-01-02'],
    ]);
    expect(facts.documents[1]?.records).toEqual([{ kind: 'DOCUMENT', id: timeline.nodes[0]?.id }]);
    expect(timeline.nodes[0]?.content).toEqual([
      { name: 'type', value: 'LOAD_LIST' },
      { name: 'receivedOn', value: '2025-06-01' },
    ]);
  });

  it('pages the timeline', async () => {
    const first = (await asked({ first: 3 })).timeline;
    const { endCursor } = first.pageInfo;
    const rest = (await asked({ first: 3, after: endCursor })).timeline;
    expect([first.nodes.length, first.pageInfo.hasNextPage, first.totalCount]).toEqual([3, true, 4]);
    expect([rest.nodes.length, rest.pageInfo.hasNextPage, rest.totalCount]).toEqual([1, false, 4]);
    const tooMany = await ask({ first: 201 });
    expect(tooMany.body.errors?.[0]?.extensions?.['code']).toBe('TOO_LARGE');
  });

  it('sees no future as of an earlier day', async () => {
    const { facts, timeline, status } = await asked({ asOf: '2025-03-01' });
    expect(status.asOf).toBe('2025-03-01');
    expect(facts.documents).toHaveLength(1);
    expect(timeline.totalCount).toBe(3);
  });

  it('is null before its first step, where it is hidden, missing or no id', async () => {
    expect(pledgeIn(await ask({ asOf: '2025-01-01' }))).toBeNull();
    expect(pledgeIn(await ask({}, memberState('GHA')))).toBeNull();
    expect(pledgeIn(await ask({ id: newId(new Date()) }))).toBeNull();
    expect(pledgeIn(await ask({ id: 'no id' }))).toBeNull();
    expect(pledgeIn(await ask({}, memberState('RWA')))?.id).toBe(id);
  });

  it('refuses days and instants that nobody can answer for', async () => {
    const codes = await Promise.all(
      [{ asOf: '1989-12-31' }, { asOf: '2035-10-14' }, { knownOn: '2025-10-13T12:00:01Z' }].map(
        async (variables) => {
          const { body } = await ask(variables);
          return body.errors?.[0]?.extensions?.['code'];
        },
      ),
    );
    expect(codes).toEqual(['AS_OF_OUT_OF_RANGE', 'AS_OF_OUT_OF_RANGE', 'KNOWN_ON_IN_FUTURE']);
  });
});
