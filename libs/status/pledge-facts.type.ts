import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PlainDateScalar } from '#platform/graphql/scalars.js';
import { RecordReference } from '#platform/problem.js';

// The facts of a pledge as the readiness rules take them (rules.md, "Facts of one pledge"), days written out and
// each with the records it comes from.

const Day = (description?: string) =>
  Field(() => PlainDateScalar, { ...(description ? { description } : {}) });
const DayOrNone = (description?: string) =>
  Field(() => PlainDateScalar, { nullable: true, ...(description ? { description } : {}) });

@ObjectType({ isAbstract: true })
abstract class Fact {
  @Field(() => [RecordReference], { description: 'The records it comes from.' })
  records!: readonly RecordReference[];
}

@ObjectType()
export class DocumentFact extends Fact {
  @Field(() => String)
  type!: string;

  @Day()
  receivedOn!: string;

  @DayOrNone('The last day of validity; null never expires.')
  validUntil!: string | null;
}

@ObjectType()
export class CriticalFindingFact extends Fact {
  @Field(() => String)
  id!: string;

  @Day()
  dueOn!: string;

  @DayOrNone()
  closedOn!: string | null;
}

@ObjectType({ description: 'The latest assessment and advisory visit that was held and has an outcome.' })
export class AavFact extends Fact {
  @Day('The last day on which it was held.')
  date!: string;

  @Field(() => String)
  outcome!: string;

  @Field(() => Int)
  openRecommendations!: number;

  @Field(() => [CriticalFindingFact])
  criticalFindings!: readonly CriticalFindingFact[];
}

@ObjectType({ description: 'Whole counts; required 0 is not applicable.' })
export class MeasurementFact extends Fact {
  @Field(() => Int)
  required!: number;

  @Field(() => Int)
  available!: number;
}

@ObjectType()
export class CriticalLineFact extends MeasurementFact {
  @Field(() => String)
  item!: string;
}

@ObjectType({ description: 'The latest of each dimension; null where it was never reported.' })
export class MeasurementFacts {
  @Field(() => MeasurementFact, { nullable: true })
  personnel!: MeasurementFact | null;

  @Field(() => MeasurementFact, { nullable: true })
  equipmentOnHand!: MeasurementFact | null;

  @Field(() => MeasurementFact, { nullable: true })
  serviceability!: MeasurementFact | null;

  @Field(() => MeasurementFact, { nullable: true })
  selfSustainment!: MeasurementFact | null;
}

@ObjectType()
export class VerificationFact extends Fact {
  @Day()
  date!: string;

  @Field(() => String)
  outcome!: string;
}

@ObjectType()
export class RdlFact extends Fact {
  @Day()
  agreementFrom!: string;

  @Day()
  agreementUntil!: string;

  @Field(() => Int)
  commitmentDays!: number;

  @Field(() => VerificationFact, { nullable: true })
  verification!: VerificationFact | null;
}

@ObjectType()
export class CaveatFact extends Fact {
  @Field(() => String)
  id!: string;

  @Field(() => String)
  kind!: string;

  @DayOrNone()
  resolveBy!: string | null;

  @DayOrNone()
  resolvedOn!: string | null;
}

@ObjectType({ description: 'A bar of the unit or of its whole Member State.' })
export class BarFact extends Fact {
  @Field(() => String)
  decision!: string;

  @Day()
  from!: string;

  @DayOrNone()
  until!: string | null;
}

@ObjectType()
export class EvaluationFact extends Fact {
  @Day()
  date!: string;

  @Field(() => String)
  verdict!: string;
}

@ObjectType()
export class ImprovementPlanFact extends Fact {
  @Field(() => String)
  state!: string;

  @Day()
  dueOn!: string;
}

@ObjectType()
export class AssessmentFact extends Fact {
  @Field(() => String)
  kind!: string;

  @Day()
  date!: string;

  @Field(() => String)
  outcome!: string;

  @Field(() => Int)
  openConditions!: number;
}

@ObjectType()
export class HospitalDeficiencyFact extends Fact {
  @Field(() => String)
  id!: string;

  @DayOrNone()
  closedOn!: string | null;
}

@ObjectType('PledgeFacts', { description: 'What the readiness rules know of a pledge.' })
export class FactsAnswer {
  @Field(() => String)
  lifecycle!: string;

  @DayOrNone()
  registeredOn!: string | null;

  @DayOrNone('The latest confirmation.')
  confirmedOn!: string | null;

  @Field(() => String, { description: 'The level that a person decided.' })
  registeredLevel!: string;

  @Field(() => [DocumentFact])
  documents!: readonly DocumentFact[];

  @Field(() => AavFact, { nullable: true })
  aav!: AavFact | null;

  @Field(() => MeasurementFacts)
  measurements!: MeasurementFacts;

  @Field(() => [CriticalLineFact])
  criticalLines!: readonly CriticalLineFact[];

  @Field(() => RdlFact, { nullable: true })
  rdl!: RdlFact | null;

  @Field(() => [CaveatFact])
  caveats!: readonly CaveatFact[];

  @Field(() => String)
  humanRightsScreening!: string;

  @Field(() => [BarFact])
  bars!: readonly BarFact[];

  @Field(() => EvaluationFact, { nullable: true })
  lastEvaluation!: EvaluationFact | null;

  @Field(() => ImprovementPlanFact, { nullable: true })
  improvementPlan!: ImprovementPlanFact | null;

  @Field(() => [AssessmentFact])
  assessments!: readonly AssessmentFact[];

  @Field(() => [HospitalDeficiencyFact])
  hospitalDeficiencies!: readonly HospitalDeficiencyFact[];

  @DayOrNone()
  plannedDeploymentOn!: string | null;

  @DayOrNone('The latest certificate.')
  unitCertificateOn!: string | null;
}
