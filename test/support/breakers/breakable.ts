import { importInto } from '#cli/import-contributions.js';
import { changed } from '#test/support/changes.js';
import { Mutations } from '#test/support/mutations.js';
import { pledgeIn, plannedVisit } from '#test/support/recorded.js';
import { STAFF, startRegistry, type TestRegistry } from '#test/support/registry.js';
import { Scenario } from '#test/support/scenario.js';
import { REQUIREMENT_STATEMENTS } from '#reference/data/requirement-statements.js';

/** A small registry in which there is something to break for every invariant: a success of every mutation, and more. */
export async function breakableRegistry(): Promise<TestRegistry> {
  const registry = await startRegistry();
  const mutations = await Mutations.of(registry);
  let other: Scenario | undefined;
  for (const state of ['GHA', 'RWA', 'IND']) other = await new Scenario(mutations, state, other).all();
  await pledgeIn(registry, 'DRAFT');
  await pledgeIn(registry, 'SUBMITTED');
  const { id: pledgeId } = await pledgeIn(registry, 'REGISTERED');
  await changed(registry, STAFF, 'confirmPledge', { pledgeId, confirmedOn: '2024-09-01' });
  await visitedPledge(registry, 'FORMED_POLICE_UNIT');
  const hospital = await visitedPledge(registry, 'MEDICAL_LEVEL_2');
  const lacking = { severity: 'CRITICAL', raisedOn: '2025-05-01', statement: 'No blood bank' };
  await changed(registry, STAFF, 'raiseHospitalDeficiency', { pledgeId: hospital, ...lacking });
  await publishedTwice(registry.appUrl);
  return registry;
}

/** Figures of one month, one of which was corrected by a re-issue. */
async function publishedTwice(databaseUrl: string): Promise<void> {
  const header = 'as_of,mission,country,personnel_type,male,female,total';
  for (const total of ['10,1,11', '10,2,12']) {
    const rows = [
      `2025-06-30,UNMISS,Ghana,Troops,${total}`,
      '2025-06-30,UNMISS,India,Individual Police,4,4,8',
    ];
    await importInto(databaseUrl, [{ name: 'june.csv', bytes: Buffer.from([header, ...rows].join('\n')) }]);
  }
}

/** A registered pledge that was visited, counted by its statement, and given a level for it; its id. */
async function visitedPledge(registry: TestRegistry, unitType: string): Promise<string> {
  const statement = REQUIREMENT_STATEMENTS.find((each) => each.unitType === unitType && each.version === 1);
  const { id, version } = await pledgeIn(registry, 'REGISTERED', {
    unitType,
    requirementStatementId: statement?.id,
  });
  const visitId = await plannedVisit(registry, 'AAV', [id], ['2024-06-03', '2024-06-07']);
  await changed(registry, STAFF, 'recordOutcome', { visitId, pledgeId: id, outcome: 'SATISFACTORY' });
  const lines = statement?.equipment.map(({ item, quantity }) => ({
    ...{ item, agreed: quantity, present: quantity, serviceable: quantity },
  }));
  const counted = { measuredOn: '2024-06-07', basis: 'BY_LINE', equipmentLines: lines };
  await changed(registry, STAFF, 'recordMeasurement', { pledgeId: id, ...counted });
  const decision = { decidedOn: '2024-07-01', level: 'LEVEL_1', reason: 'Its papers are on their way' };
  await changed(registry, STAFF, 'decideLevel', { pledgeId: id, ...decision, expectedVersion: version });
  return id;
}
