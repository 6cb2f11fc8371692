import { Module } from '@nestjs/common';
import { BoardResolver } from './board.resolver.js';
import { BoardService } from './board.service.js';
import { ComparisonResolver } from './comparison.resolver.js';
import { CorrectionResolver } from './correction.resolver.js';
import { CorrectionService } from './correction.service.js';
import { FollowUpsResolver, MemberStateFollowUpsResolver } from './follow-ups.resolver.js';
import { ForecastResolver } from './forecast.resolver.js';
import {
  BoardHistoryResolver,
  MemberStateHistoryResolver,
  PledgeHistoryResolver,
} from './history.resolver.js';
import { LevelDecisionResolver } from './level-decision.resolver.js';
import { LevelDecisionService } from './level-decision.service.js';
import { LifecycleCorrectionResolver } from './lifecycle-correction.resolver.js';
import { LifecycleCorrectionService } from './lifecycle-correction.service.js';
import { PledgeEvidenceResolver } from './pledge-evidence.resolver.js';
import { PledgeFieldsResolver } from './pledge-fields.resolver.js';
import { PledgeListResolver } from './pledge-list.resolver.js';
import { PledgeListService } from './pledge-list.service.js';
import { DescriptionNamesResolver, PledgeNamesResolver } from './pledge-names.resolver.js';
import { PledgeResolver } from './pledge.resolver.js';
import { MemberStateRequirementsResolver, RequirementFieldsResolver } from './requirement-fields.resolver.js';
import { StatusFieldsResolver } from './status-fields.resolver.js';
import { WhatIfResolver } from './what-if.resolver.js';

/** What facts mean: the status of a pledge, of a Member State, of all. */
@Module({
  providers: [
    BoardHistoryResolver,
    BoardResolver,
    BoardService,
    ComparisonResolver,
    CorrectionResolver,
    CorrectionService,
    DescriptionNamesResolver,
    FollowUpsResolver,
    ForecastResolver,
    LevelDecisionResolver,
    LevelDecisionService,
    LifecycleCorrectionResolver,
    LifecycleCorrectionService,
    MemberStateFollowUpsResolver,
    MemberStateHistoryResolver,
    MemberStateRequirementsResolver,
    PledgeEvidenceResolver,
    PledgeFieldsResolver,
    PledgeHistoryResolver,
    PledgeListResolver,
    PledgeListService,
    PledgeNamesResolver,
    PledgeResolver,
    RequirementFieldsResolver,
    StatusFieldsResolver,
    WhatIfResolver,
  ],
})
export class StatusModule {}
