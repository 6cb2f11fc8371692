import { Module } from '@nestjs/common';
import { FindingsResolver } from './findings.resolver.js';
import { FindingsService } from './findings.service.js';
import { VisitsResolver } from './visits.resolver.js';
import { VisitsService } from './visits.service.js';

/** Visits, what they found, and what was done about it. */
@Module({ providers: [VisitsResolver, VisitsService, FindingsResolver, FindingsService] })
export class AssessmentsModule {}
