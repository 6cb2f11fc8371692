import { Args, ArgsType, Context, Parent, PickType, ResolveField, Resolver } from '@nestjs/graphql';
import { PageArgs, type Connection } from '#platform/graphql/connection.js';
import { momentCarried } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { PledgeDescription } from '#pledges/pledge-description.entity.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { FactsAnswer } from './pledge-facts.type.js';
import { pledgeBehind, type AnsweredPledge } from './pledge.loader.js';
import { PledgeStatus } from './pledge-status.type.js';
import { presentFacts } from './present-facts.js';
import { presentStatus } from './present-status.js';
import { camelCase, timelineOf } from './timeline.js';
import { TimelineConnection, type TimelineEntry } from './timeline.type.js';

@ArgsType()
export class TimelineArgs extends PickType(PageArgs, ['first', 'after'] as const, ArgsType) {}

const NOT_YET = 'Null where the pledge had not taken its first step by the day.';

/** What is known of a pledge at the moment that the root field was asked of; after a mutation, as of today. */
@Resolver(() => Pledge)
export class PledgeFieldsResolver {
  @ResolveField(() => PledgeDescription, { nullable: true, description: 'What is said of it on the day.' })
  async description(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<PledgeDescription | null> {
    const { description } = (await pledgeBehind(context, pledge)) ?? {};
    return description ? describedBy(description) : null;
  }

  @ResolveField(() => String, { nullable: true, description: `The state it is in. ${NOT_YET}` })
  async lifecycle(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<string | null> {
    return (await pledgeBehind(context, pledge))?.facts.lifecycle ?? null;
  }

  @ResolveField(() => PledgeStatus, { nullable: true, description: NOT_YET })
  async status(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<PledgeStatus | null> {
    const atMoment = await pledgeBehind(context, pledge);
    return atMoment ? presentStatus(atMoment) : null;
  }

  @ResolveField(() => FactsAnswer, { nullable: true, description: NOT_YET })
  async facts(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<FactsAnswer | null> {
    const atMoment = await pledgeBehind(context, pledge);
    return atMoment ? presentFacts(atMoment.facts) : null;
  }

  @ResolveField(() => TimelineConnection, {
    description: 'All that happened to it up to the day, as known then, the latest first.',
  })
  timeline(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
    @Args() page: TimelineArgs,
  ): Promise<Connection<TimelineEntry>> {
    return timelineOf(context, pledge.id, momentCarried(context, pledge), page);
  }
}

function describedBy(row: Readonly<Record<string, unknown>>): PledgeDescription {
  const values = Object.fromEntries(Object.entries(row).map(([column, value]) => [camelCase(column), value]));
  return Object.assign(new PledgeDescription(), values, { recordedAt: new Date(String(row['recorded_at'])) });
}
