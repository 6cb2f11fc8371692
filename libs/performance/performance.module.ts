import { Module } from '@nestjs/common';
import { PerformanceQuestionsResolver } from './performance-questions.resolver.js';
import { PerformanceResolver } from './performance.resolver.js';
import { PerformanceService } from './performance.service.js';

/** In-mission evaluations and the improvement plans that follow them. */
@Module({ providers: [PerformanceQuestionsResolver, PerformanceResolver, PerformanceService] })
export class PerformanceModule {}
