import { Bar } from './bar.entity.js';
import { Caveat } from './caveat.entity.js';
import { CaveatSettlement } from './caveat-settlement.entity.js';
import { Confirmation } from './confirmation.entity.js';
import { DeploymentPlan } from './deployment-plan.entity.js';
import { Document } from './document.entity.js';
import { HumanRightsScreening } from './human-rights-screening.entity.js';
import { LevelDecision } from './level-decision.entity.js';
import { LevelDecisionEvidence } from './level-decision-evidence.entity.js';
import { LifecycleStep } from './lifecycle-step.entity.js';
import { Measurement } from './measurement.entity.js';
import { MeasurementEquipmentLine, MeasurementSelfSustainment } from './measurement-parts.entity.js';
import { PledgeDescription } from './pledge-description.entity.js';
import { Pledge } from './pledge.entity.js';
import { RdlAgreement } from './rdl-agreement.entity.js';
import {
  RequirementAlignment,
  RequirementAlignmentCategory,
  RequirementAlignmentLine,
} from './requirement-alignment.entity.js';
import { RequirementReview } from './requirement-review.entity.js';
import { UnitCertificate } from './unit-certificate.entity.js';

/** The tables of this room. */
export const PLEDGE_ENTITIES = [
  Pledge,
  PledgeDescription,
  LifecycleStep,
  Confirmation,
  Document,
  Measurement,
  MeasurementEquipmentLine,
  MeasurementSelfSustainment,
  Caveat,
  CaveatSettlement,
  Bar,
  RdlAgreement,
  HumanRightsScreening,
  DeploymentPlan,
  UnitCertificate,
  LevelDecision,
  LevelDecisionEvidence,
  RequirementAlignment,
  RequirementAlignmentLine,
  RequirementAlignmentCategory,
  RequirementReview,
];
