import { Injectable } from '@nestjs/common';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { raiseVersion } from '#platform/record/version.js';
import type { LevelDecision } from '#pledges/level-decision.entity.js';
import { standingOf } from '#pledges/pledge-standing.js';
import { levelDecisionKind, type DecideLevelInput } from './level-decision.kind.js';

/** Level decisions: a person's, held against what the rules make of the evidence on that day. */
@Injectable()
export class LevelDecisionService {
  async decide(context: OperationContext, input: DecideLevelInput): Promise<LevelDecision> {
    const pledge = await standingOf(context, input.pledgeId);
    await raiseVersion(context, 'pledge', pledge.id, input.expectedVersion);
    return levelDecisionKind.write(context, pledge, input);
  }
}
