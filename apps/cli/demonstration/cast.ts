import type { UnitTypeCode } from '#reference/data/unit-types.js';
import { POOL_SCENARIOS } from './scenarios-of-the-pool.js';
import { SCENARIOS_IN_USE } from './scenarios-in-use.js';
import type { Scenario } from './scenario.js';

const SCENARIOS = { ...POOL_SCENARIOS, ...SCENARIOS_IN_USE };
export type ScenarioName = keyof typeof SCENARIOS;

export const scenario = (name: ScenarioName): Scenario => SCENARIOS[name];

/** One unit of a part, and what becomes of it. */
type Role = readonly [unitType: UnitTypeCode, scenario: ScenarioName];

/** What one Member State has pledged. */
export interface Part {
  readonly roles: readonly Role[];
  /** The whole Member State is barred beside what its units do. */
  readonly barred?: true;
}

const part = (...roles: readonly Role[]): Part => ({ roles });

/** The parts, from the greatest to the smallest. Which Member State plays which is drawn by lot. */
export const PARTS: readonly Part[] = [
  part(
    ['INFANTRY_BATTALION', 'READY_AT_RDL'],
    ['FORMED_POLICE_UNIT', 'READY_LEVEL_3'],
    ['AVIATION_UTILITY_HELO', 'HELICOPTERS_MISSING'],
    ['ENGINEER_CONSTRUCTION', 'CONFIRMATION_OVERDUE'],
    ['MEDICAL_LEVEL_2', 'HOSPITAL_DEFICIENT'],
    ['QUICK_REACTION_FORCE', 'DEPLOYED_PLAN_ON_TRACK'],
    ['SIGNALS', 'SUBMITTED'],
  ),
  part(
    ['INFANTRY_BATTALION', 'DEPLOYED_WITHOUT_PLAN'],
    ['TRANSPORT', 'READY_LEVEL_2'],
    ['FORMED_POLICE_UNIT', 'POLICE_ASSESSED'],
    ['EOD_IEDD', 'RECOMMENDATIONS_OPEN'],
  ),
  part(
    ['INFANTRY_BATTALION', 'SKILLS_FAILED'],
    ['MEDICAL_LEVEL_2', 'HOSPITAL_DEPLOYED'],
    ['FORCE_PROTECTION_COMPANY', 'READY_AT_RDL'],
    ['GUARD_UNIT', 'CAVEAT_DECLARED'],
  ),
  part(
    ['MECH_INFANTRY_COMPANY', 'DEPLOYED_PLAN_OVERDUE'],
    ['ENGINEER_COMBAT', 'RDL_VERIFICATION_EXPIRED'],
    ['MP_UNIT', 'REJECTED'],
  ),
  part(
    ['GUARD_FPU', 'CERTIFICATE_OVERDUE'],
    ['AVIATION_FIXED_WING', 'LAPSED'],
    ['UAS_UNIT', 'NEW_WITHOUT_VISIT'],
  ),
  part(
    ['INFANTRY_BATTALION', 'DEPLOYED_FROM_RDL'],
    ['SIGNALS', 'LEVEL_ABOVE_THE_EVIDENCE'],
    ['RIVERINE', 'VISIT_STALE'],
  ),
  part(
    ['INFANTRY_BATTALION', 'UNIT_BARRED'],
    ['FORMED_POLICE_UNIT', 'RETURNED_TO_THE_POOL'],
    ['LOGISTICS', 'PERSONNEL_SHORT'],
  ),
  part(
    ['QUICK_REACTION_FORCE', 'PRE_DEPLOYMENT_FAILED'],
    ['RECONNAISSANCE', 'RDL_AGREEMENT_ENDED'],
    ['SPECIALIZED_POLICE_TEAM', 'DRAFT'],
  ),
  part(
    ['FORMED_POLICE_UNIT', 'DEPLOYED_NEEDS_IMPROVEMENT'],
    ['MEDICAL_LEVEL_1_PLUS', 'NOT_COUNTED'],
    ['ENGINEER_CONSTRUCTION', 'RECOMMENDATIONS_ANSWERED'],
  ),
  part(['CONVOY_ESCORT', 'CAVEAT_UNDECLARED_OPEN'], ['TRANSPORT', 'CERTIFICATE_LATE']),
  part(
    ['INFANTRY_BATTALION', 'DEPLOYED_OLD_PLAN_OVERDUE'],
    ['AVIATION_ARMED_UTILITY_HELO', 'RDL_SERVICEABILITY_LOW'],
    ['FORWARD_SURGICAL', 'BAR_ENDED'],
  ),
  part(['INFANTRY_BATTALION', 'DEPLOYED_PLAN_ACHIEVED'], ['ISR_UNIT', 'CRITICAL_FINDING_OVERDUE']),
  part(['ENGINEER_COMBAT', 'DEPLOYED_PLAN_NOT_ACHIEVED'], ['FORMED_POLICE_UNIT', 'COUNTED_WRONGLY']),
  part(['GUARD_UNIT', 'SELECTED_UNSCREENED'], ['COUNTER_UAS_UNIT', 'NEW_VISIT_PUT_OFF']),
  part(['SECTOR_HQ', 'PRE_DEPLOYMENT_CONDITIONS'], ['MECH_INFANTRY_COMPANY', 'RDL_COMMITMENT_TOO_LONG']),
  part(
    ['MEDICAL_LEVEL_2', 'CERTIFICATE_DUE'],
    ['LOGISTICS', 'EQUIPMENT_SHORT'],
    ['FORMED_POLICE_UNIT', 'ONE_ANSWER_LEFT'],
  ),
  part(['INFANTRY_BATTALION', 'RETURNED'], ['TRANSPORT', 'DOCUMENT_EXPIRED']),
  part(['FORMED_POLICE_UNIT', 'RDL_VERIFICATION_FAILED'], ['CANINE', 'WITHDRAWN']),
  part(['ENGINEER_CONSTRUCTION', 'UNSATISFACTORY_VISIT'], ['FORCE_PROTECTION_COMPANY', 'READY_SOONER']),
  part(['EOD_IEDD', 'CRITICAL_FINDING_OPEN'], ['MILITARY_HQ_SUPPORT', 'DOCUMENT_OF_ANOTHER']),
  {
    roles: [
      ['SPECIAL_FORCES', 'READY_LEVEL_3'],
      ['AEROMEDICAL_EVAC_TEAM', 'DOCUMENT_RENEWED'],
    ],
    barred: true,
  },
  part(['INFANTRY_BATTALION', 'CAVEAT_UNDECLARED_OVERDUE']),
  part(['QUICK_REACTION_FORCE', 'DEPLOYED_BEFORE_ROTATION']),
  part(['FORMED_POLICE_UNIT', 'SCREENING_REFUSED'], ['UAS_UNIT', 'RDL_SERVICEABILITY_UNKNOWN']),
  part(
    ['CIMIC', 'DOCUMENT_MISSING'],
    ['RECONNAISSANCE', 'VISIT_EXPIRED'],
    ['SIGNALS', 'REJECTED_THEN_REGISTERED'],
    ['TRANSPORT', 'PERSONNEL_VERY_SHORT'],
    ['GUARD_UNIT', 'SELECTION_GIVEN_UP'],
  ),
];

/** Those who lend their names, with the working languages of what they pledge: five regional groups, 25 in all. */
export const MEMBER_STATES_BY_LOT: readonly (readonly [iso3: string, ...languages: string[]])[] = [
  ['CMR', 'fr', 'en'],
  ['GHA', 'en'],
  ['RWA', 'en', 'fr'],
  ['SEN', 'fr'],
  ['TUN', 'ar', 'fr'],
  ['ZMB', 'en'],
  ['BGD', 'en'],
  ['FJI', 'en'],
  ['IDN', 'en'],
  ['MNG', 'en'],
  ['NPL', 'en'],
  ['THA', 'en'],
  ['HUN', 'en'],
  ['MDA', 'en', 'ru'],
  ['SRB', 'en'],
  ['BRA', 'en', 'es'],
  ['GTM', 'es'],
  ['PER', 'es'],
  ['SLV', 'es'],
  ['URY', 'es', 'en'],
  ['AUT', 'en'],
  ['FIN', 'en'],
  ['IRL', 'en'],
  ['ITA', 'en', 'fr'],
  ['PRT', 'en', 'fr'],
];
