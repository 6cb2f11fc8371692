import type { Day } from './day.js';
import {
  LEVEL_1_DOCUMENTS,
  LEVEL_3_DOCUMENTS,
  STANDING_OF,
  type DocumentFact,
  type DocumentType,
  type Facts,
} from './facts.js';
import type { ReadinessParameters } from './parameters.js';
import { PledgeOnDay } from './pledge-on-day.js';
import { certificateAwaited } from './rules/certification.js';
import { asksLevelThreeDocuments } from './rules/documents.js';
import { validityOf } from './rules/validity.js';

/** What a Member State has to give again, or for the first time, lest a rule speaks against its pledge. */
export const OWED_KINDS = ['CONFIRMATION', 'UNIT_CERTIFICATE', 'DOCUMENT'] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

interface Due {
  /** The last day on which it is in time. */
  readonly dueOn: Day;
  /** The day from which it has been owed, where the facts tell. */
  readonly since: Day | null;
}

/** Each with the fact that it is counted from: its name, or the object itself. */
export type Owed =
  | (Due & { readonly kind: 'CONFIRMATION'; readonly basis: 'registeredOn' | 'confirmedOn' })
  | (Due & { readonly kind: 'UNIT_CERTIFICATE'; readonly basis: 'plannedDeploymentOn' })
  | (Due & { readonly kind: 'DOCUMENT'; readonly basis: DocumentFact });

/**
 * What is owed for a pledge in the pool, committed or deployed, by which day, however far ahead: reckoned by the same
 * functions as the reasons that follow when it is not given. What has no end is not owed, nor what was never given and
 * has no day by which it should have been.
 */
export function owedFor(facts: Facts, asOf: Day, parameters: ReadinessParameters): Owed[] {
  if (STANDING_OF[facts.lifecycle] === 'OUTSIDE') return [];
  const pledge = new PledgeOnDay(facts, asOf, parameters);
  const owed: Owed[] = [];
  const validity = validityOf(pledge);
  if (validity !== null) {
    const { until: dueOn, from: basis } = validity;
    owed.push({ kind: 'CONFIRMATION', dueOn, since: facts[basis], basis });
  }
  const awaited = certificateAwaited(pledge);
  if (awaited !== null) {
    owed.push({ kind: 'UNIT_CERTIFICATE', dueOn: awaited, since: null, basis: 'plannedDeploymentOn' });
  }
  for (const type of documentsAskedFor(facts)) {
    const basis = pledge.documentOf(type);
    if (basis === undefined || basis.validUntil === null) continue;
    owed.push({ kind: 'DOCUMENT', dueOn: basis.validUntil, since: basis.receivedOn, basis });
  }
  return owed;
}

const documentsAskedFor = ({ registeredLevel }: Facts): readonly DocumentType[] =>
  asksLevelThreeDocuments(registeredLevel) ? [...LEVEL_1_DOCUMENTS, ...LEVEL_3_DOCUMENTS] : LEVEL_1_DOCUMENTS;
