import type { Happening } from './happening.js';
import { deskOfficer, OFFICER } from './principals.js';
import { agoWith } from './calendar.js';

/** Everything that ever happens in the demonstration, a Member State after the other. */
export function allHappenings(): Happening[] {
  return ['GHA', 'NPL', 'URY'].flatMap((memberState, index) => {
    const ago = agoWith(index);
    return [
      {
        on: ago(10),
        by: deskOfficer(memberState),
        record: async (desk) => {
          const { id } = await desk.use('draftPledge', {
            memberState,
            unitType: 'INFANTRY_BATTALION',
            reference: `DEMO-${memberState}-1`,
            describedOn: ago(10),
            title: 'Demonstration infantry battalion 1',
            deployableWithinDays: 60,
            languages: ['English'],
            contactPost: 'Military adviser, permanent mission',
          });
          desk.keep(`${memberState}-1`, id);
        },
      },
      {
        on: ago(9),
        by: deskOfficer(memberState),
        record: async (desk) => {
          const pledgeId = desk.kept(`${memberState}-1`);
          await desk.use('submitPledge', {
            pledgeId,
            occurredOn: ago(9),
            expectedVersion: await desk.versionOf('pledge', pledgeId),
          });
        },
      },
      {
        on: ago(8),
        by: OFFICER,
        record: async (desk) => {
          const pledgeId = desk.kept(`${memberState}-1`);
          await desk.use('addDocument', { pledgeId, type: 'NOTE_VERBALE', receivedOn: ago(9) });
        },
      },
    ] satisfies Happening[];
  });
}
