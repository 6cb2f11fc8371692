import { addDays } from '#platform/plain-date.js';
import { inMonths } from './calendar.js';
import { screened } from './steps-of-evidence.js';
import { certificateReceived, moved } from './steps-of-life.js';
import {
  actionAdded,
  actionProgressed,
  evaluated,
  planClosed,
  planExtended,
  planOpened,
} from './steps-of-performance.js';
import { recommendationAnswered, visited, visitPlanned } from './steps-of-visits.js';
import type { Scenario } from './scenario.js';
import { atRdl, inGeneration, inMission } from './usual-stories.js';

/** Stories of pledges that were selected, deployed, or have come back. */
export const SCENARIOS_IN_USE = {
  SELECTED_UNSCREENED: {
    comesTo: 'NOT_ESTABLISHED',
    steps: (ago) => [
      inGeneration(ago, { selected: 2, last: 'SELECTED', mission: 'UNIFIL', pool: { screening: 'PENDING' } }),
    ],
  },

  SELECTION_GIVEN_UP: {
    comesTo: 'READY',
    steps: (ago) => [
      inGeneration(ago, { selected: 9, last: 'MOU_NEGOTIATION', mission: 'UNISFA' }),
      moved(ago(5), {
        to: 'REGISTERED',
        confirmedOn: ago(5),
        note: 'The mission no longer asks for the unit.',
      }),
    ],
  },

  CERTIFICATE_DUE: {
    comesTo: 'READY',
    steps: (ago) => [
      inGeneration(ago, { selected: 3, last: 'PDV', mission: 'MINUSCA', deployment: inMonths(4) }),
      visitPlanned('PRE_DEPLOYMENT', inMonths(1)),
    ],
  },

  CERTIFICATE_OVERDUE: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inGeneration(ago, {
        selected: 6,
        last: 'CLEARED',
        mission: 'UNMISS',
        deployment: addDays(inMonths(0), 20),
      }),
      visited({ kind: 'PRE_DEPLOYMENT', from: ago(2), outcome: 'PASS' }),
    ],
  },

  CERTIFICATE_LATE: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inGeneration(ago, {
        selected: 6,
        last: 'CLEARED',
        mission: 'UNMISS',
        deployment: addDays(inMonths(0), 12),
      }),
      visited({ kind: 'PRE_DEPLOYMENT', from: ago(2), outcome: 'PASS' }),
      certificateReceived(ago(0, 3)),
      visitPlanned('COE_ARRIVAL', inMonths(1)),
    ],
  },

  PRE_DEPLOYMENT_FAILED: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inGeneration(ago, { selected: 5, last: 'PDV', mission: 'MONUSCO', deployment: inMonths(5) }),
      visited({
        kind: 'PRE_DEPLOYMENT',
        from: ago(1, 10),
        outcome: 'FAIL',
        summary: 'The unit could not show its tasks at night.',
      }),
    ],
  },

  PRE_DEPLOYMENT_CONDITIONS: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inGeneration(ago, { selected: 5, last: 'PDV', mission: 'MINUSCA', deployment: inMonths(4) }),
      visited({
        kind: 'PRE_DEPLOYMENT',
        from: ago(1, 15),
        outcome: 'PASS_WITH_CONDITIONS',
        recommendations: [
          {
            reference: 'C-1',
            area: 'MILITARY_SKILLS',
            statement: 'Repeat the exercise with live radio nets.',
          },
          {
            reference: 'C-2',
            area: 'HUMAN_RIGHTS',
            statement: 'Brief all ranks on the protection of civilians.',
          },
        ],
      }),
      recommendationAnswered(ago(0, 10), 'C-2', 'All ranks were briefed; the attendance list is enclosed.'),
    ],
  },

  POLICE_ASSESSED: {
    comesTo: 'READY',
    steps: (ago) => [
      inGeneration(ago, { selected: 4, last: 'MOU_NEGOTIATION', mission: 'MINUSCA' }),
      visited({ kind: 'FPU_ASSESSMENT', from: ago(2), outcome: 'PASS' }),
    ],
  },

  SKILLS_FAILED: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inGeneration(ago, { selected: 7, last: 'PDV', mission: 'UNMISS', deployment: inMonths(6) }),
      visited({ kind: 'SKILLS_VALIDATION', from: ago(3), outcome: 'FAIL' }),
      visitPlanned('SKILLS_VALIDATION', inMonths(1)),
    ],
  },

  DEPLOYED_FROM_RDL: {
    comesTo: 'READY',
    steps: (ago) => [
      atRdl(ago, { signed: ago(26), verified: ago(24) }),
      inMission(ago, { deployed: 10, mission: 'UNMISS', inspected: { equipment: 98, serviceability: 95 } }),
      evaluated(ago(4), 'SATISFACTORY', 'UNMISS', 'The unit does what it was asked to do.'),
      planOpened({
        after: ago(4),
        opened: addDays(ago(4), 14),
        due: inMonths(3),
        actions: ['Keep a reserve of spare parts for three months.'],
      }),
    ],
  },

  DEPLOYED_WITHOUT_PLAN: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inMission(ago, { deployed: 20, mission: 'MINUSCA' }),
      evaluated(ago(1), 'UNSATISFACTORY', 'MINUSCA', 'Patrols did not leave the camp as ordered.'),
    ],
  },

  DEPLOYED_PLAN_ON_TRACK: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inMission(ago, { deployed: 22, mission: 'MINUSCA', inspected: {} }),
      evaluated(ago(3), 'UNSATISFACTORY', 'MINUSCA'),
      planOpened({
        after: ago(3),
        opened: addDays(ago(3), 10),
        due: inMonths(2),
        actions: ['Train all section commanders anew.', 'Bring the fuel trucks back into service.'],
      }),
      actionAdded(ago(3), ago(2), inMonths(1), 'Name a deputy for each key post.'),
      actionProgressed(
        ago(1),
        'Name a deputy for each key post.',
        'DONE',
        'The list was handed to the mission.',
      ),
      visitPlanned('PRE_ROTATION', inMonths(1)),
    ],
  },

  DEPLOYED_PLAN_OVERDUE: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inMission(ago, { deployed: 19, mission: 'MONUSCO', inspected: {} }),
      evaluated(ago(7), 'UNSATISFACTORY', 'MONUSCO'),
      planOpened({
        after: ago(7),
        opened: addDays(ago(7), 12),
        due: ago(4),
        actions: ['Bring the armoured vehicles to the number agreed.'],
      }),
      planExtended(ago(7), ago(4, 5), ago(1), 'The ship with the vehicles was late.'),
    ],
  },

  DEPLOYED_PLAN_NOT_ACHIEVED: {
    comesTo: 'NOT_READY',
    steps: (ago) => [
      inMission(ago, { deployed: 24, mission: 'UNISFA', inspected: {} }),
      evaluated(ago(9), 'UNSATISFACTORY', 'UNISFA'),
      planOpened({
        after: ago(9),
        opened: addDays(ago(9), 9),
        due: ago(4),
        actions: ['Reach the strength agreed.'],
      }),
      planClosed(ago(9), ago(3), 'NOT_ACHIEVED', 'Strength stands at four fifths of what was agreed.'),
      visitPlanned('COE_READINESS', inMonths(1)),
      visitPlanned('COE_REPATRIATION', inMonths(2)),
    ],
  },

  DEPLOYED_PLAN_ACHIEVED: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inMission(ago, { deployed: 21, mission: 'UNMISS', inspected: {} }),
      evaluated(ago(8), 'UNSATISFACTORY', 'UNMISS'),
      planOpened({
        after: ago(8),
        opened: addDays(ago(8), 15),
        due: ago(3),
        actions: ['Repeat the training in the rules of engagement.'],
      }),
      actionProgressed(
        ago(3, 14),
        'Repeat the training in the rules of engagement.',
        'DONE',
        'All companies were trained anew.',
      ),
      planClosed(ago(8), ago(3, 10), 'ACHIEVED', 'All ranks passed the test that the mission set.'),
    ],
  },

  DEPLOYED_NEEDS_IMPROVEMENT: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inMission(ago, { deployed: 17, mission: 'UNIFIL' }),
      evaluated(ago(2), 'NEEDS_IMPROVEMENT', 'UNIFIL'),
    ],
  },

  DEPLOYED_OLD_PLAN_OVERDUE: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inMission(ago, { deployed: 27, mission: 'UNFICYP', inspected: {} }),
      evaluated(ago(10), 'NEEDS_IMPROVEMENT', 'UNFICYP'),
      planOpened({
        after: ago(10),
        opened: addDays(ago(10), 11),
        due: ago(2),
        actions: ['Renew the first-aid training of all drivers.'],
      }),
      evaluated(ago(3), 'SATISFACTORY', 'UNFICYP'),
    ],
  },

  DEPLOYED_BEFORE_ROTATION: {
    comesTo: 'CONDITIONAL',
    steps: (ago) => [
      inMission(ago, { deployed: 16, mission: 'MONUSCO', inspected: {} }),
      visited({
        kind: 'PRE_ROTATION',
        from: ago(2),
        outcome: 'PASS_WITH_CONDITIONS',
        recommendations: [
          {
            reference: 'C-1',
            area: 'CONDUCT_AND_DISCIPLINE',
            statement: 'Name the focal points for conduct.',
          },
        ],
      }),
    ],
  },

  RETURNED: {
    comesTo: 'NOT_IN_POOL',
    steps: (ago) => [
      inMission(ago, { deployed: 18, mission: 'MONUSCO', inspected: {} }),
      evaluated(ago(9), 'SATISFACTORY', 'MONUSCO'),
      visited({ kind: 'COE_REPATRIATION', from: ago(4), outcome: 'SATISFACTORY', lasts: 2 }),
      moved(ago(3), { to: 'RETURNED' }),
    ],
  },

  RETURNED_TO_THE_POOL: {
    comesTo: 'READY',
    steps: (ago) => [
      inMission(ago, { deployed: 17, mission: 'UNMISS', inspected: {} }),
      visited({ kind: 'COE_REPATRIATION', from: ago(7), outcome: 'SATISFACTORY', lasts: 2 }),
      moved(ago(6, 5), { to: 'RETURNED' }),
      visited({ kind: 'AAV', from: ago(4), outcome: 'SATISFACTORY' }),
      moved(ago(2), { to: 'REGISTERED', confirmedOn: ago(2) }),
      screened(ago(1, 20), 'CERTIFIED'),
      visitPlanned('FPU_ASSESSMENT', inMonths(2)),
    ],
  },

  HOSPITAL_DEPLOYED: {
    comesTo: 'READY',
    steps: (ago) => [
      inMission(ago, { deployed: 9, mission: 'MINUSCA' }),
      visited({
        kind: 'HOSPITAL',
        from: ago(4),
        outcome: 'SATISFACTORY_WITH_RECOMMENDATIONS',
        recommendations: [
          {
            reference: 'R-1',
            area: 'MEDICAL',
            statement: 'Compare the death rate with that of other hospitals.',
          },
        ],
      }),
      visitPlanned('HOSPITAL', inMonths(2)),
    ],
  },
} satisfies Record<string, Scenario>;
