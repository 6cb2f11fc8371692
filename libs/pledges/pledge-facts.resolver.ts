import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { Bar } from './bar.entity.js';
import { barMemberState, BarMemberStateInput, barUnit, BarUnitInput } from './bar.kind.js';
import { Caveat } from './caveat.entity.js';
import { caveatKind, DeclareCaveatInput, ReportCaveatInput } from './caveat.kind.js';
import { CaveatSettlement } from './caveat-settlement.entity.js';
import { settleCaveat, SettleCaveatInput } from './caveat-settlement.kind.js';
import { Confirmation } from './confirmation.entity.js';
import { confirmationKind, ConfirmPledgeInput } from './confirmation.kind.js';
import { DeploymentPlan } from './deployment-plan.entity.js';
import { deploymentPlanKind, PlanDeploymentInput } from './deployment-plan.kind.js';
import { Document } from './document.entity.js';
import { AddDocumentInput, documentKind } from './document.kind.js';
import { HumanRightsScreening } from './human-rights-screening.entity.js';
import { humanRightsScreeningKind, RecordHumanRightsScreeningInput } from './human-rights-screening.kind.js';
import { Measurement } from './measurement.entity.js';
import { RecordMeasurementInput } from './measurement.input.js';
import { measurementKind } from './measurement.kind.js';
import { PledgeDescription } from './pledge-description.entity.js';
import { describePledge, DescribePledgeInput } from './pledge-description.kind.js';
import { appendTo, replaceIn } from './pledge-kind.js';
import { RdlAgreement } from './rdl-agreement.entity.js';
import { AgreeRdlInput, rdlAgreementKind } from './rdl-agreement.kind.js';
import { RequirementAlignment } from './requirement-alignment.entity.js';
import { AlignWithRequirementInput } from './requirement-alignment.input.js';
import { requirementAlignmentKind } from './requirement-alignment.kind.js';
import { RequirementReview } from './requirement-review.entity.js';
import { requirementReviewKind, ReviewRequirementInput } from './requirement-review.kind.js';
import { UnitCertificate } from './unit-certificate.entity.js';
import { ReceiveUnitCertificateInput, unitCertificateKind } from './unit-certificate.kind.js';

/** What is recorded of a pledge, and of its Member State. */
@Resolver()
export class PledgeFactsResolver {
  @Change(() => PledgeDescription)
  describePledge(@Context('operation') context: OperationContext, @Args('input') input: DescribePledgeInput) {
    return describePledge(context, input);
  }

  @Change(() => Confirmation)
  confirmPledge(@Context('operation') context: OperationContext, @Args('input') input: ConfirmPledgeInput) {
    return appendTo(context, confirmationKind, input);
  }

  @Change(() => Document)
  addDocument(@Context('operation') context: OperationContext, @Args('input') input: AddDocumentInput) {
    return appendTo(context, documentKind, input);
  }

  @Change(() => Measurement)
  recordMeasurement(
    @Context('operation') context: OperationContext,
    @Args('input') input: RecordMeasurementInput,
  ) {
    return appendTo(context, measurementKind, input);
  }

  @Change(() => Caveat)
  declareCaveat(@Context('operation') context: OperationContext, @Args('input') input: DeclareCaveatInput) {
    return appendTo(context, caveatKind, { ...input, kind: 'DECLARED' });
  }

  @Change(() => Caveat)
  reportCaveat(@Context('operation') context: OperationContext, @Args('input') input: ReportCaveatInput) {
    return appendTo(context, caveatKind, { ...input, kind: 'UNDECLARED' });
  }

  @Change(() => CaveatSettlement)
  settleCaveat(@Context('operation') context: OperationContext, @Args('input') input: SettleCaveatInput) {
    return settleCaveat(context, input);
  }

  @Change(() => Bar)
  barUnit(@Context('operation') context: OperationContext, @Args('input') input: BarUnitInput) {
    return barUnit(context, input);
  }

  @Change(() => Bar)
  barMemberState(@Context('operation') context: OperationContext, @Args('input') input: BarMemberStateInput) {
    return barMemberState(context, input);
  }

  @Change(() => RdlAgreement)
  agreeRdl(@Context('operation') context: OperationContext, @Args('input') input: AgreeRdlInput) {
    return appendTo(context, rdlAgreementKind, input);
  }

  @Change(() => HumanRightsScreening)
  recordHumanRightsScreening(
    @Context('operation') context: OperationContext,
    @Args('input') input: RecordHumanRightsScreeningInput,
  ) {
    return appendTo(context, humanRightsScreeningKind, input);
  }

  @Change(() => DeploymentPlan)
  planDeployment(@Context('operation') context: OperationContext, @Args('input') input: PlanDeploymentInput) {
    return replaceIn(context, deploymentPlanKind, input);
  }

  @Change(() => UnitCertificate)
  receiveUnitCertificate(
    @Context('operation') context: OperationContext,
    @Args('input') input: ReceiveUnitCertificateInput,
  ) {
    return appendTo(context, unitCertificateKind, input);
  }

  @Change(() => RequirementAlignment)
  alignWithRequirement(
    @Context('operation') context: OperationContext,
    @Args('input') input: AlignWithRequirementInput,
  ) {
    return appendTo(context, requirementAlignmentKind, input);
  }

  @Change(() => RequirementReview)
  reviewRequirement(
    @Context('operation') context: OperationContext,
    @Args('input') input: ReviewRequirementInput,
  ) {
    return replaceIn(context, requirementReviewKind, input);
  }
}
