import DataLoader from 'dataloader';
import type { Id } from '#platform/ids.js';
import { momentCarried, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { statusOfPledges, type PledgeAtMoment } from './status-of-pledges.js';

/** A pledge as an answer holds it: with the moment that was asked for, and its status where that is known already. */
export type AnsweredPledge = Pledge & { readonly moment?: Moment; readonly atMoment?: PledgeAtMoment };

/** The answer's pledge for a status: nested fields speak of the same moment and compute nothing again. */
export function answeredPledge(atMoment: PledgeAtMoment): AnsweredPledge {
  const { id, memberState, reference, unitType, version, recordedAt, moment } = atMoment;
  const shown = { id, memberState, reference, unitType, recordedAt, version: moment.past ? null : version };
  return Object.assign(new Pledge(), shown, { moment, atMoment });
}

/** A pledge at a moment; all that one level of an answer asks for share one statement. */
export function loadPledge(
  context: OperationContext,
  id: Id,
  moment: Moment,
): Promise<PledgeAtMoment | undefined> {
  const loader = context.once(`pledges at ${JSON.stringify(moment)}`, () => {
    return new DataLoader<Id, PledgeAtMoment | undefined>(async (ids) => {
      const found = await statusOfPledges(context, ids, moment);
      return ids.map((each) => found.get(each));
    });
  });
  return loader.load(id);
}

/** The status behind a pledge of an answer; after a mutation as of today. */
export const pledgeBehind = async (
  context: OperationContext,
  pledge: AnsweredPledge,
): Promise<PledgeAtMoment | undefined> =>
  pledge.atMoment ?? (await loadPledge(context, pledge.id, momentCarried(context, pledge)));
