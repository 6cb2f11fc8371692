/** How a line of equipment is counted. */
export type EquipmentUnit = 'EACH' | 'SET';

/**
 * Major equipment that a statement of unit requirements may ask for: code to unit. Groups and words after chapter 8
 * of the COE Manual; the manual's own, much longer list of categories and rates is not held here. Names are in the
 * message catalogue under `equipment.<code>`.
 */
export const EQUIPMENT_ITEMS = {
  // Combat and patrol vehicles
  ARMOURED_PERSONNEL_CARRIER: 'EACH',
  MINE_PROTECTED_VEHICLE: 'EACH',
  RECONNAISSANCE_VEHICLE: 'EACH',
  POLICE_ARMOURED_VEHICLE: 'EACH',
  LIGHT_PATROL_VEHICLE: 'EACH',
  COMMAND_POST_VEHICLE: 'EACH',
  // Support vehicles
  CARGO_TRUCK: 'EACH',
  FUEL_TRUCK: 'EACH',
  WATER_TRUCK: 'EACH',
  RECOVERY_TRUCK: 'EACH',
  HEAVY_TRANSPORTER: 'EACH',
  PASSENGER_BUS: 'EACH',
  FORKLIFT: 'EACH',
  AMBULANCE: 'EACH',
  ARMOURED_AMBULANCE: 'EACH',
  // Camp
  GENERATOR: 'EACH',
  WATER_TREATMENT_PLANT: 'SET',
  REFRIGERATED_CONTAINER: 'EACH',
  WORKSHOP: 'SET',
  // Engineering and explosive ordnance
  BULLDOZER: 'EACH',
  EXCAVATOR: 'EACH',
  FRONT_END_LOADER: 'EACH',
  GRADER: 'EACH',
  ROAD_ROLLER: 'EACH',
  DUMP_TRUCK: 'EACH',
  MOBILE_CRANE: 'EACH',
  BRIDGE_SET: 'SET',
  MINE_CLEARING_VEHICLE: 'EACH',
  EOD_ROBOT: 'EACH',
  EOD_SUIT: 'EACH',
  ELECTRONIC_COUNTERMEASURES_SET: 'SET',
  MINE_DETECTOR: 'EACH',
  // Signals, surveillance
  SATELLITE_TERMINAL: 'EACH',
  MICROWAVE_LINK: 'SET',
  VEHICLE_RADIO_HF: 'EACH',
  GROUND_SURVEILLANCE_RADAR: 'EACH',
  UAS_CLASS_I: 'EACH',
  UAS_CLASS_II: 'EACH',
  COUNTER_UAS_DETECTOR: 'SET',
  COUNTER_UAS_EFFECTOR: 'SET',
  // Medical
  OPERATING_THEATRE: 'SET',
  INTENSIVE_CARE_BED: 'EACH',
  WARD_BED: 'EACH',
  X_RAY_UNIT: 'EACH',
  MEDICAL_LABORATORY: 'SET',
  DENTAL_UNIT: 'SET',
  AEROMEDICAL_EVACUATION_KIT: 'SET',
  // Aviation
  UTILITY_HELICOPTER: 'EACH',
  ARMED_UTILITY_HELICOPTER: 'EACH',
  ATTACK_HELICOPTER: 'EACH',
  TRANSPORT_AIRCRAFT: 'EACH',
  AIRCRAFT_GROUND_SUPPORT: 'SET',
  // Water
  RIVERINE_PATROL_BOAT: 'EACH',
  MARITIME_PATROL_VESSEL: 'EACH',
  // Police
  RIOT_CONTROL_SET: 'SET',
  WORKING_DOG: 'EACH',
  FORENSIC_KIT: 'SET',
} as const satisfies Readonly<Record<string, EquipmentUnit>>;
export type EquipmentItem = keyof typeof EQUIPMENT_ITEMS;

/** `Object.keys` knows its keys only as text; this table's are its own. */
export const EQUIPMENT_ITEM_CODES = Object.keys(EQUIPMENT_ITEMS) as readonly EquipmentItem[];

/**
 * Self-sustainment categories after chapter 3 of the COE Manual (annex B), from general knowledge of it. Names are in
 * the message catalogue under `selfSustainment.<code>`. Counted in persons to be sustained.
 */
export const SELF_SUSTAINMENT_CATEGORIES = [
  'CATERING',
  'COMMUNICATIONS_VHF_UHF_FM',
  'COMMUNICATIONS_HF',
  'COMMUNICATIONS_TELEPHONE',
  'OFFICE',
  'ELECTRICAL',
  'MINOR_ENGINEERING',
  'EXPLOSIVE_ORDNANCE_DISPOSAL',
  'LAUNDRY',
  'CLEANING',
  'TENTAGE',
  'ACCOMMODATION',
  'BASIC_FIREFIGHTING',
  'FIRE_DETECTION_AND_ALARM',
  'MEDICAL_BASIC',
  'MEDICAL_LEVEL_1',
  'MEDICAL_LEVEL_2',
  'MEDICAL_LEVEL_3',
  'MEDICAL_HIGH_RISK_AREAS',
  'MEDICAL_BLOOD_AND_BLOOD_PRODUCTS',
  'MEDICAL_LABORATORY',
  'MEDICAL_DENTAL',
  'OBSERVATION_GENERAL',
  'OBSERVATION_NIGHT',
  'OBSERVATION_POSITIONING',
  'IDENTIFICATION',
  'NBC_PROTECTION',
  'FIELD_DEFENCE_STORES',
  'BEDDING',
  'FURNITURE',
  'WELFARE',
  'INTERNET_ACCESS',
  'UNIQUE_EQUIPMENT',
] as const;
export type SelfSustainmentCategory = (typeof SELF_SUSTAINMENT_CATEGORIES)[number];
