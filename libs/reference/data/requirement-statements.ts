import type { EquipmentItem, SelfSustainmentCategory } from './equipment.js';
import type { UnitTypeCode } from './unit-types.js';

export interface RequirementEquipmentLine {
  readonly item: EquipmentItem;
  /** Pieces, in the unit of the item. */
  readonly quantity: number;
  /** Equipment that cannot be averaged away: rated by itself. */
  readonly critical: boolean;
}

export interface RequirementSelfSustainment {
  readonly category: SelfSustainmentCategory;
  /** Persons to be sustained. */
  readonly required: number;
}

/** One version of the generic statement of unit requirements (SUR) of a unit type. */
export interface RequirementStatementRow {
  /** Code and version together: `SUR_FORMED_POLICE_UNIT_V2`. */
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly unitType: UnitTypeCode;
  /** The day from which this version is the one to go by. */
  readonly effectiveOn: string;
  /** Persons. */
  readonly strength: number;
  readonly equipment: readonly RequirementEquipmentLine[];
  readonly selfSustainment: readonly RequirementSelfSustainment[];
  readonly source: string;
  readonly sourced: boolean;
}

const INVENTED = 'Invented for this registry: plausible sizes, not a statement of the United Nations';

/** What every contingent provides for itself. */
const BASIC = [
  'CATERING',
  'COMMUNICATIONS_VHF_UHF_FM',
  'COMMUNICATIONS_HF',
  'OFFICE',
  'ELECTRICAL',
  'MINOR_ENGINEERING',
  'LAUNDRY',
  'CLEANING',
  'TENTAGE',
  'ACCOMMODATION',
  'BASIC_FIREFIGHTING',
  'FIRE_DETECTION_AND_ALARM',
  'MEDICAL_BASIC',
  'BEDDING',
  'FURNITURE',
  'WELFARE',
  'INTERNET_ACCESS',
] as const satisfies readonly SelfSustainmentCategory[];

/** What a contingent that leaves its camp for its task provides in addition. */
const FIELD = ['OBSERVATION_NIGHT', 'OBSERVATION_POSITIONING', 'FIELD_DEFENCE_STORES'] as const;

interface Draft {
  readonly version?: number;
  readonly effectiveOn?: string;
  readonly strength: number;
  /** Lines that are critical. */
  readonly critical: Readonly<Partial<Record<EquipmentItem, number>>>;
  readonly other: Readonly<Partial<Record<EquipmentItem, number>>>;
  /** Categories beyond the basic ones. */
  readonly also?: readonly SelfSustainmentCategory[];
}

const DRAFTS: Readonly<Record<UnitTypeCode, readonly Draft[]>> = {
  INFANTRY_BATTALION: [
    {
      strength: 850,
      critical: { ARMOURED_PERSONNEL_CARRIER: 40, AMBULANCE: 4 },
      other: {
        LIGHT_PATROL_VEHICLE: 60,
        CARGO_TRUCK: 30,
        FUEL_TRUCK: 4,
        WATER_TRUCK: 4,
        RECOVERY_TRUCK: 2,
        GENERATOR: 24,
        WATER_TREATMENT_PLANT: 4,
      },
      also: [...FIELD, 'MEDICAL_LEVEL_1', 'OBSERVATION_GENERAL', 'EXPLOSIVE_ORDNANCE_DISPOSAL'],
    },
    {
      version: 2,
      effectiveOn: '2023-07-01',
      strength: 850,
      critical: { ARMOURED_PERSONNEL_CARRIER: 44, ARMOURED_AMBULANCE: 4 },
      other: {
        MINE_PROTECTED_VEHICLE: 12,
        LIGHT_PATROL_VEHICLE: 50,
        CARGO_TRUCK: 30,
        FUEL_TRUCK: 4,
        WATER_TRUCK: 4,
        RECOVERY_TRUCK: 3,
        GENERATOR: 24,
        WATER_TREATMENT_PLANT: 4,
        UAS_CLASS_I: 4,
      },
      also: [...FIELD, 'MEDICAL_LEVEL_1', 'OBSERVATION_GENERAL', 'EXPLOSIVE_ORDNANCE_DISPOSAL'],
    },
  ],
  MECH_INFANTRY_COMPANY: [
    {
      strength: 220,
      critical: { ARMOURED_PERSONNEL_CARRIER: 14, AMBULANCE: 2 },
      other: { LIGHT_PATROL_VEHICLE: 10, CARGO_TRUCK: 8, RECOVERY_TRUCK: 1, GENERATOR: 8 },
      also: FIELD,
    },
  ],
  QUICK_REACTION_FORCE: [
    {
      strength: 180,
      critical: { MINE_PROTECTED_VEHICLE: 16, ARMOURED_AMBULANCE: 2 },
      other: { LIGHT_PATROL_VEHICLE: 8, CARGO_TRUCK: 8, RECOVERY_TRUCK: 1, GENERATOR: 6, UAS_CLASS_I: 2 },
      also: [...FIELD, 'OBSERVATION_GENERAL'],
    },
  ],
  GUARD_UNIT: [
    {
      strength: 260,
      critical: { AMBULANCE: 2 },
      other: { ARMOURED_PERSONNEL_CARRIER: 6, LIGHT_PATROL_VEHICLE: 20, CARGO_TRUCK: 8, GENERATOR: 8 },
      also: FIELD,
    },
  ],
  FORCE_PROTECTION_COMPANY: [
    {
      strength: 180,
      critical: { ARMOURED_PERSONNEL_CARRIER: 10, AMBULANCE: 2 },
      other: { LIGHT_PATROL_VEHICLE: 14, CARGO_TRUCK: 8, GENERATOR: 6 },
      also: FIELD,
    },
  ],
  CONVOY_ESCORT: [
    {
      strength: 240,
      critical: { MINE_PROTECTED_VEHICLE: 20, ARMOURED_AMBULANCE: 2 },
      other: { CARGO_TRUCK: 10, RECOVERY_TRUCK: 2, GENERATOR: 6, ELECTRONIC_COUNTERMEASURES_SET: 6 },
      also: FIELD,
    },
  ],
  SPECIAL_FORCES: [
    {
      strength: 150,
      critical: { LIGHT_PATROL_VEHICLE: 24, ARMOURED_AMBULANCE: 1 },
      other: { CARGO_TRUCK: 6, GENERATOR: 6, UAS_CLASS_I: 4, SATELLITE_TERMINAL: 3 },
      also: [...FIELD, 'OBSERVATION_GENERAL', 'MEDICAL_LEVEL_1'],
    },
  ],
  RECONNAISSANCE: [
    {
      strength: 160,
      critical: { RECONNAISSANCE_VEHICLE: 18 },
      other: {
        AMBULANCE: 2,
        CARGO_TRUCK: 6,
        RECOVERY_TRUCK: 1,
        GROUND_SURVEILLANCE_RADAR: 2,
        UAS_CLASS_I: 3,
        GENERATOR: 5,
      },
      also: [...FIELD, 'OBSERVATION_GENERAL'],
    },
  ],
  ISR_UNIT: [
    {
      strength: 90,
      critical: { UAS_CLASS_I: 6, GROUND_SURVEILLANCE_RADAR: 2 },
      other: { COMMAND_POST_VEHICLE: 2, LIGHT_PATROL_VEHICLE: 8, SATELLITE_TERMINAL: 2, GENERATOR: 5 },
      also: [...FIELD, 'OBSERVATION_GENERAL', 'UNIQUE_EQUIPMENT'],
    },
  ],
  UAS_UNIT: [
    {
      strength: 70,
      critical: { UAS_CLASS_II: 3 },
      other: {
        UAS_CLASS_I: 4,
        COMMAND_POST_VEHICLE: 2,
        CARGO_TRUCK: 6,
        AIRCRAFT_GROUND_SUPPORT: 1,
        GENERATOR: 4,
      },
      also: ['UNIQUE_EQUIPMENT'],
    },
  ],
  COUNTER_UAS_UNIT: [
    {
      strength: 60,
      critical: { COUNTER_UAS_DETECTOR: 4, COUNTER_UAS_EFFECTOR: 4 },
      other: { COMMAND_POST_VEHICLE: 1, LIGHT_PATROL_VEHICLE: 10, GENERATOR: 4 },
      also: [...FIELD, 'UNIQUE_EQUIPMENT'],
    },
  ],
  ENGINEER_CONSTRUCTION: [
    {
      strength: 220,
      critical: { BULLDOZER: 6, EXCAVATOR: 6, GRADER: 4 },
      other: {
        FRONT_END_LOADER: 6,
        ROAD_ROLLER: 4,
        DUMP_TRUCK: 18,
        MOBILE_CRANE: 2,
        AMBULANCE: 2,
        WATER_TRUCK: 4,
        WORKSHOP: 1,
        GENERATOR: 10,
      },
    },
  ],
  ENGINEER_COMBAT: [
    {
      strength: 180,
      critical: { MINE_CLEARING_VEHICLE: 2, BRIDGE_SET: 2 },
      other: {
        ARMOURED_PERSONNEL_CARRIER: 8,
        BULLDOZER: 2,
        EXCAVATOR: 3,
        MINE_DETECTOR: 20,
        AMBULANCE: 2,
        CARGO_TRUCK: 8,
        GENERATOR: 6,
      },
      also: FIELD,
    },
  ],
  EOD_IEDD: [
    {
      strength: 75,
      critical: { EOD_ROBOT: 4, EOD_SUIT: 8, ELECTRONIC_COUNTERMEASURES_SET: 4 },
      other: { MINE_PROTECTED_VEHICLE: 8, MINE_DETECTOR: 16, AMBULANCE: 1, GENERATOR: 4 },
      also: [...FIELD, 'EXPLOSIVE_ORDNANCE_DISPOSAL'],
    },
  ],
  SIGNALS: [
    {
      strength: 160,
      critical: { SATELLITE_TERMINAL: 8, MICROWAVE_LINK: 6 },
      other: {
        VEHICLE_RADIO_HF: 20,
        COMMAND_POST_VEHICLE: 4,
        LIGHT_PATROL_VEHICLE: 14,
        CARGO_TRUCK: 6,
        GENERATOR: 16,
      },
      also: ['COMMUNICATIONS_TELEPHONE'],
    },
  ],
  TRANSPORT: [
    {
      strength: 200,
      critical: { CARGO_TRUCK: 60 },
      other: {
        HEAVY_TRANSPORTER: 10,
        FUEL_TRUCK: 8,
        WATER_TRUCK: 4,
        RECOVERY_TRUCK: 4,
        FORKLIFT: 4,
        AMBULANCE: 1,
        WORKSHOP: 2,
        GENERATOR: 8,
      },
    },
  ],
  LOGISTICS: [
    {
      strength: 200,
      critical: { FUEL_TRUCK: 8, REFRIGERATED_CONTAINER: 10 },
      other: {
        CARGO_TRUCK: 24,
        WATER_TRUCK: 6,
        FORKLIFT: 8,
        WORKSHOP: 3,
        WATER_TREATMENT_PLANT: 4,
        AMBULANCE: 1,
        GENERATOR: 14,
      },
    },
  ],
  MP_UNIT: [
    {
      strength: 60,
      critical: { LIGHT_PATROL_VEHICLE: 14 },
      other: { PASSENGER_BUS: 2, GENERATOR: 3, FORENSIC_KIT: 2 },
    },
  ],
  SECTOR_HQ: [
    {
      strength: 120,
      critical: { SATELLITE_TERMINAL: 2 },
      other: { COMMAND_POST_VEHICLE: 3, LIGHT_PATROL_VEHICLE: 14, PASSENGER_BUS: 2, GENERATOR: 6 },
      also: ['COMMUNICATIONS_TELEPHONE'],
    },
  ],
  MILITARY_HQ_SUPPORT: [
    {
      strength: 130,
      critical: { GENERATOR: 8 },
      other: { LIGHT_PATROL_VEHICLE: 16, CARGO_TRUCK: 6, PASSENGER_BUS: 4, AMBULANCE: 1 },
      also: ['COMMUNICATIONS_TELEPHONE'],
    },
  ],
  CIMIC: [{ strength: 30, critical: {}, other: { LIGHT_PATROL_VEHICLE: 8, GENERATOR: 2 } }],
  MEDICAL_LEVEL_1: [
    { strength: 12, critical: { AMBULANCE: 2 }, other: { GENERATOR: 2 }, also: ['MEDICAL_LEVEL_1'] },
  ],
  MEDICAL_LEVEL_1_PLUS: [
    {
      strength: 25,
      critical: { AMBULANCE: 2, OPERATING_THEATRE: 1 },
      other: { GENERATOR: 3, WARD_BED: 5 },
      also: ['MEDICAL_LEVEL_1', 'MEDICAL_BLOOD_AND_BLOOD_PRODUCTS'],
    },
  ],
  MEDICAL_LEVEL_2: [
    {
      strength: 63,
      critical: { OPERATING_THEATRE: 1, INTENSIVE_CARE_BED: 2, AMBULANCE: 2 },
      other: {
        WARD_BED: 20,
        X_RAY_UNIT: 1,
        MEDICAL_LABORATORY: 1,
        DENTAL_UNIT: 1,
        GENERATOR: 5,
        REFRIGERATED_CONTAINER: 2,
      },
      also: ['MEDICAL_LEVEL_2', 'MEDICAL_BLOOD_AND_BLOOD_PRODUCTS', 'MEDICAL_LABORATORY', 'MEDICAL_DENTAL'],
    },
  ],
  MEDICAL_LEVEL_3: [
    {
      strength: 90,
      critical: { OPERATING_THEATRE: 2, INTENSIVE_CARE_BED: 4, AMBULANCE: 2 },
      other: {
        WARD_BED: 50,
        X_RAY_UNIT: 2,
        MEDICAL_LABORATORY: 1,
        DENTAL_UNIT: 2,
        GENERATOR: 8,
        REFRIGERATED_CONTAINER: 3,
      },
      also: ['MEDICAL_LEVEL_3', 'MEDICAL_BLOOD_AND_BLOOD_PRODUCTS', 'MEDICAL_LABORATORY', 'MEDICAL_DENTAL'],
    },
  ],
  FORWARD_SURGICAL: [
    {
      strength: 16,
      critical: { OPERATING_THEATRE: 1, AMBULANCE: 1 },
      other: { INTENSIVE_CARE_BED: 1, GENERATOR: 2 },
      also: ['MEDICAL_BLOOD_AND_BLOOD_PRODUCTS', 'MEDICAL_HIGH_RISK_AREAS'],
    },
  ],
  AEROMEDICAL_EVAC_TEAM: [
    {
      strength: 8,
      critical: { AEROMEDICAL_EVACUATION_KIT: 2 },
      other: {},
      also: ['MEDICAL_HIGH_RISK_AREAS'],
    },
  ],
  AVIATION_UTILITY_HELO: [
    {
      strength: 110,
      critical: { UTILITY_HELICOPTER: 4 },
      other: {
        AIRCRAFT_GROUND_SUPPORT: 2,
        FUEL_TRUCK: 2,
        LIGHT_PATROL_VEHICLE: 6,
        AMBULANCE: 1,
        GENERATOR: 5,
      },
    },
  ],
  AVIATION_ARMED_UTILITY_HELO: [
    {
      strength: 110,
      critical: { ARMED_UTILITY_HELICOPTER: 3 },
      other: {
        AIRCRAFT_GROUND_SUPPORT: 2,
        FUEL_TRUCK: 2,
        LIGHT_PATROL_VEHICLE: 6,
        AMBULANCE: 1,
        GENERATOR: 5,
      },
    },
  ],
  AVIATION_ATTACK_HELO: [
    {
      strength: 120,
      critical: { ATTACK_HELICOPTER: 4 },
      other: {
        AIRCRAFT_GROUND_SUPPORT: 2,
        FUEL_TRUCK: 2,
        LIGHT_PATROL_VEHICLE: 6,
        AMBULANCE: 1,
        GENERATOR: 5,
      },
    },
  ],
  AVIATION_FIXED_WING: [
    {
      strength: 60,
      critical: { TRANSPORT_AIRCRAFT: 1 },
      other: { AIRCRAFT_GROUND_SUPPORT: 1, LIGHT_PATROL_VEHICLE: 4, FORKLIFT: 1, GENERATOR: 3 },
    },
  ],
  RIVERINE: [
    {
      strength: 200,
      critical: { RIVERINE_PATROL_BOAT: 12 },
      other: { LIGHT_PATROL_VEHICLE: 8, CARGO_TRUCK: 6, AMBULANCE: 1, WORKSHOP: 1, GENERATOR: 8 },
      also: FIELD,
    },
  ],
  MARITIME_TASK_FORCE: [
    { strength: 140, critical: { MARITIME_PATROL_VESSEL: 1 }, other: { SATELLITE_TERMINAL: 1 } },
  ],
  FORMED_POLICE_UNIT: [
    {
      strength: 160,
      critical: { POLICE_ARMOURED_VEHICLE: 6, AMBULANCE: 1 },
      other: {
        LIGHT_PATROL_VEHICLE: 14,
        CARGO_TRUCK: 5,
        PASSENGER_BUS: 4,
        WATER_TRUCK: 1,
        RIOT_CONTROL_SET: 130,
        GENERATOR: 6,
      },
      also: ['OBSERVATION_NIGHT', 'MEDICAL_LEVEL_1'],
    },
    {
      version: 2,
      effectiveOn: '2024-07-01',
      strength: 180,
      critical: { POLICE_ARMOURED_VEHICLE: 8, AMBULANCE: 2 },
      other: {
        LIGHT_PATROL_VEHICLE: 18,
        CARGO_TRUCK: 5,
        PASSENGER_BUS: 4,
        WATER_TRUCK: 1,
        RIOT_CONTROL_SET: 150,
        UAS_CLASS_I: 2,
        GENERATOR: 6,
      },
      also: ['OBSERVATION_NIGHT', 'MEDICAL_LEVEL_1'],
    },
  ],
  GUARD_FPU: [
    {
      strength: 140,
      critical: { AMBULANCE: 1 },
      other: {
        POLICE_ARMOURED_VEHICLE: 4,
        LIGHT_PATROL_VEHICLE: 16,
        CARGO_TRUCK: 4,
        PASSENGER_BUS: 3,
        GENERATOR: 5,
      },
      also: ['OBSERVATION_NIGHT'],
    },
  ],
  SWAT: [
    {
      strength: 32,
      critical: { POLICE_ARMOURED_VEHICLE: 2 },
      other: { LIGHT_PATROL_VEHICLE: 6, GENERATOR: 2 },
      also: ['OBSERVATION_NIGHT'],
    },
  ],
  CANINE: [{ strength: 20, critical: { WORKING_DOG: 12 }, other: { LIGHT_PATROL_VEHICLE: 6, GENERATOR: 1 } }],
  SPECIALIZED_POLICE_TEAM: [
    { strength: 15, critical: {}, other: { LIGHT_PATROL_VEHICLE: 4, FORENSIC_KIT: 2 } },
  ],
};

const linesOf = (quantities: Draft['critical'], critical: boolean): RequirementEquipmentLine[] =>
  (Object.entries(quantities) as [EquipmentItem, number][]).map(([item, quantity]) => ({
    item,
    quantity,
    critical,
  }));

/**
 * The generic statements of unit requirements, one for each unit type and version. The documents of the United
 * Nations are not public; these are invented, with strengths after what is publicly said of such units (a formed police
 * unit of 160 to 180, an infantry battalion of about 850, a level 2 hospital of 63).
 */
export const REQUIREMENT_STATEMENTS: readonly RequirementStatementRow[] = (
  Object.entries(DRAFTS) as [UnitTypeCode, readonly Draft[]][]
).flatMap(([unitType, versions]) =>
  versions.map(({ version = 1, effectiveOn = '2019-01-01', strength, critical, other, also = [] }) => ({
    id: `SUR_${unitType}_V${String(version)}`,
    code: `SUR_${unitType}`,
    version,
    unitType,
    effectiveOn,
    strength,
    equipment: [...linesOf(critical, true), ...linesOf(other, false)],
    selfSustainment: [...BASIC, ...also].map((category) => ({ category, required: strength })),
    source: INVENTED,
    sourced: false,
  })),
);
