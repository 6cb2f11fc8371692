import type { SeededRandom } from '#cli/demonstration/random.js';
import { addDays, plainDate, type PlainDate } from '#platform/plain-date.js';
import type { Input } from './changes.js';

type Said = (random: SeededRandom, content: Input, today: PlainDate) => Input;

const pick = <T>(random: SeededRandom, from: readonly T[]): T => from[random.upTo(from.length - 1)] as T;
const dayIn = (content: Input, field: string): PlainDate | null =>
  typeof content[field] === 'string' ? plainDate(content[field]) : null;

/** Some days earlier, or later up to the day on which it was recorded. */
const happenedOn =
  (field: string, most = 60): Said =>
  (random, content, today) => {
    const day = dayIn(content, field);
    if (day === null) return {};
    const later = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
    const forward = later > 0 && random.upTo(1) === 1;
    return {
      [field]: addDays(day, forward ? 1 + random.upTo(Math.min(later, most) - 1) : -1 - random.upTo(most)),
    };
  };

/** A day that may lie ahead, some months earlier or later. */
const scheduledOn =
  (field: string, most = 300): Said =>
  (random, content, today) => ({
    [field]: addDays(dayIn(content, field) ?? addDays(today, 100), random.upTo(2 * most) - most),
  });

const oneOf =
  (field: string, codes: readonly string[]): Said =>
  (random, content) => ({
    [field]: pick(
      random,
      codes.filter((code) => code !== content[field]),
    ),
  });

const otherWords =
  (field: string): Said =>
  (random) => ({ [field]: `As the original says, page ${random.upTo(900) + 1}` });

/** Counts within what was required, much lower or quite full. */
const counted: Said = (random, content) => {
  const share = pick(random, [0.4, 0.6, 0.75, 0.85, 1]);
  const part = (whole: unknown) => Math.floor(Number(whole) * share);
  const lines = content['equipmentLines'] as Input[] | null;
  const personnel = content['personnel'] as Input | null;
  if (lines && lines.length > 0 && (!personnel || random.upTo(1) === 1)) {
    return {
      equipmentLines: lines.map((line) => {
        const present = part(line['agreed']);
        return { ...line, present, ...(line['serviceable'] === null ? {} : { serviceable: present }) };
      }),
    };
  }
  if (!personnel) return {};
  const available = part(personnel['required']);
  return {
    personnel: { ...personnel, available, women: Math.min(Number(personnel['women'] ?? 0), available) },
  };
};

const AAV = ['SATISFACTORY', 'SATISFACTORY_WITH_RECOMMENDATIONS', 'UNSATISFACTORY'];
const ASSESSED = ['PASS', 'PASS_WITH_CONDITIONS', 'FAIL'];

/** How a fact of each kind may have been recorded wrongly: what a correction of it says otherwise. */
export const SAID_OTHERWISE: Readonly<Record<string, readonly Said[]>> = {
  LIFECYCLE_STEP: [happenedOn('occurredOn'), happenedOn('occurredOn', 10), otherWords('note')],
  // Of equipment and people offered, less than before.
  REQUIREMENT_ALIGNMENT: [
    (random, { strength }) => ({ strength: Math.max(1, Number(strength) - 1 - random.upTo(50)) }),
  ],
  PLEDGE_DESCRIPTION: [
    (random) => ({ deployableWithinDays: 10 + random.upTo(200) }),
    (random) => ({ languages: [pick(random, ['Arabic', 'Portuguese', 'Russian'])] }),
    otherWords('contactPost'),
    otherWords('title'),
  ],
  CONFIRMATION: [happenedOn('confirmedOn')],
  DOCUMENT: [
    happenedOn('receivedOn'),
    scheduledOn('validUntil'),
    scheduledOn('validUntil'),
    otherWords('title'),
  ],
  MEASUREMENT: [
    counted,
    counted,
    counted,
    // What a visit counts is counted on its days.
    (random, content, today) =>
      (content['visitId'] ? counted : happenedOn('measuredOn'))(random, content, today),
  ],
  COMPONENT_RESULTS: [otherWords('note')],
  REQUIREMENT_REVIEW: [oneOf('conclusion', ['NO_CHANGE', 'CHANGE_NEEDED']), otherWords('reason')],
  VISIT_CANCELLATION: [otherWords('reason')],
  CAVEAT: [happenedOn('knownOn', 20), scheduledOn('resolveBy', 100), otherWords('statement')],
  CAVEAT_SETTLEMENT: [happenedOn('resolvedOn', 20), otherWords('note')],
  BAR: [happenedOn('decidedOn', 20), scheduledOn('untilOn', 60), otherWords('reason')],
  RDL_AGREEMENT: [
    (random) => ({ commitmentDays: 20 + random.upTo(80) }),
    scheduledOn('untilOn'),
    scheduledOn('fromOn', 30),
    happenedOn('signedOn', 20),
  ],
  HUMAN_RIGHTS_SCREENING: [
    oneOf('result', ['CERTIFIED', 'PENDING', 'REFUSED']),
    oneOf('result', ['CERTIFIED', 'PENDING', 'REFUSED']),
    happenedOn('screenedOn'),
  ],
  DEPLOYMENT_PLAN: [scheduledOn('deploymentOn', 60), happenedOn('plannedOn', 20)],
  UNIT_CERTIFICATE: [happenedOn('receivedOn', 40), otherWords('note')],
  LEVEL_DECISION: [
    (random) => ({ level: pick(random, ['NONE', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'RDL']) }),
    happenedOn('decidedOn', 20),
  ],
  VISIT_PLAN: [otherWords('purpose'), happenedOn('decidedOn', 20)],
  ASSIGNMENT: [happenedOn('assignedOn', 20)],
  VISIT_HOLDING: [
    (random, content) => {
      const days = -1 - random.upTo(40);
      const moved = (field: string) => addDays(plainDate(String(content[field])), days);
      return { heldFrom: moved('heldFrom'), heldUntil: moved('heldUntil') };
    },
    happenedOn('heldUntil', 2),
    () => ({ team: ['Team leader', 'Legal adviser'] }),
  ],
  VISIT_OUTCOME: [
    (random, { outcome }) => ({
      outcome: pick(
        random,
        (AAV.includes(String(outcome)) ? AAV : ASSESSED).filter((word) => word !== outcome),
      ),
    }),
  ],
  FINDING: [
    oneOf('severity', ['CRITICAL', 'MAJOR', 'MINOR']),
    oneOf('severity', ['CRITICAL', 'MAJOR', 'MINOR']),
    scheduledOn('dueOn', 200),
    oneOf('owner', ['MEMBER_STATE', 'SECRETARIAT', 'MISSION']),
    otherWords('statement'),
  ],
  FINDING_ANSWER: [happenedOn('answeredOn', 10), otherWords('answer')],
  FINDING_CLOSURE: [happenedOn('closedOn', 30), otherWords('evidence')],
  RECOMMENDATION: [oneOf('area', ['TRAINING', 'MEDICAL', 'GENDER']), scheduledOn('dueOn', 60)],
  RECOMMENDATION_ANSWER: [happenedOn('answeredOn', 30), otherWords('answer')],
  HOSPITAL_DEFICIENCY: [oneOf('severity', ['CRITICAL', 'MAJOR', 'MINOR']), scheduledOn('dueOn', 60)],
  HOSPITAL_DEFICIENCY_CLOSURE: [happenedOn('closedOn', 30), otherWords('evidence')],
  EVALUATION: [
    oneOf('verdict', ['SATISFACTORY', 'NEEDS_IMPROVEMENT', 'UNSATISFACTORY']),
    oneOf('verdict', ['SATISFACTORY', 'NEEDS_IMPROVEMENT', 'UNSATISFACTORY']),
    (random) => ({ rawScore: 1 + random.upTo(4) }),
    happenedOn('evaluatedOn', 13),
    otherWords('summary'),
  ],
  IMPROVEMENT_PLAN_TERMS: [scheduledOn('dueOn', 120), otherWords('note')],
  PLAN_ACTION: [scheduledOn('dueOn', 60), oneOf('owner', ['MEMBER_STATE', 'SECRETARIAT', 'MISSION'])],
  PLAN_ACTION_EXTENSION: [otherWords('reason'), scheduledOn('dueOn', 20)],
  PLAN_ACTION_PROGRESS: [happenedOn('progressedOn', 20), otherWords('note')],
  PLAN_OUTCOME: [oneOf('outcome', ['ACHIEVED', 'NOT_ACHIEVED']), happenedOn('closedOn', 20)],
};
