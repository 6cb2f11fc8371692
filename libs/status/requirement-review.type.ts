import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { RecordReference } from '#platform/problem.js';
import { RequirementReview } from '#pledges/requirement-review.entity.js';

@ObjectType({
  description: 'A version of a statement of unit requirements; its lines are in `requirementStatements`.',
})
export class RequirementVersion {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => PlainDateScalar)
  effectiveOn!: PlainDate;
}

@ObjectType({ description: 'One thing that a newer version asks for otherwise.' })
export class RequirementDifference {
  @Field(() => String, { description: 'STRENGTH, EQUIPMENT or SELF_SUSTAINMENT.' })
  part!: 'STRENGTH' | 'EQUIPMENT' | 'SELF_SUSTAINMENT';

  @Field(() => String, { nullable: true, description: 'The item or the category; null for the strength.' })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, in the language asked for; null for the strength.',
  })
  name!: string | null;

  @Field(() => Int, {
    description: 'What the older version asks for, in pieces or persons; 0 where nothing.',
  })
  asked!: number;

  @Field(() => Int, { description: 'What the newest version asks for; 0 where nothing.' })
  newestAsked!: number;

  @Field(() => Boolean, { nullable: true, description: 'Of equipment that the older version lists.' })
  critical!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Of equipment that the newest version lists.' })
  newestCritical!: boolean | null;
}

@ObjectType({
  description:
    'A record of a pledge that rests on one version of the statement of unit requirements, held against the newest in effect on the day. Shown beside the status, which it does not enter.',
})
export class PledgeRequirementReview {
  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => String, { description: 'The reference of the pledge.' })
  pledgeReference!: string;

  @Field(() => RecordReference, {
    description: 'The description, the alignment or the rapid deployment agreement that counts on the day.',
  })
  record!: RecordReference;

  @Field(() => RequirementVersion, { description: 'The version that it rests on.' })
  statement!: RequirementVersion;

  @Field(() => RequirementVersion, {
    nullable: true,
    description: 'The newest version in effect on the day; null before the first.',
  })
  newest!: RequirementVersion | null;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description:
      'Since when a review is due; null where none is: it rests on the newest, or a decision says that nothing changes, or the pledge is neither in the pool nor committed nor deployed.',
  })
  dueSince!: PlainDate | null;

  @Field(() => RequirementReview, {
    nullable: true,
    description:
      'The latest decision on the newest version. One that says CHANGE_NEEDED stays until the record rests on that version.',
  })
  decision!: RequirementReview | null;

  @Field(() => [RequirementDifference], {
    description:
      'What the newest version asks for otherwise: strength, then equipment, then self-sustainment.',
  })
  differences!: readonly RequirementDifference[];
}
