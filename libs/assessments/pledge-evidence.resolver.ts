import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Id } from '#platform/ids.js';
import { momentCarried, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { readJson } from '#platform/record/json.sql.js';
import { Pledge } from '#pledges/pledge.entity.js';
import { EVIDENCE_OF_PLEDGES_SQL } from './evidence.sql.js';
import { AssessedPledge, Inspection } from './evidence.types.js';

interface Evidence {
  readonly inspections: readonly Inspection[];
  readonly componentResults: readonly AssessedPledge[];
}

/** What visits found of a pledge part by part, at the moment that was asked for. */
@Resolver(() => Pledge)
export class PledgeEvidenceResolver {
  @ResolveField(() => [Inspection], {
    description: 'Inspections of its contingent-owned equipment by line, the latest first.',
  })
  async inspections(
    @Context('operation') context: OperationContext,
    @Parent() pledge: Pledge & { readonly moment?: Moment },
  ): Promise<readonly Inspection[]> {
    return (await evidenceOf(context, pledge)).inspections;
  }

  @ResolveField(() => [AssessedPledge], { description: 'Its assessments by component, the latest first.' })
  async componentResults(
    @Context('operation') context: OperationContext,
    @Parent() pledge: Pledge & { readonly moment?: Moment },
  ): Promise<readonly AssessedPledge[]> {
    return (await evidenceOf(context, pledge)).componentResults;
  }
}

/** All pledges of an answer share one statement, and both fields. */
function evidenceOf(
  context: OperationContext,
  pledge: { readonly id: Id; readonly moment?: Moment },
): Promise<Evidence> {
  const moment = momentCarried(context, pledge);
  const loader = context.once(
    `evidence at ${JSON.stringify(moment)}`,
    () => new DataLoader<Id, Evidence>((ids) => readEvidence(context, moment, ids)),
  );
  return loader.load(pledge.id);
}

async function readEvidence(
  context: OperationContext,
  moment: Moment,
  ids: readonly Id[],
): Promise<Evidence[]> {
  const rows = await context.query<{ id: Id; inspections: string; componentResults: string }>(
    EVIDENCE_OF_PLEDGES_SQL,
    [moment.asOf, moment.knownOn, ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => ({
    inspections: readJson<Inspection>(found.get(id)?.inspections, moment),
    componentResults: readJson<AssessedPledge>(found.get(id)?.componentResults, moment),
  }));
}
