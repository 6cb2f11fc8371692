import { Module } from '@nestjs/common';
import { PerformanceResolver } from './performance.resolver.js';
import { PerformanceService } from './performance.service.js';

/** In-mission evaluations and the improvement plans that follow them. */
@Module({ providers: [PerformanceResolver, PerformanceService] })
export class PerformanceModule {}
