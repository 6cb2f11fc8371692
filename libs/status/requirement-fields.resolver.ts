import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { momentCarried } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { MemberStateStatus } from './member-state.type.js';
import type { AnsweredPledge } from './pledge.loader.js';
import { requirementAlignmentOf, requirementReviewsOf } from './present-requirements.js';
import { PledgeRequirementAlignment } from './requirement-alignment.type.js';
import { PledgeRequirementReview } from './requirement-review.type.js';
import { requirementsOf } from './requirements.js';

/** A pledge against the statement of requirements of its unit type, at the moment that the answer is of. */
@Resolver(() => Pledge)
export class RequirementFieldsResolver {
  @ResolveField(() => PledgeRequirementAlignment, {
    nullable: true,
    description: 'Line by line; null where neither an alignment nor the description names a statement.',
  })
  async requirementAlignment(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<PledgeRequirementAlignment | null> {
    const found = await requirementsOf(context, pledge.id, momentCarried(context, pledge));
    return found ? requirementAlignmentOf(found, context.locale) : null;
  }

  @ResolveField(() => [PledgeRequirementReview], {
    description:
      'What it rests on: its description, its latest alignment and its rapid deployment agreement.',
  })
  async requirementReviews(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<PledgeRequirementReview[]> {
    const found = await requirementsOf(context, pledge.id, momentCarried(context, pledge));
    return found ? requirementReviewsOf(found) : [];
  }
}

@Resolver(() => MemberStateStatus)
export class MemberStateRequirementsResolver {
  @ResolveField(() => [PledgeRequirementReview], {
    description: 'The reviews that are due, by the reference of the pledge.',
  })
  async requirementReviews(
    @Context('operation') context: OperationContext,
    @Parent() { basis, reviewDue }: MemberStateStatus,
  ): Promise<PledgeRequirementReview[]> {
    const { asOf, knownOn, past = false } = basis;
    const found = await Promise.all(
      reviewDue.map((id) => requirementsOf(context, id, { asOf, knownOn, past })),
    );
    return found
      .flatMap((requirements) => (requirements ? requirementReviewsOf(requirements) : []))
      .filter(({ dueSince }) => dueSince !== null);
  }
}
