import DataLoader from 'dataloader';
import type { Id } from '#platform/ids.js';
import { momentCarried, type Moment } from '#platform/moment.js';
import type { OperationContext } from '#platform/operation/operation-context.js';
import { readJson } from '#platform/record/json.sql.js';
import { EVIDENCE_OF_PLEDGES_SQL } from './evidence.sql.js';
import type { AssessedPledge, Inspection } from './evidence.types.js';

/** What visits found of a pledge part by part, the latest first. */
interface Evidence {
  readonly inspections: readonly Inspection[];
  readonly componentResults: readonly AssessedPledge[];
}

/** All pledges of an answer, and both of its parts, share one statement. */
export function evidenceOf(
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

/** As `evidenceOf`, for several pledges in one statement. */
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
