import { InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import {
  CodeField,
  IdField,
  TextField,
  VersionField,
  type BrokenRule,
} from '#platform/graphql/input-fields.js';
import { VisitHoldingContent } from './visit-holding.kind.js';
import { VISIT_KIND_CODES, type VisitKindCode } from './visit-kinds.js';
import { VisitPlanContent } from './visit-plan.kind.js';

const MOST_PLEDGES = 100;

@InputType()
export class PlanVisitInput extends VisitPlanContent {
  @TextField(3, { description: 'The Member State that is visited: ISO alpha-3.' })
  memberState!: string;

  @CodeField(VISIT_KIND_CODES)
  kind!: VisitKindCode;

  @TextField(40, {
    optional: true,
    description: 'Unique within the Member State; left out, the next free one of the year.',
  })
  reference?: string | null;

  @IdField({ each: true, description: 'The pledges that it looks at, all of that Member State.' })
  @ArrayMinSize(1, { context: { code: 'REQUIRED' } satisfies BrokenRule })
  @ArrayMaxSize(MOST_PLEDGES, { context: { code: 'TOO_LARGE', limit: MOST_PLEDGES } satisfies BrokenRule })
  pledgeIds!: string[];
}

@InputType()
export class ReplanVisitInput extends VisitPlanContent {
  @IdField()
  visitId!: string;

  @VersionField()
  expectedVersion!: number;

  @IdField({ each: true, optional: true, description: 'Pledges that it looks at beside those before.' })
  @ArrayMaxSize(MOST_PLEDGES, { context: { code: 'TOO_LARGE', limit: MOST_PLEDGES } satisfies BrokenRule })
  addedPledgeIds?: string[] | null;
}

@InputType()
export class HoldVisitInput extends VisitHoldingContent {
  @IdField()
  visitId!: string;

  @VersionField()
  expectedVersion!: number;
}
