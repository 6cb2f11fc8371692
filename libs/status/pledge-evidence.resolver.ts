import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { evidenceOf } from '#assessments/evidence.js';
import { AssessedPledge, Inspection } from '#assessments/evidence.types.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Pledge } from '#pledges/pledge.entity.js';
import type { AnsweredPledge } from './pledge.loader.js';

/** What visits found of a pledge part by part, at the moment that was asked for. */
@Resolver(() => Pledge)
export class PledgeEvidenceResolver {
  @ResolveField(() => [Inspection], {
    description: 'Inspections of its contingent-owned equipment by line, the latest first.',
  })
  async inspections(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<readonly Inspection[]> {
    return (await evidenceOf(context, pledge)).inspections;
  }

  @ResolveField(() => [AssessedPledge], { description: 'Its assessments by component, the latest first.' })
  async componentResults(
    @Context('operation') context: OperationContext,
    @Parent() pledge: AnsweredPledge,
  ): Promise<readonly AssessedPledge[]> {
    return (await evidenceOf(context, pledge)).componentResults;
  }
}
