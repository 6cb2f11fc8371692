import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageArgs, type Connection } from '#platform/graphql/connection.js';
import { CodeField, PartField, TextField } from '#platform/graphql/input-fields.js';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import type { Id } from '#platform/ids.js';
import type { PlainDate } from '#platform/plain-date.js';
import { LIFECYCLE_STATES } from '#reference/codes.js';
import { ComponentResult } from './component-results.entity.js';

@ObjectType({ description: 'A medical pledge, and how its latest hospital assessment went.' })
export class ComparedHospital {
  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => String, { description: 'The short name of the pledge.' })
  reference!: string;

  @Field(() => String, { description: 'ISO alpha-3.' })
  memberState!: string;

  @Field(() => String)
  unitType!: string;

  @Field(() => String)
  lifecycle!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The latest hospital assessment; null where there is none.',
  })
  visitId!: Id | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Its last day.' })
  assessedOn!: PlainDate | null;

  @Field(() => String, { nullable: true })
  outcome!: string | null;

  @Field(() => [ComponentResult], { description: 'Empty where the assessment named no components.' })
  components!: readonly ComponentResult[];

  @Field(() => [String], { description: 'The components that failed.' })
  failed!: readonly string[];

  @Field(() => Int, { description: 'Deficiencies that are open on the day.' })
  openDeficiencies!: number;

  @Field(() => Int, { description: 'The critical ones among them.' })
  openCriticalDeficiencies!: number;

  @Field(() => Boolean, {
    description:
      'Whether its latest assessment was unsatisfactory or failed a component, or a critical deficiency is open.',
  })
  needsImprovement!: boolean;
}

@ObjectType({
  description: 'How many hospitals had each result in one component, in their latest assessments.',
})
export class ComparedComponent {
  @Field(() => String)
  component!: string;

  @Field(() => Int)
  passed!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int, { description: 'Said to be not tested.' })
  notTested!: number;
}

export const ComparedHospitalConnection = connectionOf('ComparedHospital', () => ComparedHospital);

@ObjectType({ description: 'The medical pledges beside each other. No score and no rank.' })
export class HospitalComparison {
  @Field(() => Int, { description: 'How many of them have been assessed.' })
  assessed!: number;

  @Field(() => Int)
  needImprovement!: number;

  @Field(() => [ComparedComponent])
  components!: readonly ComparedComponent[];

  @Field(() => ComparedHospitalConnection, {
    description: 'Those that need improvement first, then those never assessed, then the others.',
  })
  hospitals!: Connection<ComparedHospital>;
}

@InputType('HospitalFilterInput')
export class HospitalFilter {
  @TextField(3, { optional: true, description: 'ISO alpha-3.' })
  memberState?: string | null;

  @CodeField(LIFECYCLE_STATES, { each: true, optional: true })
  lifecycles?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  needsImprovement?: boolean | null;
}

@ArgsType()
export class HospitalComparisonArgs extends PageArgs {
  @PartField(HospitalFilter, { optional: true })
  filter?: HospitalFilter | null;
}
