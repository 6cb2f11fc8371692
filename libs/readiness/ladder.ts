import { formatDay, type Day } from './day.js';
import {
  LEVEL_1_DOCUMENTS,
  LEVEL_3_DOCUMENTS,
  STANDING_OF,
  type DocumentType,
  type Facts,
  type Level,
} from './facts.js';
import type { ReadinessParameters } from './parameters.js';
import { PledgeOnDay } from './pledge-on-day.js';
import type { ParamKind, ParamKinds } from './reasons.js';
import {
  isAgreementInForce,
  isCommitmentTooLong,
  isServiceabilityLow,
  verifiedUntil,
} from './rules/rapid-deployment.js';
import { validityOf } from './rules/validity.js';
import { isOverdue, visitExpires } from './rules/visits.js';
import { truncatedPercent } from './share.js';

/** Every gate of the ladder with the parameters it may name; a met gate names only what it is about. */
export const GATES = {
  PLEDGE_ACTIVE: { state: 'lifecycle' },
  DOCUMENT_HELD: { doc: 'documentType', validUntil: 'day' },
  PLEDGE_NOT_LAPSED: { validUntil: 'day' },
  AAV_NOT_UNSATISFACTORY: { date: 'day' },
  AAV_NOT_EXPIRED: { expired: 'day' },
  NO_CRITICAL_FINDING_OVERDUE: { finding: 'reference', due: 'day' },
  RDL_AGREEMENT_IN_FORCE: { until: 'day' },
  RDL_VERIFICATION_PASSED: {},
  RDL_VERIFICATION_CURRENT: { expired: 'day' },
  RDL_COMMITMENT_SHORT_ENOUGH: { days: 'count' },
  RDL_SERVICEABILITY_REPORTED: {},
  RDL_SERVICEABILITY_HIGH_ENOUGH: { pct: 'percent' },
} as const satisfies Record<string, Readonly<Record<string, ParamKind>>>;

export type GateCode = keyof typeof GATES;
export const GATE_CODES = Object.keys(GATES) as GateCode[];

export type GateParams<Code extends GateCode = GateCode> = {
  readonly [Name in keyof (typeof GATES)[Code]]?: (typeof GATES)[Code][Name] extends ParamKind
    ? ParamKinds[(typeof GATES)[Code][Name]]
    : never;
};

interface Gate<Code extends GateCode = GateCode> {
  readonly code: Code;
  /** What the gate is about, where one code stands for several gates. */
  readonly about: GateParams<Code>;
  /** Null where the gate is met, else what is known of what is missing. */
  readonly missing: (pledge: PledgeOnDay) => GateParams<Code> | null;
}

const NOTHING_KNOWN = {};

function gate<Code extends GateCode>(
  code: Code,
  missing: Gate<Code>['missing'],
  about: GateParams<Code> = {},
) {
  return { code, about, missing } satisfies Gate<Code>;
}

function documentHeld(doc: DocumentType) {
  const missing = (pledge: PledgeOnDay): GateParams<'DOCUMENT_HELD'> | null => {
    const document = pledge.documentOf(doc);
    if (document === undefined) return { doc };
    const expired = pledge.expiryOf(document);
    return expired === null ? null : { doc, validUntil: formatDay(expired) };
  };
  return gate('DOCUMENT_HELD', missing, { doc });
}

const active = gate('PLEDGE_ACTIVE', ({ facts }) =>
  STANDING_OF[facts.lifecycle] === 'OUTSIDE' ? { state: facts.lifecycle } : null,
);

const notLapsed = gate('PLEDGE_NOT_LAPSED', (pledge) => {
  const validity = validityOf(pledge);
  if (validity === null || !pledge.isPast(validity.graceUntil)) return null;
  return { validUntil: formatDay(validity.until) };
});

const visitNotUnsatisfactory = gate('AAV_NOT_UNSATISFACTORY', ({ facts: { aav } }) => {
  if (aav === null) return NOTHING_KNOWN;
  return aav.outcome === 'UNSATISFACTORY' ? { date: formatDay(aav.date) } : null;
});

const visitNotExpired = gate('AAV_NOT_EXPIRED', (pledge) => {
  const { aav } = pledge.facts;
  if (aav === null) return NOTHING_KNOWN;
  const expires = visitExpires(pledge, aav);
  return expires !== null && pledge.isPast(expires) ? { expired: formatDay(expires) } : null;
});

const noFindingOverdue = gate('NO_CRITICAL_FINDING_OVERDUE', (pledge) => {
  const overdue = pledge.facts.aav?.criticalFindings.find((finding) => isOverdue(pledge, finding));
  return overdue === undefined ? null : { finding: overdue.id, due: formatDay(overdue.dueOn) };
});

const agreementInForce = gate('RDL_AGREEMENT_IN_FORCE', (pledge) => {
  const { rdl } = pledge.facts;
  if (rdl === null) return NOTHING_KNOWN;
  return isAgreementInForce(pledge, rdl) ? null : { until: formatDay(rdl.agreementUntil) };
});

const verificationPassed = gate('RDL_VERIFICATION_PASSED', ({ facts: { rdl } }) =>
  rdl?.verification?.outcome === 'PASS' ? null : NOTHING_KNOWN,
);

const verificationCurrent = gate('RDL_VERIFICATION_CURRENT', (pledge) => {
  const { rdl } = pledge.facts;
  const verified = rdl === null ? null : verifiedUntil(pledge, rdl);
  if (verified === null) return NOTHING_KNOWN;
  return pledge.isPast(verified) ? { expired: formatDay(verified) } : null;
});

const commitmentShortEnough = gate('RDL_COMMITMENT_SHORT_ENOUGH', (pledge) => {
  const { rdl } = pledge.facts;
  if (rdl === null) return NOTHING_KNOWN;
  return isCommitmentTooLong(pledge, rdl) ? { days: rdl.commitmentDays } : null;
});

const serviceabilityReported = gate('RDL_SERVICEABILITY_REPORTED', ({ facts }) =>
  facts.measurements.serviceability === null ? NOTHING_KNOWN : null,
);

const serviceabilityHighEnough = gate('RDL_SERVICEABILITY_HIGH_ENOUGH', (pledge) => {
  const { serviceability } = pledge.facts.measurements;
  if (serviceability === null) return NOTHING_KNOWN;
  return isServiceabilityLow(pledge, serviceability) ? { pct: truncatedPercent(serviceability) } : null;
});

/** The steps from the lowest up; each level asks for its own gates and all those below (rules.md, "Level"). */
const STEPS: readonly { readonly level: Exclude<Level, 'NONE'>; readonly gates: readonly Gate[] }[] = [
  { level: 'LEVEL_1', gates: [active, ...LEVEL_1_DOCUMENTS.map(documentHeld), notLapsed] },
  { level: 'LEVEL_2', gates: [visitNotUnsatisfactory, visitNotExpired, noFindingOverdue] },
  { level: 'LEVEL_3', gates: LEVEL_3_DOCUMENTS.map(documentHeld) },
  {
    level: 'RDL',
    gates: [
      agreementInForce,
      verificationPassed,
      verificationCurrent,
      commitmentShortEnough,
      serviceabilityReported,
      serviceabilityHighEnough,
    ],
  },
];

/** The highest level all of whose gates, and all gates below, are met. */
export function levelOf(pledge: PledgeOnDay): Level {
  let level: Level = 'NONE';
  for (const step of STEPS) {
    for (const { missing } of step.gates) if (missing(pledge) !== null) return level;
    level = step.level;
  }
  return level;
}

export interface LadderStep {
  readonly level: Exclude<Level, 'NONE'>;
  /** Whether all gates of this step and of those below are met. */
  readonly reached: boolean;
  readonly gates: readonly { readonly code: GateCode; readonly met: boolean; readonly params: GateParams }[];
}

/** The whole ladder of a pledge on a day, each step with the gates that are met and those that are missing. */
export function ladder(facts: Facts, asOf: Day, parameters: ReadinessParameters): LadderStep[] {
  const pledge = new PledgeOnDay(facts, asOf, parameters);
  let reached = true;
  return STEPS.map(({ level, gates }) => {
    const states = gates.map(({ code, about, missing }) => {
      const lack = missing(pledge);
      return { code, met: lack === null, params: lack ?? about };
    });
    reached &&= states.every(({ met }) => met);
    return { level, reached, gates: states };
  });
}

/** The first step not reached: what is missing for the next level. Undefined at the top. */
export function nextStep(steps: readonly LadderStep[]): LadderStep | undefined {
  return steps.find(({ reached }) => !reached);
}
