import { mayUse } from '#access/permissions.js';
import { isId } from '#platform/ids.js';
import { momentOf } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { standingAt } from '#pledges/pledge-standing.js';
import { rollUp } from '#readiness/roll-up.js';
import { compare } from './compared.js';
import {
  basisOf,
  countsForItsState,
  memberStateAt,
  outlookOfState,
  type EvaluatedMemberState,
} from './member-state.js';
import { parameterSets, type RuleParameters } from './parameter-sets.js';
import { answeredPledge } from './pledge.loader.js';
import { presentStatus } from './present-status.js';
import { dayNumber, evaluateOn, statusOfPledges, type PledgeAtMoment } from './status-of-pledges.js';
import { barsElsewhere } from './suppose-bars.js';
import { supposedSets } from './suppose-rules.js';
import { suppose } from './suppose.js';
import type { WhatIf, WhatIfArgs, WhatIfMemberState } from './what-if.type.js';

/**
 * The status that a pledge and its Member State would have if something were so: the facts are changed as its
 * recording would change them, and the same rules are asked. Nothing is stored.
 * @returns null where the pledge is missing, hidden, or had not taken its first step by the day
 * @throws ProblemError as the recording of what is supposed would, the field a path from the argument on
 */
export async function whatIf(context: OperationContext, args: WhatIfArgs): Promise<WhatIf | null> {
  const moment = momentOf(context, args);
  const { pledgeId } = args;
  const standing = isId(pledgeId) ? await standingAt(context, pledgeId, moment) : undefined;
  if (standing === undefined) return null;
  const sets = await parameterSets(context);
  const seesState = mayUse(context.principal.role, 'memberState');
  const state = seesState ? await memberStateAt(context, moment, standing.memberState) : undefined;
  const pledges = state?.pledges ?? [...(await statusOfPledges(context, [standing.id], moment)).values()];
  const actual = pledges.find(({ id }) => id === standing.id);
  if (actual === undefined) return null;

  const rules = supposedSets(sets, moment.asOf, args.rules);
  const supposed = withFacts(actual, suppose(actual, standing, args.suppositions ?? []), rules);
  const { reasonsGone, reasonsCome } = compare(actual, supposed, context.locale);
  return {
    basis: await basisOf(context, moment),
    pledge: answeredPledge(actual),
    lifecycle: supposed.facts.lifecycle,
    status: presentStatus(supposed),
    reasonsGone,
    reasonsCome,
    memberState: state ? stateWith(state, actual, supposed, rules) : null,
  };
}

const withFacts = (
  pledge: PledgeAtMoment,
  facts: PledgeAtMoment['facts'],
  rules: readonly RuleParameters[],
): PledgeAtMoment => ({ ...pledge, facts, ...evaluateOn(facts, pledge.moment.asOf, rules) });

/** The Member State with the pledge as it is supposed to be, and all others under the supposed rules and bars. */
function stateWith(
  state: EvaluatedMemberState,
  actual: PledgeAtMoment,
  supposed: PledgeAtMoment,
  rules: readonly RuleParameters[],
): WhatIfMemberState {
  const bars = barsElsewhere(actual.facts.bars, supposed.facts.bars);
  const pledges = state.pledges.map((pledge) =>
    pledge.id === actual.id
      ? supposed
      : withFacts(pledge, { ...pledge.facts, bars: bars(pledge.facts.bars) }, rules),
  );
  const found = rollUp({
    asOf: dayNumber(actual.moment.asOf),
    stateBars: bars(state.stateBars.map((bar) => ({ ...bar, records: { BAR: bar.id } }))),
    pledges: pledges.filter(countsForItsState),
  });
  return {
    memberState: state.memberState,
    actual: outlookOfState(state.rollUp),
    supposed: outlookOfState(found),
  };
}
