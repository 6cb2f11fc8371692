import { Args, Context, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { Change } from '#platform/graphql/result.js';
import { ComponentResults } from './component-results.entity.js';
import { componentResultsKind, RecordComponentResultsInput } from './component-results.kind.js';
import { Inspection } from './evidence.types.js';
import { recordInspection, RecordInspectionInput } from './inspections.js';
import { appendToVisit } from './visit-standing.js';

/** What inspections and assessments record part by part. */
@Resolver()
export class EvidenceResolver {
  @Change(() => Inspection)
  recordInspection(
    @Context('operation') context: OperationContext,
    @Args('input') input: RecordInspectionInput,
  ) {
    return recordInspection(context, input);
  }

  @Change(() => ComponentResults)
  recordComponentResults(
    @Context('operation') context: OperationContext,
    @Args('input') input: RecordComponentResultsInput,
  ) {
    return appendToVisit(context, componentResultsKind, input);
  }
}
