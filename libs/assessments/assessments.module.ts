import { Module } from '@nestjs/common';
import { EvidenceResolver } from './evidence.resolver.js';
import { FindingsResolver } from './findings.resolver.js';
import { FindingsService } from './findings.service.js';
import { HospitalComparisonResolver } from './hospital-comparison.resolver.js';
import { VisitKindsResolver } from './visit-kinds.resolver.js';
import { VisitQuestionsResolver } from './visit-questions.resolver.js';
import { VisitsResolver } from './visits.resolver.js';
import { VisitsService } from './visits.service.js';

/** Visits, what they found, and what was done about it. */
@Module({
  providers: [
    EvidenceResolver,
    FindingsResolver,
    FindingsService,
    HospitalComparisonResolver,
    VisitKindsResolver,
    VisitQuestionsResolver,
    VisitsResolver,
    VisitsService,
  ],
})
export class AssessmentsModule {}
