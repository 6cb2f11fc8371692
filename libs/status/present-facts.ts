import { formatDay, type Day } from '#readiness/day.js';
import type { RecordedFacts, Records } from './facts.js';
import type { FactsAnswer } from './pledge-facts.type.js';
import { referencesOf } from './why.js';

/** The names under which facts hold days. */
const DAYS: ReadonlySet<string> = new Set([
  'registeredOn',
  'confirmedOn',
  'receivedOn',
  'validUntil',
  'date',
  'dueOn',
  'closedOn',
  'agreementFrom',
  'agreementUntil',
  'resolveBy',
  'resolvedOn',
  'from',
  'until',
  'plannedDeploymentOn',
  'unitCertificateOn',
]);

/** Facts as they are answered: days written out, the records of each as references. */
export function presentFacts({ records: _ofPlainValues, ...facts }: RecordedFacts): FactsAnswer {
  return JSON.parse(JSON.stringify(facts), (name, value: unknown) => {
    if (name === 'records') return referencesOf(value as Records);
    return typeof value === 'number' && DAYS.has(name) ? formatDay(value as Day) : value;
  }) as FactsAnswer;
}
