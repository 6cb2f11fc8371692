import { Module } from '@nestjs/common';
import { FindingsResolver } from './findings.resolver.js';
import { FindingsService } from './findings.service.js';
import { VisitQuestionsResolver } from './visit-questions.resolver.js';
import { VisitsResolver } from './visits.resolver.js';
import { VisitsService } from './visits.service.js';

/** Visits, what they found, and what was done about it. */
@Module({
  providers: [VisitQuestionsResolver, VisitsResolver, VisitsService, FindingsResolver, FindingsService],
})
export class AssessmentsModule {}
