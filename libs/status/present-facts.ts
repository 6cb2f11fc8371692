import { formatDay, type Day } from '#readiness/day.js';
import { DAY_FIELDS } from '#readiness/facts.js';
import type { RecordedFacts, Records } from './facts.js';
import type { FactsAnswer } from './pledge-facts.type.js';
import { referencesOf } from './why.js';

/** Facts as they are answered: days written out, the records of each as references. */
export function presentFacts({
  records: _ofPlainValues,
  plans: _one,
  unagreedVerification: _none,
  ...facts
}: RecordedFacts): FactsAnswer {
  return JSON.parse(JSON.stringify(facts), (name, value: unknown) => {
    if (name === 'records') return referencesOf(value as Records);
    return typeof value === 'number' && DAY_FIELDS.has(name) ? formatDay(value as Day) : value;
  }) as FactsAnswer;
}
