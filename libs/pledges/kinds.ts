import type { FactKind } from '#platform/record/fact-kind.js';
import { barKind } from './bar.kind.js';
import { caveatKind } from './caveat.kind.js';
import { caveatSettlementKind } from './caveat-settlement.kind.js';
import { confirmationKind } from './confirmation.kind.js';
import { deploymentPlanKind } from './deployment-plan.kind.js';
import { documentKind } from './document.kind.js';
import { humanRightsScreeningKind } from './human-rights-screening.kind.js';
import { lifecycleStepKind } from './lifecycle.kind.js';
import { measurementKind } from './measurement.kind.js';
import { descriptionKind } from './pledge-description.kind.js';
import { rdlAgreementKind } from './rdl-agreement.kind.js';
import { requirementAlignmentKind } from './requirement-alignment.kind.js';
import { requirementReviewKind } from './requirement-review.kind.js';
import { unitCertificateKind } from './unit-certificate.kind.js';

/** Every kind of fact of this room, for corrections. */
export const PLEDGE_KINDS: readonly FactKind[] = [
  lifecycleStepKind,
  descriptionKind,
  confirmationKind,
  documentKind,
  measurementKind,
  caveatKind,
  caveatSettlementKind,
  barKind,
  rdlAgreementKind,
  humanRightsScreeningKind,
  deploymentPlanKind,
  unitCertificateKind,
  requirementAlignmentKind,
  requirementReviewKind,
];
