import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { decodeCursor, isText, pageOf } from '#platform/graphql/connection.js';
import { momentOf } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { readJson } from '#platform/record/json.sql.js';
import { knownMemberState } from '#pledges/rules.js';
import {
  HospitalComparison,
  HospitalComparisonArgs,
  type ComparedComponent,
  type ComparedHospital,
} from './hospital-comparison.types.js';
import { HOSPITAL_COMPARISON_SQL } from './hospital-comparison.sql.js';

interface Found {
  readonly totalCount: number;
  readonly assessed: number;
  readonly needImprovement: number;
  readonly components: string;
  readonly nodes: string | null;
}

const isRank = (part: unknown) => part === 0 || part === 1 || part === 2;

@Resolver()
export class HospitalComparisonResolver {
  @Query(() => HospitalComparison, {
    nullable: true,
    description: 'The latest hospital assessment of each medical pledge by component.',
  })
  hospitalComparison(@Context('operation') context: OperationContext, @Args() args: HospitalComparisonArgs) {
    return compareHospitals(context, args);
  }
}

async function compareHospitals(
  context: OperationContext,
  args: HospitalComparisonArgs,
): Promise<HospitalComparison> {
  const moment = momentOf(context, args);
  const { memberState, lifecycles, needsImprovement } = args.filter ?? {};
  if (memberState) knownMemberState(context, 'filter.memberState', memberState);
  const after = decodeCursor(args.after, [isRank, isText, isText]) ?? [null, null, null];
  const filter = [memberState, lifecycles, needsImprovement].map((value) => value ?? null);
  const [found] = await context.query<Found>(HOSPITAL_COMPARISON_SQL, [
    ...[moment.asOf, moment.knownOn, ...filter, ...after],
    args.first + 1,
  ]);
  if (found === undefined) throw new Error('a comparison without an answer');
  const { totalCount, assessed, needImprovement, components, nodes } = found;
  const hospitals = readJson<ComparedHospital & { readonly rank: number }>(nodes, moment);
  return {
    ...{ assessed, needImprovement, components: readJson<ComparedComponent>(components, moment) },
    hospitals: pageOf(hospitals, args, totalCount, (node) => [node.rank, node.memberState, node.reference]),
  };
}
