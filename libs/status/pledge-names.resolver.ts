import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { term } from '#platform/messages/render.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { PledgeDescription } from '#pledges/pledge-description.entity.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { memberStateName } from '#reference/names.js';

/** The codes of a pledge in the language asked for, so that a list can be read without a second question. */
@Resolver(() => Pledge)
export class PledgeNamesResolver {
  @ResolveField(() => String, { description: 'The United Nations short name, in the language asked for.' })
  memberStateName(
    @Context('operation') { locale }: OperationContext,
    @Parent() { memberState }: Pledge,
  ): string {
    return memberStateName(memberState, locale);
  }

  @ResolveField(() => String, { description: 'In the language asked for.' })
  unitTypeName(@Context('operation') { locale }: OperationContext, @Parent() { unitType }: Pledge): string {
    return term(locale, 'unitType', unitType);
  }
}

@Resolver(() => PledgeDescription)
export class DescriptionNamesResolver {
  @ResolveField(() => [String], {
    description: 'The languages, each in the language asked for; as recorded where it has no code.',
  })
  languageNames(
    @Context('operation') { locale }: OperationContext,
    @Parent() { languages }: PledgeDescription,
  ): string[] {
    return languages.map((code) => term(locale, 'language', code));
  }
}
