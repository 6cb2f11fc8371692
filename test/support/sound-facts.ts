import { parseDay, type Day } from '#readiness/day.js';
import { evaluate, type Evaluation } from '#readiness/evaluate.js';
import { DOCUMENT_TYPES, type Facts } from '#readiness/facts.js';
import { PARAMETER_SET_1, parametersOf } from '#readiness/parameters.js';

export const PARAMETERS = parametersOf(PARAMETER_SET_1);

/** The day a test writes; throws where it is none. */
export function on(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new TypeError(`${text} is no day`);
  return day;
}

/** The day the sound pledge is sound on. */
export const SOUND_ON = on('2025-10-13');

/** A pledge at the rapid deployment level that is ready on 2025-10-13, without a single reason. */
export const SOUND: Facts = {
  lifecycle: 'REGISTERED',
  registeredOn: on('2025-01-01'),
  confirmedOn: null,
  registeredLevel: 'RDL',
  documents: DOCUMENT_TYPES.map((type) => ({ type, receivedOn: on('2025-01-01'), validUntil: null })),
  aav: { date: on('2025-01-15'), outcome: 'SATISFACTORY', openRecommendations: 0, criticalFindings: [] },
  measurements: {
    personnel: { required: 100, available: 100 },
    equipmentOnHand: { required: 100, available: 100 },
    serviceability: { required: 100, available: 100 },
    selfSustainment: { required: 100, available: 100 },
  },
  criticalLines: [],
  rdl: {
    agreementFrom: on('2025-01-01'),
    agreementUntil: on('2030-12-31'),
    commitmentDays: 60,
    verification: { date: on('2025-06-01'), outcome: 'PASS' },
  },
  caveats: [],
  humanRightsScreening: 'CERTIFIED',
  bars: [],
  lastEvaluation: null,
  improvementPlan: null,
  assessments: [],
  hospitalDeficiencies: [],
  plannedDeploymentOn: null,
  unitCertificateOn: null,
};

/** The evaluation of the sound pledge with some facts changed. */
export function evaluated(change: Partial<Facts>, asOf = '2025-10-13'): Evaluation {
  return evaluate({ ...SOUND, ...change }, on(asOf), PARAMETERS);
}

/** Its reasons, each as `SEVERITY CODE name=value …`. */
export function reasonsOf(change: Partial<Facts>, asOf?: string): string[] {
  return evaluated(change, asOf).reasons.map(({ severity, code, params }) =>
    [severity, code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' '),
  );
}
