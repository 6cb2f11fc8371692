import { addDays } from '#platform/plain-date.js';
import { LEVEL_1_DOCUMENTS } from '#readiness/facts.js';
import { inMonths } from './calendar.js';
import {
  measurement,
  caveatDeclared,
  caveatReported,
  caveatSettled,
  barred,
  documentReceived,
  levelDecided,
  documentsReceived,
} from './steps-of-evidence.js';
import { corrected } from './steps-of-correction.js';
import { described, drafted, moved, registered, rejected, submitted, withdrawn } from './steps-of-life.js';
import {
  deficiencyClosed,
  deficiencyRaised,
  findingAnswered,
  findingClosed,
  recommendationAnswered,
  visited,
  visitPlanned,
  visitPutOff,
} from './steps-of-visits.js';
import type { Scenario } from './scenario.js';
import { atRdl, inPool, submittedWithDocuments } from './usual-stories.js';

/** Stories of pledges that are in the pool, on their way into it, or out of it again. */
export const POOL_SCENARIOS = {
  READY_LEVEL_2: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 14, visited: 11, level: 'LEVEL_2', counts: { totalsOnly: true } }),
    ],
  },

  READY_LEVEL_3: { comesTo: 'READY', steps: (ago) => [inPool(ago)] },

  READY_SOONER: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 23 }),
      described(ago(7), 45, 'Equipment is now kept packed at one place.'),
    ],
  },

  READY_AT_RDL: { comesTo: 'READY', steps: (ago) => [inPool(ago), atRdl(ago)] },

  RECOMMENDATIONS_ANSWERED: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, {
        registered: 16,
        visited: 12,
        visit: {
          outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS',
          recommendations: [
            {
              reference: 'R-1',
              area: 'TRAINING',
              statement: 'Train drivers on the vehicles that are pledged.',
            },
          ],
          findings: [
            {
              reference: 'F-1',
              area: 'CONTINGENT_OWNED_EQUIPMENT',
              severity: 'CRITICAL',
              due: ago(9),
              statement: 'Half of the radios could not be shown to work.',
            },
          ],
        },
      }),
      findingAnswered(ago(11), 'F-1', 'The radios were replaced; the list of serial numbers is enclosed.'),
      findingClosed(ago(10), 'F-1', 'Seen on a test of all radio nets.'),
      recommendationAnswered(ago(10), 'R-1', 'All drivers hold the certificate.'),
    ],
  },

  NEW_WITHOUT_VISIT: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [
      inPool(ago, { registered: 4, visited: null, counts: null, level: 'LEVEL_1', screening: 'PENDING' }),
      visitPlanned('AAV', addDays(inMonths(1), -3)),
    ],
  },

  NEW_VISIT_PUT_OFF: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [
      inPool(ago, { registered: 5, visited: null, level: 'LEVEL_1', screening: null }),
      visitPlanned('AAV', ago(1)),
      visitPutOff(ago(1, 5), 'AAV', ago(1), inMonths(2), 'Put off at the wish of the Member State.'),
    ],
  },

  CONFIRMATION_OVERDUE: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [inPool(ago, { registered: 22, confirmed: ago(6, 10) })],
  },

  LAPSED: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [inPool(ago, { registered: 21, confirmed: ago(9) })],
  },

  UNSATISFACTORY_VISIT: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inPool(ago, {
        registered: 23,
        level: 'LEVEL_1',
        visit: {
          outcome: 'UNSATISFACTORY',
          summary: 'The unit that was shown is not the unit that is pledged.',
          findings: [
            {
              reference: 'F-1',
              area: 'TRAINING',
              severity: 'CRITICAL',
              due: inMonths(2),
              statement: 'Most of the personnel shown had not begun the training before deployment.',
            },
            {
              reference: 'F-2',
              area: 'GENDER',
              severity: 'MINOR',
              due: inMonths(3),
              statement: 'No accommodation is foreseen for women of the unit.',
            },
          ],
        },
      }),
      findingAnswered(ago(6), 'F-1', 'A training plan for the whole unit is enclosed.'),
    ],
  },

  VISIT_STALE: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [inPool(ago, { registered: 29, visited: 26 })],
  },

  VISIT_EXPIRED: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [inPool(ago, { registered: 40, visited: 38, level: 'LEVEL_2' })],
  },

  RECOMMENDATIONS_OPEN: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inPool(ago, {
        registered: 14,
        visited: 11,
        level: 'LEVEL_2',
        visit: {
          outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS',
          recommendations: [
            { reference: 'R-1', area: 'MOVEMENT_CONTROL', statement: 'Name the port of embarkation.' },
            { reference: 'R-2', area: 'MEDICAL', statement: 'Show the vaccination records of the unit.' },
            { reference: 'R-3', area: 'GENERAL', statement: 'Name one post that answers for the pledge.' },
          ],
        },
      }),
      recommendationAnswered(ago(5), 'R-3', 'The post of the pledge officer was created.'),
    ],
  },

  ONE_ANSWER_LEFT: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inPool(ago, {
        registered: 24,
        visit: {
          outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS',
          recommendations: [
            {
              reference: 'R-1',
              area: 'PUBLIC_ORDER',
              statement: 'Exercise with the whole unit, not by platoon.',
            },
            { reference: 'R-2', area: 'FIREARMS', statement: 'Hand over the list of qualified shooters.' },
          ],
        },
      }),
      recommendationAnswered(ago(13), 'R-1', 'The whole unit exercised for two weeks.'),
    ],
  },

  CRITICAL_FINDING_OPEN: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inPool(ago, {
        registered: 10,
        visited: 3,
        level: 'LEVEL_2',
        visit: {
          findings: [
            {
              reference: 'F-1',
              area: 'ENGINEERING',
              severity: 'CRITICAL',
              due: inMonths(1),
              statement: 'The workshop cannot repair the vehicles that are pledged.',
            },
          ],
        },
      }),
      findingAnswered(ago(2), 'F-1', 'Tools were ordered; delivery is expected within six weeks.'),
    ],
  },

  CRITICAL_FINDING_OVERDUE: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inPool(ago, {
        registered: 18,
        visited: 12,
        level: 'LEVEL_2',
        visit: {
          findings: [
            {
              reference: 'F-1',
              area: 'CONTINGENT_OWNED_EQUIPMENT',
              severity: 'CRITICAL',
              due: ago(3),
              statement: 'The water treatment plants do not reach the quality that is asked for.',
            },
            {
              reference: 'F-2',
              area: 'INFORMATION_AND_COMMUNICATIONS_TECHNOLOGY',
              severity: 'MAJOR',
              owner: 'SECRETARIAT',
              due: ago(1),
              statement: 'The list of radio frequencies was not handed over.',
            },
          ],
        },
      }),
    ],
  },

  NOT_COUNTED: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [
      inPool(ago, {
        registered: 15,
        visited: 12,
        level: 'LEVEL_2',
        counts: { serviceability: null, selfSustainment: null },
      }),
    ],
  },

  PERSONNEL_SHORT: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [inPool(ago, { registered: 18, visited: 12, counts: { personnel: 84 } })],
  },

  EQUIPMENT_SHORT: {
    comesTo: 'NOT_READY',
    steps: (ago) => [inPool(ago, { registered: 21, level: 'LEVEL_2', counts: { serviceability: 70 } })],
  },

  PERSONNEL_VERY_SHORT: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inPool(ago, { registered: 24, level: 'LEVEL_2', counts: { personnel: 62, selfSustainment: 92 } }),
    ],
  },

  HELICOPTERS_MISSING: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inPool(ago, {
        registered: 19,
        visited: 12,
        counts: { equipment: 90, serviceability: 90, absent: { UTILITY_HELICOPTER: 2 } },
      }),
    ],
  },

  DOCUMENT_MISSING: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [
      inPool(ago, {
        registered: 6,
        visited: null,
        level: 'LEVEL_1',
        counts: null,
        screening: null,
        lacks: ['TABLE_OF_ORGANIZATION'],
      }),
    ],
  },

  DOCUMENT_EXPIRED: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [inPool(ago, { registered: 24, valid: { MAJOR_EQUIPMENT_LIST: ago(1) } })],
  },

  DOCUMENT_RENEWED: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 25, visited: 20, valid: { SELF_SUSTAINMENT_LIST: ago(4) } }),
      documentReceived(ago(3), 'SELF_SUSTAINMENT_LIST', inMonths(20)),
    ],
  },

  RDL_AGREEMENT_ENDED: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 25, visited: 21 }),
      atRdl(ago, { signed: ago(15), until: ago(2), verified: ago(11) }),
    ],
  },

  RDL_VERIFICATION_EXPIRED: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 25, visited: 22 }),
      atRdl(ago, { signed: ago(16), verified: ago(14) }),
      visitPlanned('RDL_VERIFICATION', inMonths(1)),
    ],
  },

  RDL_VERIFICATION_FAILED: {
    comesTo: 'READY',
    steps: (ago) => [inPool(ago), atRdl(ago, { verified: ago(4), outcome: 'FAIL', decided: null })],
  },

  RDL_COMMITMENT_TOO_LONG: {
    comesTo: 'READY',
    steps: (ago) => [inPool(ago), atRdl(ago, { days: 90, decided: null })],
  },

  RDL_SERVICEABILITY_UNKNOWN: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [inPool(ago, { counts: { serviceability: null } }), atRdl(ago, { decided: null })],
  },

  RDL_SERVICEABILITY_LOW: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [inPool(ago, { counts: { serviceability: 85 } }), atRdl(ago, { decided: null })],
  },

  LEVEL_ABOVE_THE_EVIDENCE: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inPool(ago, { registered: 24, lacks: ['LOAD_LIST'], valid: { TRAINING_CERTIFICATE: ago(2) } }),
      levelDecided(ago(14), 'LEVEL_3', 'The load list was seen at the visit and is promised within a month.'),
    ],
  },

  CAVEAT_DECLARED: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inPool(ago, { registered: 26, level: 'LEVEL_2' }),
      caveatDeclared(ago(10), 'C-1', 'Not to be used outside the sector for which it is selected.'),
      caveatDeclared(ago(10), 'C-2', 'No movement by night without escort.'),
      caveatSettled(ago(6), 'C-2', 'Withdrawn by note verbale.'),
    ],
  },

  CAVEAT_UNDECLARED_OPEN: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inPool(ago, { registered: 21 }),
      caveatReported(ago(1), 'C-1', inMonths(1), 'Declined a task of convoy escort in an exercise.'),
    ],
  },

  CAVEAT_UNDECLARED_OVERDUE: {
    comesTo: 'BLOCKED',
    steps: (ago) => [
      inPool(ago, { registered: 25, level: 'LEVEL_2' }),
      caveatReported(ago(5), 'C-1', ago(2), 'National approval is asked for before each movement.'),
    ],
  },

  SCREENING_REFUSED: {
    comesTo: 'BLOCKED',
    steps: (ago) => [inPool(ago, { registered: 22, level: 'LEVEL_2', screening: 'REFUSED' })],
  },

  UNIT_BARRED: {
    comesTo: 'BLOCKED',
    steps: (ago) => [
      inPool(ago, { registered: 20, level: 'LEVEL_2' }),
      barred({
        decision: 'DEMO-BAR-1',
        from: ago(3),
        until: inMonths(9),
        reason: 'Decision of a performance meeting: no deployment before the training is repeated.',
      }),
    ],
  },

  BAR_ENDED: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 26, visited: 20, level: 'LEVEL_2' }),
      barred({
        decision: 'DEMO-BAR-2',
        from: ago(12),
        until: ago(6),
        reason: 'Decision of a performance meeting, for six months.',
      }),
    ],
  },

  HOSPITAL_DEFICIENT: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inPool(ago, { registered: 18, visited: 12 }),
      visited({ kind: 'HOSPITAL', from: ago(5), outcome: 'UNSATISFACTORY' }),
      deficiencyRaised({
        reference: 'H-1',
        visit: ago(5),
        raised: addDays(ago(5), 10),
        due: ago(1),
        severity: 'CRITICAL',
        statement: 'The sterilizer of the operating theatre does not reach its temperature.',
      }),
      deficiencyRaised({
        reference: 'H-2',
        visit: ago(5),
        raised: addDays(ago(5), 10),
        due: ago(2),
        severity: 'CRITICAL',
        statement: 'No blood can be kept cold during a power cut.',
      }),
      deficiencyClosed(ago(2), 'H-2', 'A second power supply was seen to take over within seconds.'),
    ],
  },

  DRAFT: { comesTo: 'NOT_IN_POOL', steps: (ago) => [drafted(ago(1), 120)] },

  SUBMITTED: { comesTo: 'NOT_IN_POOL', steps: (ago) => [submittedWithDocuments(ago(0, 20))] },

  REJECTED: {
    comesTo: 'NOT_IN_POOL',
    steps: (ago) => [
      drafted(ago(6)),
      submitted(ago(5)),
      rejected(ago(4), 'The strength pledged is below half of the statement of unit requirements.'),
    ],
  },

  REJECTED_THEN_REGISTERED: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [
      drafted(ago(12)),
      submitted(ago(11)),
      rejected(ago(10), 'No list of self-sustainment was enclosed.'),
      moved(ago(9), { to: 'DRAFT' }),
      documentsReceived(ago(8, 2), LEVEL_1_DOCUMENTS),
      submitted(ago(8)),
      registered(ago(7)),
      levelDecided(ago(6, 20), 'LEVEL_1'),
    ],
  },

  WITHDRAWN: {
    comesTo: 'NOT_IN_POOL',
    steps: (ago) => [
      inPool(ago, { registered: 22, confirmed: ago(9) }),
      withdrawn(ago(7), 'The unit is needed at home.'),
    ],
  },

  COUNTED_WRONGLY: {
    comesTo: 'READY',
    steps: (ago) => {
      const countedOn = addDays(ago(17), 25);
      return [
        inPool(ago, { registered: 21, level: 'LEVEL_2', counts: { personnel: 58 } }),
        corrected(
          ago(8),
          'MEASUREMENT',
          `measurement ${countedOn}`,
          'The reserve company was left out.',
          (subject) => ({
            measurement: measurement(countedOn, subject, {}),
          }),
        ),
      ];
    },
  },

  OUTCOME_OF_ANOTHER: {
    comesTo: 'READY',
    steps: (ago) => [
      inPool(ago, { registered: 19, visited: 16, level: 'LEVEL_1', visit: { outcome: 'UNSATISFACTORY' } }),
      corrected(
        ago(7),
        'VISIT_OUTCOME',
        `outcome AAV ${ago(16)}`,
        'The conclusion was that of another unit of the same visit.',
        () => ({ visitOutcome: { outcome: 'SATISFACTORY' } }),
      ),
      levelDecided(ago(6, 20), 'LEVEL_2'),
    ],
  },

  DOCUMENT_OF_ANOTHER: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inPool(ago, { registered: 20, lacks: ['LOAD_LIST'] }),
      // Decided before it came: what a decision rests on cannot be voided.
      levelDecided(ago(13), 'LEVEL_3', 'The load list has been announced.'),
      documentReceived(ago(12), 'LOAD_LIST', inMonths(12)),
      corrected(ago(3), 'DOCUMENT', 'LOAD_LIST', 'The load list was that of another unit.'),
    ],
  },
} satisfies Record<string, Scenario>;
