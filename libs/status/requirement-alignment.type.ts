import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { RecordReference } from '#platform/problem.js';
import { RequirementVersion } from './requirement-review.type.js';

@ObjectType({ isAbstract: true })
abstract class MeasuredPart {
  @Field(() => ID, { description: 'The measurement.' })
  id!: Id;

  @Field(() => PlainDateScalar)
  measuredOn!: PlainDate;
}

@ObjectType()
export class MeasuredLine extends MeasuredPart {
  @Field(() => Int)
  agreed!: number;

  @Field(() => Int)
  present!: number;

  @Field(() => Int, { nullable: true, description: 'Of those present; null where it was not tried.' })
  serviceable!: number | null;
}

@ObjectType({ description: 'In persons.' })
export class MeasuredStrength extends MeasuredPart {
  @Field(() => Int)
  required!: number;

  @Field(() => Int)
  available!: number;
}

/** What every part of an alignment says: asked, offered, had. */
@ObjectType({ isAbstract: true })
abstract class AlignedPart {
  @Field(() => Int, { nullable: true, description: 'Null where the statement does not ask for it.' })
  asked!: number | null;

  @Field(() => Int, { nullable: true, description: 'Null where nothing is aligned by line.' })
  offered!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was agreed where it is less or other than asked.',
  })
  variation!: string | null;

  @Field(() => Boolean, { description: 'Less is offered than is asked for, and no variation was agreed.' })
  gap!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of those asked for the latest measurement did not find; null where it was not measured.',
  })
  shortfall!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'What the newest version in effect on the day asks for, where that differs; 0 where it no longer asks for it.',
  })
  newestAsked!: number | null;
}

@ObjectType({ description: 'Persons of the unit.' })
export class AlignedStrength extends AlignedPart {
  @Field(() => MeasuredStrength, { nullable: true })
  measured!: MeasuredStrength | null;
}

@ObjectType()
export class AlignedEquipmentLine extends AlignedPart {
  @Field(() => String)
  item!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => Boolean, { description: 'Rated by itself: no surplus elsewhere hides its absence.' })
  critical!: boolean;

  @Field(() => Boolean, { description: 'Offered beyond what the statement lists.' })
  extra!: boolean;

  @Field(() => MeasuredLine, { nullable: true })
  measured!: MeasuredLine | null;
}

@ObjectType({ description: 'In persons to be sustained.' })
export class AlignedCategory extends AlignedPart {
  @Field(() => String)
  category!: string;

  @Field(() => String, { description: 'In the language asked for.' })
  name!: string;

  @Field(() => Boolean, { description: 'Offered beyond what the statement lists.' })
  extra!: boolean;

  @Field(() => MeasuredStrength, { nullable: true })
  measured!: MeasuredStrength | null;
}

@ObjectType({
  description:
    'A pledge held against its statement of unit requirements, line by line: what is asked, offered, agreed and had. Without an alignment on record, against the statement that its description names.',
})
export class PledgeRequirementAlignment {
  @Field(() => RequirementVersion, { description: 'The version whose lines are held against.' })
  statement!: RequirementVersion;

  @Field(() => RequirementVersion, {
    nullable: true,
    description: 'The newest version in effect on the day, where that is a later one.',
  })
  newest!: RequirementVersion | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Null where nothing is aligned by line.' })
  alignedOn!: PlainDate | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => AlignedStrength)
  strength!: AlignedStrength;

  @Field(() => [AlignedEquipmentLine], {
    description:
      'Every line of the statement, the critical ones first; then what is offered beyond, then what only the newest version asks for.',
  })
  equipmentLines!: readonly AlignedEquipmentLine[];

  @Field(() => [AlignedCategory], { description: 'In the same order.' })
  selfSustainmentCategories!: readonly AlignedCategory[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many parts are a gap, the strength counted as one; null where nothing is aligned by line.',
  })
  gaps!: number | null;

  @Field(() => [RecordReference], {
    description: 'The records it comes from: the alignment, or else the description, and the measurements.',
  })
  records!: readonly RecordReference[];
}
