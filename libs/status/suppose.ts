import { ProblemError } from '#platform/problem.js';
import type { PledgeStanding } from '#pledges/pledge-standing.js';
import type { RecordedFacts } from './facts.js';
import type { PledgeAtMoment } from './status-of-pledges.js';
import { barLifted, memberStateBarred, unitBarred } from './suppose-bars.js';
import type { Edit, Supposing } from './suppose-edit.js';
import { measured } from './suppose-measured.js';
import { evaluated, planClosed, planExtended, planOpened } from './suppose-performance.js';
import {
  caveatDeclared,
  caveatReported,
  caveatSettled,
  confirmed,
  deploymentPlanned,
  documentReceived,
  levelDecided,
  rdlAgreed,
  screened,
  stepTaken,
  unitCertificateReceived,
} from './suppose-pledge.js';
import {
  advisoryVisitHeld,
  assessmentHeld,
  findingClosed,
  hospitalDeficiencyClosed,
  hospitalDeficiencyRaised,
  recommendationsAnswered,
  verificationHeld,
} from './suppose-visits.js';
import type { SuppositionInput } from './suppose.input.js';

export type SuppositionKind = keyof SuppositionInput;
type Said<Kind extends SuppositionKind> = NonNullable<SuppositionInput[Kind]>;

/** What each kind of supposition makes of the facts: as its recording would, on the day asked of. */
const EDITS: { readonly [Kind in SuppositionKind]: Edit<Said<Kind>> } = {
  advisoryVisitHeld,
  verificationHeld,
  assessmentHeld,
  recommendationsAnswered,
  findingClosed,
  hospitalDeficiencyRaised,
  hospitalDeficiencyClosed,
  documentReceived,
  confirmed,
  measured,
  screened,
  caveatDeclared,
  caveatReported,
  caveatSettled,
  unitBarred,
  memberStateBarred,
  barLifted,
  rdlAgreed,
  deploymentPlanned,
  unitCertificateReceived,
  stepTaken,
  levelDecided,
  evaluated,
  planOpened,
  planExtended,
  planClosed,
};

export const SUPPOSITION_KINDS = Object.keys(EDITS) as SuppositionKind[];

/**
 * The facts of a pledge as they would be if all that is supposed had been recorded, one after the other.
 * @throws ProblemError with the field as a path from `suppositions` on
 */
export function suppose(
  { facts: actual, description, moment }: PledgeAtMoment,
  standing: PledgeStanding,
  suppositions: readonly SuppositionInput[],
): RecordedFacts {
  const statement = description?.['requirement_statement_id'];
  const requirementStatementId = typeof statement === 'string' ? statement : null;
  let supposing: Supposing = { asOf: moment.asOf, standing, requirementStatementId };
  let facts = actual;
  for (const [place, supposition] of suppositions.entries()) {
    const before = facts.lifecycle;
    facts = { ...facts, ...edited(place, supposition, facts, supposing) };
    if (facts.lifecycle !== before) supposing = stepped(supposing, facts);
  }
  return facts;
}

function edited(
  place: number,
  supposition: SuppositionInput,
  facts: RecordedFacts,
  supposing: Supposing,
): Partial<RecordedFacts> {
  const kind = SUPPOSITION_KINDS.find((each) => supposition[each]);
  if (kind === undefined) throw new Error('a supposition without content was let through');
  try {
    return editedBy(kind, supposition, facts, supposing);
  } catch (error) {
    if (error instanceof ProblemError) {
      const { problem } = error;
      problem.field = ['suppositions', place, kind, ...(problem.field ? [problem.field] : [])].join('.');
    }
    throw error;
  }
}

function editedBy<Kind extends SuppositionKind>(
  kind: Kind,
  supposition: SuppositionInput,
  facts: RecordedFacts,
  supposing: Supposing,
): Partial<RecordedFacts> {
  return EDITS[kind](facts, supposition[kind] as Said<Kind>, supposing);
}

const stepped = ({ standing, ...rest }: Supposing, { lifecycle }: RecordedFacts): Supposing => {
  const step = { id: standing.id, state: lifecycle, occurredOn: rest.asOf, mission: null };
  return { ...rest, standing: { ...standing, steps: [...standing.steps, step] } };
};
