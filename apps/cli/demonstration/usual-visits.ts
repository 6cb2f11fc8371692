import { addDays, type PlainDate } from '#platform/plain-date.js';
import { VISIT_KINDS, type VisitKindCode } from '#assessments/visit-kinds.js';
import { UNIT_TYPES, type UnitTypeCode } from '#reference/data/unit-types.js';
import type { SeededRandom } from './random.js';
import {
  findingAnswered,
  findingClosed,
  recommendationAnswered,
  visited,
  type FindingStory,
  type RecommendationStory,
} from './steps-of-visits.js';
import type { Told } from './told.js';
import { FINDINGS, RECOMMENDATIONS } from './usual-remarks.js';

export type Outcome = 'SATISFACTORY' | 'SATISFACTORY_WITH_RECOMMENDATIONS' | 'UNSATISFACTORY';

/** Whether such a visit may look at such a unit. */
export const seenBy = (kind: VisitKindCode, unitType: UnitTypeCode): boolean =>
  UNIT_TYPES.some((unit) => unit.code === unitType && VISIT_KINDS[kind].looksAt({ ...unit, unitType }));

/** Visits of one pledge with what they find and ask for, numbered on from visit to visit, and what becomes of it. */
export class Remarks {
  #findings = 0;
  #recommendations = 0;

  constructor(
    private readonly lot: SeededRandom,
    private readonly told: Told,
  ) {}

  of({ from, outcome }: { readonly from: PlainDate; readonly outcome: Outcome }, sound: boolean): void {
    const { lot } = this;
    const findings: FindingStory[] = [];
    const recommendations: RecommendationStory[] = [];
    if (!sound && outcome === 'SATISFACTORY' && lot.chance(25)) findings.push(this.finding(from, 'MINOR'));
    if (outcome === 'SATISFACTORY_WITH_RECOMMENDATIONS') {
      for (let left = lot.between(1, 3); left > 0; left -= 1) recommendations.push(this.recommendation(from));
      if (lot.chance(45)) findings.push(this.finding(from, lot.chance(65) ? 'CRITICAL' : 'MAJOR'));
    }
    if (outcome === 'UNSATISFACTORY') {
      for (let left = lot.between(1, 2); left > 0; left -= 1) findings.push(this.finding(from, 'CRITICAL'));
    }
    this.told.add(visited({ kind: 'AAV', from, outcome, findings, recommendations }));
  }

  private finding(from: PlainDate, severity: FindingStory['severity']): FindingStory {
    const { lot, told } = this;
    this.#findings += 1;
    const reference = `F-${this.#findings}`;
    const { area, statement, answer } = lot.oneOf(FINDINGS);
    const answeredOn = addDays(from, lot.between(40, 90));
    const answered = lot.chance(80) && told.on(answeredOn, (on) => findingAnswered(on, reference, answer));
    if (answered && lot.chance(78)) {
      told.on(addDays(answeredOn, lot.between(10, 80)), (on) =>
        findingClosed(on, reference, 'Seen to be done.'),
      );
    }
    return { reference, area, severity, due: addDays(from, lot.between(125, 200)), statement };
  }

  private recommendation(from: PlainDate): RecommendationStory {
    const { lot, told } = this;
    this.#recommendations += 1;
    const reference = `R-${this.#recommendations}`;
    const { area, statement, answer } = lot.oneOf(RECOMMENDATIONS);
    if (lot.chance(72)) {
      told.on(addDays(from, lot.between(40, 220)), (on) => recommendationAnswered(on, reference, answer));
    }
    return { reference, area, statement };
  }
}
