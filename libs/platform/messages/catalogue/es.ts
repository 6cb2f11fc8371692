import type { EN } from './en.js';
import { ES_FAULTS } from './faults.js';
import { ES_PREVENTIONS } from './preventions.js';
import { ES_TERMS } from './es-terms.js';

/**
 * Frases en español; las convenciones son las del catálogo inglés. El espacio duro ante el signo de porcentaje se pone al
 * leerlas (`manners.ts`), aquí es un espacio corriente.
 */
const SENTENCES = {
  'problem.NOT_FOUND':
    'No se encontró nada que usted conozca como «{value}»{field, select, none {} other { ({field})}}.',
  'problem.NOT_PERMITTED':
    'Su función no lo permite{field, select, none {} correct {: un registro solo lo corrigen quienes lo hicieron y la Secretaría} other { ({field})}}.',
  'problem.STALE_VERSION':
    'El registro se modificó después de que usted lo leyera: indicó la versión {expectedVersion} y la actual es la {currentVersion}. Léalo de nuevo y repita el cambio.',
  'problem.TRANSITION_NOT_ALLOWED':
    'Una promesa cuyo estado es «{from}» no puede pasar al estado «{to}»{allowed, select, none {; el estado actual es definitivo} other {; estados posibles: {allowed}}}.',
  'problem.RESTED_ON': 'Hay registros posteriores que se basan en este. Corríjalos primero.',
  'problem.AFTER_TODAY':
    '{field}: {value} es posterior al día de hoy{limit, select, none {} other { ({limit})}}; no puede registrarse lo que aún no ha ocurrido.',
  'problem.BEFORE_REGISTRATION':
    '{field}: {limit, select, none {la promesa no está registrada, por lo que esto no pudo ocurrir el {value}} other {{value} es anterior al registro de la promesa ({limit})}}.',
  'problem.BEFORE_OPENING':
    '{field}: {value} es anterior al inicio de aquello a lo que se refiere{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_LAST_STEP':
    '{field}: {value} es anterior al último paso de la promesa{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_DEPLOYMENT':
    '{field}: {value} es anterior al despliegue de la unidad{limit, select, none {} other { ({limit})}}; no pudo evaluarse en la misión.',
  'problem.INTERVAL_REVERSED':
    '{field}: {value} es anterior al día de inicio{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_LATER':
    '{field}: {value} no es posterior al plazo vigente{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_PLAN_DUE':
    '{field}: {value} es posterior al plazo del plan de mejora{limit, select, none {} other { ({limit})}}; prorrogue primero el plan.',
  'problem.NEGATIVE': '{field}: {value} es inferior a cero.',
  'problem.TOO_LARGE':
    '{field}: {value} supera lo permitido{limit, select, none {} other {; el máximo es {limit}}}.',
  'problem.TOO_SMALL':
    '{field}: {value} no alcanza lo permitido{limit, select, none {} other {; el mínimo es {limit}}}.',
  'problem.TOO_LONG':
    '{field}: el texto es demasiado largo{limit, select, none {} other {; máximo de caracteres: {limit}}}.',
  'problem.NOT_TEXT': '{field}: el texto contiene un carácter que no puede conservarse; escríbalo de nuevo.',
  'problem.REQUIRED': 'El campo {field} falta o está vacío.',
  'problem.UNKNOWN_CODE':
    '{field}: «{value}» no es uno de los valores conocidos{limit, select, none {} other {: {limit}}}.',
  'problem.UNKNOWN_MEMBER_STATE':
    '{field}: «{value}» no es el código ISO alfa-3 de un Estado Miembro, o usted no puede actuar en su nombre.',
  'problem.UNKNOWN_UNIT_TYPE': '{field}: «{value}» no es un tipo de unidad conocido.',
  'problem.UNKNOWN_MISSION': '{field}: «{value}» no es una misión conocida.',
  'problem.LEVEL_NEEDS_REASON':
    'La documentación permite reconocer: {limit, select, none {un nivel inferior} other {{limit}}}; para decidir un nivel superior, indique el motivo por escrito.',
  'problem.ALREADY_CLOSED':
    'El registro ya está {field, select, id {anulado} other {cerrado}}{value, select, none {} other { ({value})}}{limit, select, none {} other {, {limit}}}.',
  'problem.ALREADY_EXISTS':
    '{field}: «{value}» ya está registrado{limit, select, none {} other { ({limit})}}.',
  'problem.ACTIONS_OPEN':
    'El plan no puede cerrarse como cumplido: hay medidas que ni se han adoptado ni se han descartado{limit, select, none {} other { ({limit})}}.',
  'problem.OVERLAPS':
    '{field}: {value} coincide en parte con lo que ya está en vigor{limit, select, none {} other { ({limit})}}. Corrija primero lo vigente o elija otras fechas.',
  'problem.OUTCOME_NOT_OF_KIND':
    '{field}: «{value}» no procede en este caso{limit, select, none {} other {; valores posibles: {limit}}}.',
  'problem.VISIT_NOT_HELD': 'La visita aún no se ha realizado, por lo que no hay constataciones.',
  'problem.NOT_COVERED_BY_VISIT': '{field}: la visita no abarca esta promesa ({value}).',
  'problem.OUTSIDE_VISIT':
    '{field}: {value} no es un día de la visita{limit, select, none {} other { ({limit})}}.',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': '{field}: esto no se aplica a las unidades del tipo «{value}».',
  'problem.MORE_THAN_WHOLE':
    '{field}: {value} supera el total del que forma parte{limit, select, none {} other { ({limit})}}.',
  'problem.CRITICAL_LINE_MISSING':
    '{field}: no se ha contado equipo esencial previsto en el estado de necesidades de la unidad{value, select, none {} other { ({value})}}. Indíquelo; si no hay ninguno, indique 0 presentes.',
  'problem.REQUIREMENT_LINE_MISSING':
    '{field}: quedan sin respuesta renglones del estado de necesidades de la unidad{value, select, none {} other { ({value})}}. Responda a cada uno; si no hay ninguna unidad, indique 0 presentes o 0 ofrecidas.',
  'problem.REQUIREMENT_NOT_IN_EFFECT':
    '{field}: el estado de necesidades de la unidad {value} todavía no es aplicable ese día{limit, select, none {} other {; lo es a partir del {limit}}}.',
  'problem.COMPONENT_MISSING':
    '{field}: no se han indicado componentes de este tipo de visita{value, select, none {} other { ({value})}}. Indíquelos todos, con NOT_TESTED para los no comprobados.',
  'problem.CONTRADICTION':
    '{field}: «{value}» contradice lo indicado en otros campos{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_OF_BASIS':
    '{field}: esto no es compatible con una medición cuya base es {value}{limit, select, none {} other {; es compatible con {limit}}}.',
  'problem.NOT_IN_LIFECYCLE_STATE':
    'El estado de la promesa no lo permite{value, select, none {} other {: «{value}»}}{limit, select, none {} other {; estados admitidos: {limit}}}.',
  'problem.KNOWN_ON_IN_FUTURE':
    '{field}: nadie sabe todavía lo que se sabrá el {value}; indique un instante pasado.',
  'problem.AS_OF_OUT_OF_RANGE':
    '{field}: {value} está fuera de las fechas que pueden consultarse{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_AS_OF':
    '{field}: {value} es posterior a la fecha consultada{limit, select, none {} other { ({limit})}}; consulte esa fecha u otra posterior.',

  'reason.LIFECYCLE': 'La promesa no está en la reserva; su estado es «{state}».',
  'reason.DOC_MISSING': 'Falta un documento exigido para el nivel 1: {doc}.',
  'reason.DOC_EXPIRED': 'Un documento exigido para el nivel 1 caducó el {validUntil}: {doc}.',
  'reason.PLEDGE_CONFIRMATION_OVERDUE':
    'La promesa era válida hasta el {validUntil} y no se ha confirmado desde entonces; corre el plazo de gracia.',
  'reason.PLEDGE_LAPSED':
    'La promesa ha caducado: era válida hasta el {validUntil} y el plazo de gracia ha vencido.',
  'reason.NO_AAV': 'No hay registrada ninguna visita de evaluación y asesoramiento.',
  'reason.AAV_UNSATISFACTORY':
    'El resultado de la última visita de evaluación y asesoramiento, del {date}, fue insatisfactorio.',
  'reason.AAV_EXPIRED':
    'La última visita de evaluación y asesoramiento fue válida hasta el {expired} y ha caducado.',
  'reason.AAV_STALE':
    'La última visita de evaluación y asesoramiento estuvo al día hasta el {since}; se necesita una nueva.',
  'reason.AAV_RECOMMENDATIONS_OPEN':
    '{count, plural, one {Queda pendiente una recomendación} many {Quedan pendientes # de recomendaciones} other {Quedan pendientes # recomendaciones}} de la última visita de evaluación y asesoramiento.',
  'reason.AAV_CRITICAL_FINDING_OVERDUE':
    'La constatación crítica {finding} debía resolverse a más tardar el {due} y sigue abierta.',
  'reason.AAV_CRITICAL_FINDING_OPEN':
    'La constatación crítica {finding} está abierta; debe resolverse a más tardar el {due}.',
  'reason.DATA_MISSING': 'No se han comunicado datos: {dimension}.',
  'reason.RATING_2':
    'Calificación 2 en una escala de 1 (la mejor) a 4: {dimension}, {pct, number} % de lo exigido{criticalLine, select, none {} other {, determinada por el equipo esencial «{criticalLine}»}}.',
  'reason.RATING_3':
    'Calificación 3 en una escala de 1 (la mejor) a 4: {dimension}, solo el {pct, number} % de lo exigido{criticalLine, select, none {} other {, determinada por el equipo esencial «{criticalLine}»}}.',
  'reason.RATING_4':
    'Calificación 4, la peor: {dimension}, solo el {pct, number} % de lo exigido{criticalLine, select, none {} other {, determinada por el equipo esencial «{criticalLine}»}}.',
  'reason.RDL_AGREEMENT_NOT_IN_FORCE':
    'El acuerdo sobre el nivel de despliegue rápido no está en vigor; su último día es el {until}.',
  'reason.RDL_VERIFICATION_NOT_PASSED':
    'No hay registrada ninguna verificación del nivel de despliegue rápido o no se superó la última.',
  'reason.RDL_VERIFICATION_EXPIRED':
    'La verificación del nivel de despliegue rápido fue válida hasta el {expired} y ha caducado.',
  'reason.RDL_COMMITMENT_TOO_LONG':
    'El compromiso de desplegarse en {days, plural, one {# día} many {# de días} other {# días}} excede el plazo admitido para el nivel de despliegue rápido.',
  'reason.RDL_SERVICEABILITY_UNKNOWN':
    'No se ha comunicado el estado de funcionamiento del equipo, por lo que no puede reconocerse el nivel de despliegue rápido.',
  'reason.RDL_SERVICEABILITY_LOW':
    'La proporción de equipo en estado de funcionamiento, del {pct, number} %, es inferior a la que exige el nivel de despliegue rápido.',
  'reason.LEVEL_DISCREPANCY':
    'El nivel registrado ({registered}) es superior al que la documentación permite reconocer ({computed}); corresponde decidir a una persona.',
  'reason.DOC_MISSING_FOR_LEVEL': 'Falta un documento exigido para el nivel registrado: {doc}.',
  'reason.DOC_EXPIRED_FOR_LEVEL':
    'Un documento exigido para el nivel registrado caducó el {validUntil}: {doc}.',
  'reason.CAVEAT_DECLARED': 'La salvedad declarada {caveat} está sin resolver.',
  'reason.CAVEAT_UNDECLARED_OPEN':
    'La salvedad no declarada {caveat} está sin resolver; debe resolverse a más tardar el {resolveBy}.',
  'reason.CAVEAT_UNDECLARED_OVERDUE':
    'La salvedad no declarada {caveat} debía resolverse a más tardar el {resolveBy} y sigue sin resolver.',
  'reason.HR_SCREENING_REFUSED':
    'La verificación de antecedentes en materia de derechos humanos concluyó con una denegación.',
  'reason.HR_SCREENING_PENDING':
    'La verificación de antecedentes en materia de derechos humanos aún no se ha certificado.',
  'reason.DEPLOYMENT_BAR': 'Hay una prohibición de despliegue en vigor: {decision}.',
  'reason.PLAN_MISSING':
    'La última evaluación concluyó «{verdict}» y no hay ningún plan de mejora que le dé respuesta.',
  'reason.PLAN_NOT_ACHIEVED':
    'La última evaluación concluyó «{verdict}» y el plan de mejora se cerró sin que se cumpliera.',
  'reason.PLAN_OVERDUE': 'El plazo del plan de mejora vencía el {due} y el plan sigue abierto.',
  'reason.PLAN_ON_TRACK': 'Hay un plan de mejora en marcha; su plazo vence el {due}.',
  'reason.REEVALUATION_DUE':
    'El plan de mejora se cumplió; una nueva evaluación debe levantar la conclusión «{verdict}».',
  'reason.ASSESSMENT_FAILED': 'No se superó el {date}: {kind}.',
  'reason.ASSESSMENT_CONDITIONS_OPEN':
    '{count, plural, one {Queda pendiente una condición} many {Quedan pendientes # de condiciones} other {Quedan pendientes # condiciones}} de la última visita de este tipo: {kind}.',
  'reason.HOSPITAL_DEFICIENCY_OPEN': 'La deficiencia crítica {deficiency} del hospital sigue abierta.',
  'reason.CERTIFICATION_LATE':
    'El certificado de la unidad debía presentarse a más tardar el {due}, antes del despliegue previsto, y se recibió el {submitted}.',
  'reason.CERTIFICATION_OVERDUE':
    'El certificado de la unidad debía presentarse a más tardar el {due}, antes del despliegue previsto, y no se ha recibido.',
  'reason.CERTIFICATION_DUE':
    'El certificado de la unidad debe presentarse a más tardar el {due}, antes del despliegue previsto.',

  'gate.PLEDGE_ACTIVE':
    'La promesa debe estar en la reserva, asignada a una misión o desplegada{state, select, none {} other {; su estado es «{state}»}}.',
  'gate.DOCUMENT_HELD':
    'Documento exigido: {doc}{validUntil, select, none {; falta} other {; el ejemplar recibido caducó el {validUntil}}}.',
  'gate.PLEDGE_NOT_LAPSED':
    'La promesa debe estar confirmada{validUntil, select, none {} other {; era válida hasta el {validUntil}}}.',
  'gate.AAV_NOT_UNSATISFACTORY':
    'Se necesita una visita de evaluación y asesoramiento cuyo resultado no sea insatisfactorio{date, select, none {; no hay ninguna registrada} other {; el resultado de la última, del {date}, fue insatisfactorio}}.',
  'gate.AAV_NOT_EXPIRED':
    'Se necesita una visita de evaluación y asesoramiento que siga siendo válida{expired, select, none {; no hay ninguna registrada} other {; la última fue válida hasta el {expired}}}.',
  'gate.NO_CRITICAL_FINDING_OVERDUE':
    'No debe haber ninguna constatación crítica con el plazo vencido{finding, select, none {} other {; {finding} sigue abierta}}{due, select, none {} other { y debía resolverse a más tardar el {due}}}.',
  'gate.RDL_AGREEMENT_IN_FORCE':
    'Debe estar en vigor un acuerdo sobre el nivel de despliegue rápido{until, select, none {; no hay ninguno registrado} other {; el último día del registrado es el {until}}}.',
  'gate.RDL_VERIFICATION_PASSED': 'Debe haberse superado una verificación del nivel de despliegue rápido.',
  'gate.RDL_VERIFICATION_CURRENT':
    'La verificación superada debe seguir siendo válida{expired, select, none {; no hay ninguna registrada} other {; fue válida hasta el {expired}}}.',
  'gate.RDL_COMMITMENT_SHORT_ENOUGH':
    'La unidad debe comprometerse a desplegarse en el plazo admitido para el nivel de despliegue rápido{days, select, none {} other {; su compromiso, en días, es de {days, number}}}.',
  'gate.RDL_SERVICEABILITY_REPORTED': 'Debe comunicarse el estado de funcionamiento del equipo.',
  'gate.RDL_SERVICEABILITY_HIGH_ENOUGH':
    'La proporción de equipo en estado de funcionamiento debe bastar para el nivel de despliegue rápido{pct, select, none {} other {; es del {pct, number} %}}.',

  'error.UNAUTHENTICATED':
    'Inicie sesión: la solicitud no lleva ninguna credencial que este registro acepte.',
  'error.INTERNAL_SERVER_ERROR':
    'Se produjo un error por nuestra parte; no se modificó nada. Indíquenos el identificador de esta solicitud.',
  'error.DISK_FULL':
    'El disco de este registro está lleno: no se modificó nada y no podrá registrarse nada hasta que haya espacio.',
  'error.OUTCOME_UNKNOWN':
    'Se perdió la base de datos mientras registraba el cambio: compruebe si quedó registrado antes de volver a intentarlo.',
  'error.ONE_CHANGE': 'Una mutación tiene exactamente un campo raíz; esta tiene {count, number}.',
  'error.ONE_LANGUAGE': 'Una operación se responde en un solo idioma; esta pide varios.',
  'error.NOT_A_DAY':
    'Un día se escribe AAAA-MM-DD y pertenece al calendario de los años 1900 a 2199; no es el caso de: {value}.',
} as const satisfies Readonly<
  Record<
    Exclude<keyof typeof EN, keyof typeof ES_TERMS | keyof typeof ES_PREVENTIONS | keyof typeof ES_FAULTS>,
    string
  >
>;

export const ES = { ...SENTENCES, ...ES_PREVENTIONS, ...ES_FAULTS, ...ES_TERMS } as const satisfies Readonly<
  Record<keyof typeof EN, string>
>;
