import { change, changed, type Input } from '#test/support/changes.js';
import { storedOperation } from '#test/support/operations.js';
import { pledgeIn } from '#test/support/recorded.js';
import { memberState, STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { countAll, offerAll, requirement } from '#test/support/requirements.js';

const RWANDA = memberState('RWA');
const V1 = requirement('SUR_FORMED_POLICE_UNIT_V1');
const V2 = requirement('SUR_FORMED_POLICE_UNIT_V2');
const FROM = '2024-07-01';

interface Part extends Input {
  readonly item?: string;
  readonly category?: string;
}
interface Alignment extends Input {
  readonly strength: Part;
  readonly equipmentLines: readonly Part[];
  readonly selfSustainmentCategories: readonly Part[];
}
interface Review {
  readonly pledgeReference: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly statement: { readonly id: string };
  readonly newest: { readonly id: string } | null;
  readonly dueSince: string | null;
  readonly decision: { readonly conclusion: string; readonly reason: string } | null;
  readonly differences: readonly Input[];
}
interface Asked {
  readonly requirementAlignment: Alignment | null;
  readonly requirementReviews: readonly Review[];
}

describe('requirements', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  const ask = async (id: string, at: Input = {}): Promise<Asked> => {
    const { body } = await registry.ask(STAFF, storedOperation('pledge'), { id, ...at });
    expect(body.errors).toBeUndefined();
    return body.data?.['pledge'] as Asked;
  };
  const reviews = async (id: string, at: Input = {}) => (await ask(id, at)).requirementReviews;
  const brief = (found: readonly Review[]) =>
    found.map(({ record, statement, dueSince }) => [record.kind, statement.id, dueSince]);
  const due = async (id: string, asOf: string) => brief(await reviews(id, { asOf }));
  const described = (more: Input = {}) =>
    pledgeIn(registry, 'REGISTERED', { requirementStatementId: V1.id, ...more });
  const align = (pledgeId: string, content: Input) =>
    changed(
      registry,
      RWANDA,
      'alignWithRequirement',
      { pledgeId, ...content },
      'RequirementAlignment { id }',
    );
  const review = (pledgeId: string, expectedVersion: number, more: Input) => {
    const said = { requirementStatementId: V2.id, reason: 'Compared line by line', ...more };
    const input = { pledgeId, expectedVersion, ...said };
    return changed(registry, STAFF, 'reviewRequirement', input, 'RequirementReview { id conclusion }');
  };
  const pass = (minutes: number) => {
    registry.clock.moveTo(new Date(registry.clock.now().getTime() + minutes * 60_000));
    return registry.clock.now();
  };

  describe('by line', () => {
    const line = ({ equipmentLines }: Alignment, item: string) =>
      equipmentLines.find((each) => each.item === item);

    it('are asked for by the description where nothing is aligned, and nothing reads as offered', async () => {
      const { id } = await described();
      const { requirementAlignment: found } = await ask(id);
      expect(found).toMatchObject({
        statement: { id: V1.id },
        newest: { id: V2.id, effectiveOn: FROM },
        ...{ alignedOn: null, gaps: null, note: null },
        strength: { asked: V1.strength, offered: null, measured: null, shortfall: null, newestAsked: 180 },
        records: [{ kind: 'PLEDGE_DESCRIPTION' }],
      });
      expect(found?.equipmentLines.filter(({ asked }) => asked !== null)).toHaveLength(V1.equipment.length);
      for (const { offered, gap, extra } of found?.equipmentLines ?? []) {
        expect([offered, gap, extra]).toEqual([null, false, false]);
      }
      const { id: without } = await pledgeIn(registry, 'REGISTERED');
      expect(await ask(without)).toMatchObject({ requirementAlignment: null, requirementReviews: [] });
    });

    it('are held against what is offered, agreed, measured, and asked for by the newest version', async () => {
      const { id } = await described();
      const offer = offerAll(V1, '2024-06-01', {
        POLICE_ARMOURED_VEHICLE: { offered: 5 },
        GENERATOR: { offered: 5, variation: 'The sixth is hired' },
        LAUNDRY: { offered: 0 },
      });
      const extra = { item: 'FORKLIFT', offered: 1 };
      await align(id, {
        ...offer,
        ...{ strength: V1.strength - 10, strengthVariation: 'Without interpreters' },
        equipmentLines: [...(offer['equipmentLines'] as object[]), extra],
      });
      const measured = {
        ...{ pledgeId: id, measuredOn: '2024-06-10', basis: 'BY_LINE' },
        personnel: { required: V1.strength, available: 120 },
        equipmentLines: countAll(V1, {
          POLICE_ARMOURED_VEHICLE: { agreed: 5, present: 4, serviceable: 3 },
          GENERATOR: { agreed: 5, present: 5 },
        }),
        selfSustainmentCategories: [{ category: 'CATERING', required: 160, available: 100 }],
      };
      await changed(registry, RWANDA, 'recordMeasurement', measured);
      const { requirementAlignment: found } = await ask(id);
      if (found === null) throw new Error('nothing is aligned');
      expect(found).toMatchObject({ alignedOn: '2024-06-01', gaps: 2 });
      expect(found.strength).toEqual({
        ...{ asked: 160, offered: 150, variation: 'Without interpreters', gap: false, shortfall: 40 },
        newestAsked: 180,
        measured: { measuredOn: '2024-06-10', required: 160, available: 120 },
      });
      expect(line(found, 'POLICE_ARMOURED_VEHICLE')).toMatchObject({
        ...{ name: 'armoured police vehicle', critical: true, extra: false, asked: 6, offered: 5, gap: true },
        measured: { measuredOn: '2024-06-10', agreed: 5, present: 4, serviceable: 3 },
        ...{ shortfall: 2, newestAsked: 8 },
      });
      expect(line(found, 'GENERATOR')).toMatchObject({
        ...{ offered: 5, gap: false, variation: 'The sixth is hired', shortfall: 1, newestAsked: null },
      });
      expect(line(found, 'FORKLIFT')).toMatchObject({
        ...{ asked: null, offered: 1, extra: true, gap: false, shortfall: null, newestAsked: null },
      });
      // Asked for by the newest version only.
      expect(line(found, 'UAS_CLASS_I')).toMatchObject({
        ...{ asked: null, offered: 0, extra: false, gap: false, newestAsked: 2 },
      });
      const category = (code: string) =>
        found.selfSustainmentCategories.find((each) => each.category === code);
      expect(category('LAUNDRY')).toMatchObject({ offered: 0, gap: true, measured: null, shortfall: null });
      expect(category('CATERING')).toMatchObject({
        offered: 160,
        gap: false,
        shortfall: 60,
        newestAsked: 180,
      });
    });

    it('are measured by the latest by line, critical ones also by later totals', async () => {
      const { id } = await described();
      const counted = (vehicles: number, otherwise: Record<string, Input> = {}) =>
        countAll(V1, {
          POLICE_ARMOURED_VEHICLE: { present: vehicles },
          AMBULANCE: { agreed: 2, present: 2 },
          ...otherwise,
        });
      const critical = ['POLICE_ARMOURED_VEHICLE', 'AMBULANCE'];
      const count = (measuredOn: string, basis: string, lines: readonly object[]) =>
        changed(registry, RWANDA, 'recordMeasurement', {
          pledgeId: id,
          measuredOn,
          basis,
          equipmentLines: lines,
        });
      await count('2024-04-01', 'BY_LINE', counted(6, { PASSENGER_BUS: { present: 2 } }));
      await count('2024-05-01', 'BY_LINE', counted(5));
      const totals = counted(3).filter(({ item }) => critical.includes(String(item)));
      await count('2024-06-01', 'TOTALS_ONLY', totals);
      const present = async (asOf: string) => {
        const { requirementAlignment: found } = await ask(id, { asOf });
        return found?.equipmentLines.flatMap(({ item, measured, shortfall }) =>
          measured && [...critical, 'PASSENGER_BUS'].includes(String(item))
            ? [[item, (measured as { present: number }).present, shortfall]]
            : [],
        );
      };
      const was = (vehicles: number, buses: number) => [
        ['AMBULANCE', 2, 0],
        ['POLICE_ARMOURED_VEHICLE', vehicles, 6 - vehicles],
        ['PASSENGER_BUS', buses, 4 - buses],
      ];
      expect(await present('2024-04-30')).toEqual(was(6, 2));
      expect(await present('2024-05-31')).toEqual(was(5, 4));
      expect(await present('2024-06-01')).toEqual(was(3, 4));
    });

    it('are aligned on a day, known from an instant, and corrected', async () => {
      const { id, version } = await described();
      const before = registry.clock.now();
      pass(1);
      const { id: fact } = await align(id, offerAll(V1, '2024-06-01', { AMBULANCE: { offered: 0 } }));
      expect((await ask(id, { asOf: '2024-05-31' })).requirementAlignment).toMatchObject({ alignedOn: null });
      expect((await ask(id, { knownOn: before })).requirementAlignment).toMatchObject({ gaps: null });
      expect((await ask(id)).requirementAlignment).toMatchObject({ gaps: 1 });
      pass(1);
      await changed(registry, STAFF, 'correct', {
        ...{ kind: 'REQUIREMENT_ALIGNMENT', id: fact, reason: 'Misread', expectedVersion: version },
        replacement: { requirementAlignment: offerAll(V1, '2024-06-01') },
      });
      expect((await ask(id)).requirementAlignment).toMatchObject({ gaps: 0 });
      const { body } = await registry.ask(
        STAFF,
        `query ($id: ID!) { pledge(id: $id) { timeline { nodes { kind voided { reason } content { name value } } } } }`,
        { id },
      );
      const { nodes } = (body.data?.['pledge'] as { timeline: { nodes: readonly Input[] } }).timeline;
      const told = nodes.filter(({ kind }) => kind === 'REQUIREMENT_ALIGNMENT');
      expect(told).toHaveLength(2);
      const lines = { name: 'equipmentLines', value: expect.stringContaining('AMBULANCE 0/1') as string };
      expect(told.find(({ voided }) => voided !== null)?.['content']).toContainEqual(lines);
    });
  });

  describe('of a new version', () => {
    it('are due for review from its day, and what differs is told', async () => {
      const { id } = await described();
      expect(await due(id, '2024-06-30')).toEqual([['PLEDGE_DESCRIPTION', V1.id, null]]);
      expect(await due(id, FROM)).toEqual([['PLEDGE_DESCRIPTION', V1.id, FROM]]);
      const [found] = await reviews(id);
      expect(found).toMatchObject({ dueSince: FROM, newest: { id: V2.id }, decision: null });
      const told = found?.differences.map(({ part, code, asked, newestAsked }) => [
        part,
        code,
        asked,
        newestAsked,
      ]);
      expect(told?.slice(0, 6)).toEqual([
        ['STRENGTH', null, 160, 180],
        ['EQUIPMENT', 'AMBULANCE', 1, 2],
        ['EQUIPMENT', 'POLICE_ARMOURED_VEHICLE', 6, 8],
        ['EQUIPMENT', 'LIGHT_PATROL_VEHICLE', 14, 18],
        ['EQUIPMENT', 'RIOT_CONTROL_SET', 130, 150],
        ['EQUIPMENT', 'UAS_CLASS_I', 0, 2],
      ]);
      expect(found?.differences.find(({ code }) => code === 'UAS_CLASS_I')).toMatchObject({
        ...{ name: 'class I unmanned aircraft system', critical: null, newestCritical: false },
      });
      expect(await reviews(id, { asOf: '2024-06-30' })).toMatchObject([{ differences: [] }]);
    });

    it('are due only while the pledge is in the pool, committed or deployed', async () => {
      const { id } = await pledgeIn(registry, 'RETURNED', { requirementStatementId: V1.id });
      expect(await due(id, '2025-07-31')).toEqual([['PLEDGE_DESCRIPTION', V1.id, FROM]]);
      expect(await due(id, '2025-08-01')).toEqual([['PLEDGE_DESCRIPTION', V1.id, null]]);
      const { id: draft } = await pledgeIn(registry, 'DRAFT', { requirementStatementId: V1.id });
      expect(await due(draft, '2025-10-01')).toEqual([['PLEDGE_DESCRIPTION', V1.id, null]]);
    });

    it('are due since the pledge stands where it is due, however often it is described on the old version', async () => {
      const { id, version } = await described({ describedOn: '2024-02-01' });
      const input = { pledgeId: id, expectedVersion: version, describedOn: '2025-01-01', title: 'Renamed' };
      await changed(registry, RWANDA, 'describePledge', input);
      expect(await due(id, '2025-06-01')).toEqual([['PLEDGE_DESCRIPTION', V1.id, FROM]]);
      const old = 'SUR_INFANTRY_BATTALION_V1';
      const late = { unitType: 'INFANTRY_BATTALION', requirementStatementId: old };
      const { id: battalion } = await described(late);
      // Version 2 took effect in 2023; the pledge was registered on 2024-03-01.
      expect(await due(battalion, '2025-06-01')).toEqual([['PLEDGE_DESCRIPTION', old, '2024-03-01']]);
    });

    it('are settled for what is recorded on the new version, record by record', async () => {
      const { id, version } = await described();
      await align(id, offerAll(V1, '2024-06-01'));
      const agreement = { signedOn: '2024-06-15', fromOn: FROM, untilOn: '2024-10-31', commitmentDays: 60 };
      const agree = (more: Input) =>
        changed(registry, STAFF, 'agreeRdl', { pledgeId: id, ...agreement, ...more });
      await agree({ requirementStatementId: V1.id });
      const on = (description: string, alignment: string, rdl: string) => {
        const since = (statement: string) => (statement === V1.id ? FROM : null);
        return [
          ['PLEDGE_DESCRIPTION', description, since(description)],
          ['RDL_AGREEMENT', rdl, since(rdl)],
          ['REQUIREMENT_ALIGNMENT', alignment, since(alignment)],
        ];
      };
      expect(await due(id, '2024-08-01')).toEqual(on(V1.id, V1.id, V1.id));
      await changed(registry, RWANDA, 'describePledge', {
        ...{
          pledgeId: id,
          expectedVersion: version,
          describedOn: '2024-09-01',
          requirementStatementId: V2.id,
        },
      });
      expect(await due(id, '2024-09-01')).toEqual(on(V2.id, V1.id, V1.id));
      await align(id, offerAll(V2, '2024-10-01'));
      expect(await due(id, '2024-10-01')).toEqual(on(V2.id, V2.id, V1.id));
      const next = { signedOn: '2024-11-01', fromOn: '2024-11-01', untilOn: '2025-12-31' };
      await agree({ ...next, requirementStatementId: V2.id });
      expect(await due(id, '2024-11-01')).toEqual(on(V2.id, V2.id, V2.id));
      expect(await due(id, '2024-08-01')).toEqual(on(V1.id, V1.id, V1.id));
    });

    it('are settled by a decision that nothing changes; one that a change is needed stays', async () => {
      const { id, version } = await described();
      const before = pass(1);
      pass(1);
      const { id: fact } = await review(id, version, { reviewedOn: '2024-08-01', conclusion: 'NO_CHANGE' });
      expect(await due(id, '2024-07-31')).toEqual([['PLEDGE_DESCRIPTION', V1.id, FROM]]);
      expect(await reviews(id)).toMatchObject([
        { dueSince: null, decision: { conclusion: 'NO_CHANGE', reviewedOn: '2024-08-01' } },
      ]);
      expect(await reviews(id, { knownOn: before })).toMatchObject([{ dueSince: FROM, decision: null }]);
      pass(1);
      await changed(registry, STAFF, 'correct', {
        ...{ kind: 'REQUIREMENT_REVIEW', id: fact, reason: 'Of another unit', expectedVersion: version + 1 },
      });
      expect(await reviews(id)).toMatchObject([{ dueSince: FROM, decision: null }]);
      await review(id, version + 2, { reviewedOn: '2024-09-01', conclusion: 'CHANGE_NEEDED' });
      expect(await reviews(id)).toMatchObject([
        { dueSince: FROM, decision: { conclusion: 'CHANGE_NEEDED' } },
      ]);
      await review(id, version + 3, { reviewedOn: '2024-10-01', conclusion: 'NO_CHANGE' });
      expect(await due(id, '2024-09-30')).toEqual([['PLEDGE_DESCRIPTION', V1.id, FROM]]);
      expect(await due(id, '2024-10-01')).toEqual([['PLEDGE_DESCRIPTION', V1.id, null]]);
      const stale = { pledgeId: id, expectedVersion: version, requirementStatementId: V2.id };
      const said = { reviewedOn: '2025-01-01', conclusion: 'NO_CHANGE', reason: 'Late' };
      expect(await change(registry, STAFF, 'reviewRequirement', { ...stale, ...said })).toMatchObject({
        ...{ code: 'STALE_VERSION', field: 'expectedVersion' },
      });
      expect(await change(registry, RWANDA, 'reviewRequirement', { ...stale, ...said })).toMatchObject({
        ...{ code: 'NOT_PERMITTED', role: 'MEMBER_STATE' },
      });
    });
  });

  it('are counted and listed for the Member State and on the board, and choose pledges', async () => {
    const fiji = { memberState: 'FJI' };
    const { id } = await described({ ...fiji, reference: 'F-1' });
    await described({ ...fiji, reference: 'F-2', requirementStatementId: V2.id });
    await pledgeIn(registry, 'DRAFT', { ...fiji, reference: 'F-3', requirementStatementId: V1.id });
    await changed(registry, STAFF, 'alignWithRequirement', { pledgeId: id, ...offerAll(V1, '2024-06-01') });
    const state = async (asOf: string) => {
      const { body, statements } = await registry.ask(memberState('FJI'), storedOperation('member-state'), {
        ...{ iso3: 'FJI', asOf },
      });
      expect(statements).toBeLessThanOrEqual(4);
      const found = body.data?.['memberState'] as Input & { requirementReviews: readonly Review[] };
      return [
        found['requirementReviewsDue'],
        found.requirementReviews.map(({ pledgeReference, record }) => [pledgeReference, record.kind]),
      ];
    };
    expect(await state('2024-06-30')).toEqual([0, []]);
    expect(await state(FROM)).toEqual([
      1,
      [
        ['F-1', 'PLEDGE_DESCRIPTION'],
        ['F-1', 'REQUIREMENT_ALIGNMENT'],
      ],
    ]);
    const chosen = async (requirementReviewDue: boolean | null, asOf = FROM) => {
      const filter = { memberStates: ['FJI'], requirementReviewDue };
      const { body } = await registry.ask(STAFF, storedOperation('pledges'), { filter, asOf });
      return (body.data?.['pledges'] as { nodes: { reference: string }[] }).nodes.map(
        (node) => node.reference,
      );
    };
    expect(await chosen(null)).toEqual(['F-1', 'F-2', 'F-3']);
    expect(await chosen(true)).toEqual(['F-1']);
    expect(await chosen(false)).toEqual(['F-2', 'F-3']);
    expect(await chosen(true, '2024-06-30')).toEqual([]);
    const board = async (filter: Input) => {
      const { body } = await registry.ask(STAFF, storedOperation('board'), { filter, asOf: FROM });
      const { rows } = body.data?.['board'] as {
        rows: { memberState: { iso3: string }; requirementReviewsDue: number }[];
      };
      return rows.map((row) => [row.memberState.iso3, row.requirementReviewsDue]);
    };
    expect(await board({ regions: ['ASIA_PACIFIC'], requirementReviewDue: true })).toEqual([['FJI', 1]]);
    expect(await board({ requirementReviewDue: true, unitTypes: ['SIGNALS'] })).toEqual([]);
  });

  it('of a description that is left out are kept, and those said to be null are taken away', async () => {
    const words = { title: 'Police unit', note: 'First', requirementStatementId: V1.id };
    const { id, version } = await pledgeIn(registry, 'REGISTERED', words);
    let expectedVersion = version;
    const describe = async (describedOn: string, more: Input) => {
      const input = { pledgeId: id, expectedVersion, describedOn, ...more };
      const fields =
        'title deployableWithinDays languages languageNames contactPost requirementStatementId note';
      const found = await changed(
        registry,
        RWANDA,
        'describePledge',
        input,
        `PledgeDescription { ${fields} }`,
      );
      expectedVersion += 1;
      return found;
    };
    const kept = {
      ...words,
      deployableWithinDays: 60,
      languages: ['fr', 'en'],
      languageNames: ['French', 'English'],
    };
    expect(await describe('2024-05-01', { deployableWithinDays: 30 })).toMatchObject({
      ...{ ...kept, deployableWithinDays: 30, contactPost: 'Police adviser, permanent mission' },
    });
    expect(await describe('2024-06-01', { note: null, languages: ['sw'] })).toMatchObject({
      ...{ deployableWithinDays: 30, note: null, requirementStatementId: V1.id, languageNames: ['Swahili'] },
    });
    // Said of a day before: what held then is kept, not what was said of later days.
    expect(await describe('2024-04-01', { requirementStatementId: null })).toMatchObject({
      ...{ ...kept, requirementStatementId: null },
    });
    const refused = { pledgeId: id, expectedVersion, describedOn: '2024-07-01' };
    for (const [more, code, field] of [
      [{ title: null }, 'REQUIRED', 'title'],
      [{ languages: [] }, 'REQUIRED', 'languages'],
      [{ languages: ['French'] }, 'UNKNOWN_CODE', 'languages'],
      [{ expectedVersion: version }, 'STALE_VERSION', 'expectedVersion'],
    ] as const) {
      expect(await change(registry, RWANDA, 'describePledge', { ...refused, ...more })).toMatchObject({
        code,
        field,
      });
    }
  });
});
