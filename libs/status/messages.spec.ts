import {
  EVALUATION_AREAS,
  EVALUATION_SCALES,
  FINDING_AREAS,
  FINDING_OWNERS,
  FINDING_SEVERITIES,
} from '#reference/data/areas.js';
import { ASSESSED_COMPONENT_CODES, COMPONENT_RESULTS } from '#reference/data/components.js';
import { EQUIPMENT_ITEM_CODES, SELF_SUSTAINMENT_CATEGORIES } from '#reference/data/equipment.js';
import { LANGUAGE_CODES } from '#reference/data/languages.js';
import { PLAN_OUTCOMES } from '#performance/plan-outcome.kind.js';
import { PROGRESS_STATES } from '#performance/plan-action-progress.kind.js';
import { ROLES } from '#platform/principal.js';
import { MEASUREMENT_BASES } from '#pledges/measurement.input.js';
import { REVIEW_CONCLUSIONS } from '#pledges/requirement-review.entity.js';
import { MISSIONS } from '#reference/data/missions.js';
import { REGIONAL_GROUPS } from '#reference/data/regional-groups.js';
import { COMPONENTS, UNIT_TYPE_CODES, UNIT_TYPE_GROUPS } from '#reference/data/unit-types.js';
import { PERSONNEL_TYPES } from '#contributions/personnel-types.js';
import { GENDER_TARGET_CATEGORIES } from '#reference/data/gender-targets.js';
import { CATALOGUES, type Vocabulary } from '#platform/messages/catalogue/index.js';
import { LOCALES } from '#platform/messages/locale.js';
import { render } from '#platform/messages/render.js';
import {
  AAV_OUTCOMES,
  ASSESSMENT_KINDS,
  ASSESSMENT_OUTCOMES,
  CAVEAT_KINDS,
  DIMENSIONS,
  DOCUMENT_TYPES,
  LEVELS,
  LIFECYCLE_STATES,
  PLAN_STATES,
  SCREENING_STATES,
  SEVERITIES,
  STATUSES,
  VERDICTS,
  VERIFICATION_OUTCOMES,
} from '#readiness/facts.js';
import { GATES } from '#readiness/ladder.js';
import { PREVENTIONS } from '#readiness/prevention.js';
import { REASONS, type ParamKind } from '#readiness/reasons.js';
import { PARAMETER_NAMES, PARAMETER_UNITS } from '#readiness/parameters.js';
import { FLAGS, WORDS } from '#readiness/roll-up.js';
import { FOLLOW_UP_KINDS } from './follow-up.types.js';
import { KINDS } from './kinds.js';

/** A value of each kind that a reason or a gate may name. */
const SAMPLES: Readonly<Record<ParamKind, string | number>> = {
  day: '2025-10-13',
  count: 3,
  percent: 71.4,
  reference: 'R-17',
  documentType: 'LOAD_LIST',
  dimension: 'serviceability',
  level: 'LEVEL_2',
  lifecycle: 'RETURNED',
  verdict: 'NEEDS_IMPROVEMENT',
  assessmentKind: 'PRE_ROTATION',
};

const sampled = (kinds: Readonly<Record<string, ParamKind>>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, SAMPLES[kind]]));

/** A finished sentence, in a script with capitals or without: nothing left to fill in, no code and no machine date. */
const SENTENCE =
  /^[\p{Lu}\p{Lo}\d](?!.*([{}]|undefined|(?<!; )\bnone\b|[A-Z]{2,}_|\d{4}-\d\d-\d\d)).*[.。]$/u;

describe.each(LOCALES)('texts in %s', (locale) => {
  const reasons = Object.entries(REASONS) as [
    keyof typeof REASONS,
    { params: Record<string, ParamKind>; optional?: Record<string, ParamKind> },
  ][];

  it.each(reasons)(
    'reason %s is a full sentence, with and without what is optional',
    (code, { params, optional }) => {
      expect(render(locale, `reason.${code}`, sampled(params))).toMatch(SENTENCE);
      expect(render(locale, `reason.${code}`, sampled({ ...params, ...optional }))).toMatch(SENTENCE);
    },
  );

  it.each(reasons)('reason %s tells every parameter', (code, { params, optional }) => {
    const all = sampled({ ...params, ...optional });
    const text = render(locale, `reason.${code}`, all);
    for (const [name, kind] of Object.entries({ ...params, ...optional })) {
      const other: Partial<Record<ParamKind, string | number>> = {
        day: '2024-02-29',
        count: 9,
        percent: 12,
        documentType: 'NOTE_VERBALE',
        dimension: 'personnel',
        level: 'RDL',
        lifecycle: 'DRAFT',
        verdict: 'UNSATISFACTORY',
        assessmentKind: 'FPU_ASSESSMENT',
      };
      const changed = render(locale, `reason.${code}`, { ...all, [name]: other[kind] ?? 'R-99' });
      expect([name, changed === text]).toEqual([name, false]);
    }
  });

  const gates = Object.entries(GATES) as [keyof typeof GATES, Record<string, ParamKind>][];

  it.each(gates)('gate %s is a full sentence, whatever is known of what is missing', (code, params) => {
    expect(render(locale, `gate.${code}`, sampled(params))).toMatch(SENTENCE);
    // A gate that is about a document always names it; all else may be unknown.
    const { doc } = sampled(params);
    expect(render(locale, `gate.${code}`, { doc })).toMatch(SENTENCE);
  });

  it('preventions are full sentences that tell every parameter', () => {
    for (const [code, params] of Object.entries(PREVENTIONS) as [keyof typeof PREVENTIONS, object][]) {
      const text = render(locale, `prevention.${code}`, sampled(params as Record<string, ParamKind>));
      expect(text).toMatch(SENTENCE);
      for (const name of Object.keys(params)) {
        const other = { ...sampled(params as Record<string, ParamKind>), [name]: 'R-99' };
        expect(render(locale, `prevention.${code}`, other)).not.toBe(text);
      }
    }
  });
});

describe('names', () => {
  const vocabularies: Readonly<Record<Vocabulary, readonly string[]>> = {
    document: DOCUMENT_TYPES,
    dimension: DIMENSIONS,
    level: LEVELS,
    lifecycle: LIFECYCLE_STATES,
    status: STATUSES,
    word: WORDS,
    flag: FLAGS,
    severity: [...SEVERITIES, ...FINDING_SEVERITIES],
    visitKind: [
      'AAV',
      'RDL_VERIFICATION',
      ...ASSESSMENT_KINDS,
      'HOSPITAL',
      'COE_ARRIVAL',
      'COE_READINESS',
      'COE_REPATRIATION',
    ],
    outcome: [...AAV_OUTCOMES, ...ASSESSMENT_OUTCOMES, ...VERIFICATION_OUTCOMES],
    assessed: ASSESSED_COMPONENT_CODES,
    componentResult: COMPONENT_RESULTS,
    verdict: VERDICTS,
    planState: PLAN_STATES,
    screening: SCREENING_STATES,
    caveatKind: CAVEAT_KINDS,
    owner: FINDING_OWNERS,
    component: COMPONENTS,
    regionalGroup: REGIONAL_GROUPS,
    unitType: UNIT_TYPE_CODES,
    unitTypeGroup: UNIT_TYPE_GROUPS,
    language: LANGUAGE_CODES,
    mission: MISSIONS.map(({ code }) => code),
    record: [...KINDS.map(({ name }) => name), ...FOLLOW_UP_KINDS, 'PLEDGE', 'VISIT'],
    role: ROLES,
    measurementBasis: MEASUREMENT_BASES,
    planOutcome: PLAN_OUTCOMES,
    progress: PROGRESS_STATES,
    parameter: PARAMETER_NAMES,
    parameterUnit: PARAMETER_UNITS,
    reviewConclusion: REVIEW_CONCLUSIONS,
    area: [...FINDING_AREAS, ...EVALUATION_AREAS],
    scale: EVALUATION_SCALES.map(({ id }) => id),
    personnelType: PERSONNEL_TYPES,
    genderTarget: GENDER_TARGET_CATEGORIES,
    equipment: EQUIPMENT_ITEM_CODES,
    selfSustainment: SELF_SUSTAINMENT_CATEGORIES,
  };

  it.each(Object.entries(vocabularies))('of %s are exactly the codes in use', (vocabulary, codes) => {
    const named = Object.keys(CATALOGUES.en).filter((key) => key.startsWith(`${vocabulary}.`));
    expect(named.sort()).toEqual([...new Set(codes)].map((code) => `${vocabulary}.${code}`).sort());
  });

  it('of reasons, gates and preventions are exactly the codes in use', () => {
    const known = [
      ...Object.keys(PREVENTIONS).map((code) => `prevention.${code}`),
      ...Object.keys(REASONS).map((code) => `reason.${code}`),
      ...Object.keys(GATES).map((code) => `gate.${code}`),
    ];
    const named = Object.keys(CATALOGUES.en).filter((key) => /^(reason|gate|prevention)\./.test(key));
    expect(named.sort()).toEqual(known.sort());
  });
});
