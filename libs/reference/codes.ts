/** The closed lists that records and rules share. The rules own them; every room above takes them from here. */
export {
  AAV_OUTCOMES,
  ASSESSMENT_OUTCOMES,
  CAVEAT_KINDS,
  DOCUMENT_TYPES,
  LEVEL_RANK,
  LEVELS,
  LIFECYCLE_STATES,
  SCREENING_STATES,
  VERDICTS,
  VERIFICATION_OUTCOMES,
  type Level,
  type LifecycleState,
} from '#readiness/facts.js';
