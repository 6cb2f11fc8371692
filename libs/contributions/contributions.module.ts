import { Module } from '@nestjs/common';
import { ContributionsResolver } from './contributions.resolver.js';
import { ContributionsService } from './contributions.service.js';

/** Monthly figures of personnel in missions, as published. Shown beside readiness, never inside it. */
@Module({ providers: [ContributionsResolver, ContributionsService] })
export class ContributionsModule {}
