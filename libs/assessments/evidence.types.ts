import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { ComponentResults } from './component-results.entity.js';

@ObjectType({ description: 'One line of major equipment as an inspection counted it.' })
export class InspectedLine {
  @Field(() => String)
  item!: string;

  @Field(() => Boolean)
  critical!: boolean;

  @Field(() => Int)
  agreed!: number;

  @Field(() => Int)
  present!: number;

  @Field(() => Int, { nullable: true, description: 'Null in a record that did not try it.' })
  serviceable!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Serviceable of agreed, at most 100, truncated to one decimal; null where none is agreed.',
  })
  percent!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether less is serviceable than `completeFromPercent` of what was agreed.',
  })
  incomplete!: boolean | null;

  @Field(() => String, { nullable: true })
  remark!: string | null;
}

@ObjectType({ description: 'One category of self-sustainment as an inspection judged it, in persons.' })
export class InspectedCategory {
  @Field(() => String)
  category!: string;

  @Field(() => Int)
  required!: number;

  @Field(() => Int)
  available!: number;

  @Field(() => Boolean, { nullable: true, description: 'Null in a record that counted it instead.' })
  satisfactory!: boolean | null;

  @Field(() => String, { nullable: true })
  remark!: string | null;
}

@ObjectType({
  description:
    'What an inspection of contingent-owned equipment counted of one pledge: a measurement, by line.',
})
export class Inspection {
  @Field(() => ID, { description: 'The measurement.' })
  id!: Id;

  @Field(() => Date)
  recordedAt!: Date;

  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => ID)
  visitId!: Id;

  @Field(() => String, { description: 'The short name of the visit.' })
  visitReference!: string;

  @Field(() => String, { description: 'COE_ARRIVAL, COE_READINESS or COE_REPATRIATION.' })
  kind!: string;

  @Field(() => PlainDateScalar, { description: "The visit's last day." })
  inspectedOn!: PlainDate;

  @Field(() => [InspectedLine])
  equipmentLines!: readonly InspectedLine[];

  @Field(() => Int, {
    description:
      'The share from which a line is complete, in percent: the COE Manual, chapter 3, pays in full from there.',
  })
  completeFromPercent!: number;

  @Field(() => Int)
  incompleteLines!: number;

  @Field(() => [InspectedCategory])
  selfSustainmentCategories!: readonly InspectedCategory[];

  @Field(() => Int, { nullable: true })
  personnelRequired!: number | null;

  @Field(() => Int, { nullable: true })
  personnelAvailable!: number | null;

  @Field(() => Int, { nullable: true })
  personnelWomen!: number | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType({ description: 'What an assessment found of one pledge, component by component.' })
export class AssessedPledge extends ComponentResults {
  @Field(() => String, { description: 'The short name of the visit.' })
  visitReference!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => PlainDateScalar, { description: "The visit's last day." })
  assessedOn!: PlainDate;

  @Field(() => String, { nullable: true, description: 'Null while the visit has not concluded of it.' })
  outcome!: string | null;
}
