import type { PlainDate } from '#platform/plain-date.js';
import { requirementOn } from './counts.js';
import { act, nameOf, type Step } from './subject.js';

/** What is offered of what a statement of requirements asks for. */
export interface Offer {
  /** The line of which a part is not offered, by its place in the statement, and how much of it is, in percent. */
  readonly short?: { readonly place: number; readonly percent: number };
  /** What was agreed instead; left out, what is less is a gap. */
  readonly variation?: string;
  /** The last category of self-sustainment is left to the mission. */
  readonly withoutLastCategory?: true;
}

/** Both sides go through the statement of unit requirements that the pledge goes by, line by line. */
export const aligned = (on: PlainDate, offer: Offer = {}): Step =>
  act(on, 'DESK_OFFICER', async (desk, pledgeId, subject) => {
    const { id, strength, equipment, selfSustainment } = requirementOn(subject, on);
    const { short, variation, withoutLastCategory } = offer;
    const categories = withoutLastCategory ? selfSustainment.slice(0, -1) : selfSustainment;
    const alignment = await desk.use('alignWithRequirement', {
      pledgeId,
      alignedOn: on,
      requirementStatementId: id,
      strength,
      equipmentLines: equipment.map(({ item, quantity }, place) =>
        place === short?.place
          ? {
              item,
              offered: Math.floor((quantity * short.percent) / 100),
              ...(variation === undefined ? {} : { variation }),
            }
          : { item, offered: quantity },
      ),
      selfSustainmentCategories: categories.map(({ category, required }) => ({
        category,
        offered: required,
      })),
    });
    desk.keep(nameOf(subject, `alignment ${on}`), alignment.id);
  });

/** Staff looks at what rests on an older version of a statement, the newest being the one of the day. */
export const reviewed = (on: PlainDate, conclusion: 'NO_CHANGE' | 'CHANGE_NEEDED', reason: string): Step =>
  act(on, 'OFFICER', async (desk, pledgeId, { unitType }) =>
    desk.use('reviewRequirement', {
      pledgeId,
      expectedVersion: await desk.versionOf('pledge', pledgeId),
      reviewedOn: on,
      requirementStatementId: requirementOn({ unitType }, on).id,
      conclusion,
      reason,
    }),
  );
