import { Field, ID, InputType, ObjectType, ArgsType } from '@nestjs/graphql';
import { CodeField, DayField, IdField, PartField, TextField } from '#platform/graphql/input-fields.js';
import { connectionOf, PageArgs } from '#platform/graphql/connection.js';
import type { Id } from '#platform/ids.js';
import { MomentArgs } from '#platform/moment.js';
import type { PlainDate } from '#platform/plain-date.js';
import { Assignment } from './assignment.entity.js';
import { AssessedPledge, Inspection } from './evidence.types.js';
import { Finding, FindingAnswer, FindingClosure } from './finding.entity.js';
import { HospitalDeficiency, HospitalDeficiencyClosure } from './hospital-deficiency.entity.js';
import { Recommendation, RecommendationAnswer } from './recommendation.entity.js';
import { Visit, VisitCancellation, VisitHolding, VisitOutcome, VisitPlan } from './visit.entity.js';
import { VISIT_KIND_CODES, type VisitKindCode } from './visit-kinds.js';

// Said of everything that has to be acted upon. A class cannot extend two, so the fields are put on each.
const Open = () => Field(() => Boolean, { description: 'Whether it is open on the day asked of.' });
const Overdue = () => Field(() => Boolean, { description: 'Open, and past its due day.' });

@ObjectType({ description: 'A finding and what was done about it.' })
export class FollowedFinding extends Finding {
  @Field(() => FindingClosure, { nullable: true })
  closure!: FindingClosure | null;

  @Field(() => [FindingAnswer])
  answers!: readonly FindingAnswer[];

  @Open()
  open!: boolean;

  @Overdue()
  overdue!: boolean;
}

@ObjectType({ description: 'A recommendation or a condition, and how it was met.' })
export class FollowedRecommendation extends Recommendation {
  @Field(() => RecommendationAnswer, { nullable: true })
  answer!: RecommendationAnswer | null;

  @Open()
  open!: boolean;

  @Overdue()
  overdue!: boolean;
}

@ObjectType({ description: 'A deficiency of a hospital, and how it was made good.' })
export class FollowedHospitalDeficiency extends HospitalDeficiency {
  @Field(() => HospitalDeficiencyClosure, { nullable: true })
  closure!: HospitalDeficiencyClosure | null;

  @Open()
  open!: boolean;

  @Overdue()
  overdue!: boolean;
}

@ObjectType({ description: 'One pledge under the eyes of a visit: what was concluded and found of it.' })
export class VisitedPledge {
  @Field(() => ID, { description: 'The record that the visit covers it.' })
  id!: Id;

  @Field(() => ID)
  pledgeId!: Id;

  @Field(() => String, { description: 'The short name of the pledge.' })
  reference!: string;

  @Field(() => String)
  unitType!: string;

  @Field(() => VisitOutcome, { nullable: true })
  outcome!: VisitOutcome | null;

  @Field(() => Inspection, {
    nullable: true,
    description: 'What an inspection of contingent-owned equipment counted of it by line.',
  })
  inspection!: Inspection | null;

  @Field(() => AssessedPledge, {
    nullable: true,
    description: 'How the components of the assessment went; null where the visit said nothing of them.',
  })
  componentResults!: AssessedPledge | null;

  @Field(() => [FollowedFinding])
  findings!: readonly FollowedFinding[];

  @Field(() => [FollowedRecommendation])
  recommendations!: readonly FollowedRecommendation[];

  @Field(() => [FollowedHospitalDeficiency])
  hospitalDeficiencies!: readonly FollowedHospitalDeficiency[];
}

@ObjectType('Visit', { description: 'A visit to one Member State, as of the day asked of.' })
export class VisitInFull extends Visit {
  @Field(() => VisitPlan, { nullable: true, description: 'The plan that held on the day.' })
  plan!: VisitPlan | null;

  @Field(() => VisitHolding, { nullable: true, description: 'Null while it had not been held.' })
  holding!: VisitHolding | null;

  @Field(() => VisitCancellation, { nullable: true, description: 'Null unless it was called off.' })
  cancellation!: VisitCancellation | null;

  @Field(() => [Assignment], {
    nullable: true,
    description: 'The evaluators that it is given to; null to all but staff.',
  })
  assignments!: readonly Assignment[] | null;

  @Field(() => [VisitedPledge])
  coverage!: readonly VisitedPledge[];
}

export const VisitConnection = connectionOf('Visit', () => VisitInFull);

@InputType('VisitFilterInput')
export class VisitFilter {
  @TextField(3, { optional: true, description: 'ISO alpha-3.' })
  memberState?: string | null;

  @IdField({ optional: true, description: 'Visits that cover this pledge.' })
  pledgeId?: string | null;

  @CodeField(VISIT_KIND_CODES, { each: true, optional: true })
  kinds?: VisitKindCode[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Held, or planned and neither held nor called off, by the day asked of.',
  })
  held?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was called off by the day asked of.' })
  cancelled?: boolean | null;

  @DayField({ optional: true, description: 'Last day held, or first day planned, on or after this.' })
  from?: PlainDate | null;

  @DayField({ optional: true, description: 'Last day held, or first day planned, on or before this.' })
  until?: PlainDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those with a finding that is open and past its due day.',
  })
  findingsOverdue?: boolean | null;
}

@ArgsType()
export class VisitsArgs extends PageArgs {
  @PartField(VisitFilter, { optional: true })
  filter?: VisitFilter | null;
}

@ArgsType()
export class VisitArgs extends MomentArgs {
  @IdField()
  id!: string;
}
