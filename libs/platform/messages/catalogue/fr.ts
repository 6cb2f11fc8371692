import type { EN } from './en.js';
import { FR_TERMS } from './fr-terms.js';
import { FR_FAULTS } from './faults.js';
import { FR_PREVENTIONS } from './preventions.js';

/**
 * Phrases françaises ; les conventions sont celles du catalogue anglais. Les espaces insécables devant « : ; » et dans les
 * guillemets sont posées à la lecture (`render.ts`), ici elles sont ordinaires.
 */
const SENTENCES = {
  'problem.NOT_FOUND':
    'Rien de connu de vous sous « {value} » n’a été trouvé{field, select, none {} other { ({field})}}.',
  'problem.NOT_PERMITTED':
    'Votre rôle ne le permet pas{field, select, none {} correct { : seuls ceux qui l’ont enregistrée, et le Secrétariat, corrigent une donnée} other { ({field})}}.',
  'problem.STALE_VERSION':
    'Une modification a été faite après votre lecture : vous avez indiqué la version {expectedVersion}, la version actuelle est {currentVersion}. Relisez, puis recommencez.',
  'problem.TRANSITION_NOT_ALLOWED':
    'Une contribution dont l’état est « {from} » ne peut pas passer à l’état « {to} »{allowed, select, none { ; cet état est définitif} other { ; états possibles : {allowed}}}.',
  'problem.RESTED_ON': 'Des enregistrements ultérieurs reposent sur celui-ci. Corrigez-les d’abord.',
  'problem.AFTER_TODAY':
    '{field} : {value} est postérieur à aujourd’hui{limit, select, none {} other { ({limit})}} ; ce qui n’a pas eu lieu ne peut être enregistré.',
  'problem.BEFORE_REGISTRATION':
    '{field} : {limit, select, none {la contribution n’est pas enregistrée ; ceci n’a pu avoir lieu le {value}} other {{value} est antérieur à l’enregistrement de la contribution ({limit})}}.',
  'problem.BEFORE_OPENING':
    '{field} : {value} est antérieur au début de ce qui est visé{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_LAST_STEP':
    '{field} : {value} est antérieur à la dernière étape de la contribution{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_DEPLOYMENT':
    '{field} : {value} est antérieur au déploiement de l’unité{limit, select, none {} other { ({limit})}} ; elle n’a pu être évaluée dans la mission.',
  'problem.INTERVAL_REVERSED':
    '{field} : {value} est antérieur au jour du début{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_LATER':
    '{field} : {value} n’est pas postérieur à l’échéance actuelle{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_PLAN_DUE':
    '{field} : {value} est postérieur à l’échéance du plan d’amélioration{limit, select, none {} other { ({limit})}} ; prolongez d’abord le plan.',
  'problem.NEGATIVE': '{field} : {value} est inférieur à zéro.',
  'problem.TOO_LARGE':
    '{field} : {value} dépasse ce qui est permis{limit, select, none {} other { ; le maximum est {limit}}}.',
  'problem.TOO_SMALL':
    '{field} : {value} est en deçà de ce qui est permis{limit, select, none {} other { ; le minimum est {limit}}}.',
  'problem.TOO_LONG':
    '{field} : le texte est trop long{limit, select, none {} other { ; {limit} caractères au plus}}.',
  'problem.NOT_TEXT':
    '{field} : le texte contient un caractère qui ne peut être conservé ; saisissez-le de nouveau.',
  'problem.REQUIRED': '{field} est absent ou vide.',
  'problem.UNKNOWN_CODE':
    '{field} : « {value} » n’est pas une des valeurs connues{limit, select, none {} other { : {limit}}}.',
  'problem.UNKNOWN_MEMBER_STATE':
    '{field} : « {value} » n’est pas le code ISO alpha-3 d’un État Membre, ou vous ne pouvez agir en son nom.',
  'problem.UNKNOWN_UNIT_TYPE': '{field} : « {value} » n’est pas un type d’unité connu.',
  'problem.UNKNOWN_MISSION': '{field} : « {value} » n’est pas une mission connue.',
  'problem.LEVEL_NEEDS_REASON':
    'Les pièces permettent de reconnaître : {limit, select, none {un niveau inférieur} other {{limit}}} ; pour décider un niveau supérieur, donnez un motif écrit.',
  'problem.ALREADY_CLOSED':
    '{field, select, id {L’annulation} other {La clôture}} a déjà eu lieu{value, select, none {} other { ({value})}}{limit, select, none {} other {, {limit}}}.',
  'problem.ALREADY_EXISTS':
    '{field} : « {value} » est déjà enregistré{limit, select, none {} other { ({limit})}}.',
  'problem.ACTIONS_OPEN':
    'Le plan ne peut être clos comme réalisé : des mesures n’ont été ni prises ni abandonnées{limit, select, none {} other { ({limit})}}.',
  'problem.OVERLAPS':
    '{field} : {value} recoupe ce qui est déjà en vigueur{limit, select, none {} other { ({limit})}}. Corrigez d’abord ce dernier ou choisissez d’autres dates.',
  'problem.OUTCOME_NOT_OF_KIND':
    '{field} : « {value} » ne convient pas ici{limit, select, none {} other { ; valeurs possibles : {limit}}}.',
  'problem.VISIT_NOT_HELD': 'La visite n’a pas encore eu lieu ; elle n’a donc encore rien constaté.',
  'problem.NOT_COVERED_BY_VISIT': '{field} : la visite ne porte pas sur cette contribution ({value}).',
  'problem.OUTSIDE_VISIT':
    '{field} : {value} n’est pas un jour de la visite{limit, select, none {} other { ({limit})}}.',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': '{field} : ceci ne concerne pas les unités du type « {value} ».',
  'problem.MORE_THAN_WHOLE':
    '{field} : {value} dépasse le total dont il fait partie{limit, select, none {} other { ({limit})}}.',
  'problem.CRITICAL_LINE_MISSING':
    '{field} : du matériel essentiel prévu par l’état des besoins de l’unité n’est pas compté{value, select, none {} other { ({value})}}. Comptez-le ; s’il n’y en a pas, indiquez 0 présent.',
  'problem.REQUIREMENT_LINE_MISSING':
    '{field} : des lignes de l’état des besoins de l’unité restent sans réponse{value, select, none {} other { ({value})}}. Répondez à chacune ; s’il n’y en a pas, indiquez 0 présent, ou 0 proposé.',
  'problem.REQUIREMENT_NOT_IN_EFFECT':
    '{field} : l’état des besoins de l’unité {value} n’est pas encore applicable ce jour-là{limit, select, none {} other { ; il l’est à compter du {limit}}}.',
  'problem.COMPONENT_MISSING':
    '{field} : des volets de ce type de visite ne sont pas nommés{value, select, none {} other { ({value})}}. Nommez-les tous, avec NOT_TESTED pour ce qui n’a pas été contrôlé.',
  'problem.CONTRADICTION':
    '{field} : « {value} » contredit ce qui est dit par ailleurs{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_OF_BASIS':
    '{field} : ceci ne va pas avec un relevé dont la base est {value}{limit, select, none {} other { ; cela va avec {limit}}}.',
  'problem.NOT_IN_LIFECYCLE_STATE':
    'L’état de la contribution ne le permet pas{value, select, none {} other { : « {value} »}}{limit, select, none {} other { ; états admis : {limit}}}.',
  'problem.KNOWN_ON_IN_FUTURE':
    '{field} : nul ne sait encore ce qui sera connu au {value} ; indiquez un instant passé.',
  'problem.AS_OF_OUT_OF_RANGE':
    '{field} : {value} est hors des dates admises{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_AS_OF':
    '{field} : {value} est postérieur à la date considérée{limit, select, none {} other { ({limit})}} ; interrogez à cette date ou à une date ultérieure.',

  'reason.LIFECYCLE': 'La contribution n’est pas dans la réserve ; son état est « {state} ».',
  'reason.DOC_MISSING': 'Une pièce exigée pour le niveau 1 manque : {doc}.',
  'reason.DOC_EXPIRED': 'Une pièce exigée pour le niveau 1 est arrivée à expiration le {validUntil} : {doc}.',
  'reason.PLEDGE_CONFIRMATION_OVERDUE':
    'La contribution était valable jusqu’au {validUntil} et n’a pas été confirmée depuis ; le délai de grâce court.',
  'reason.PLEDGE_LAPSED':
    'La contribution est caduque : elle était valable jusqu’au {validUntil} et le délai de grâce est écoulé.',
  'reason.NO_AAV': 'Aucune visite d’évaluation et de conseil n’est enregistrée.',
  'reason.AAV_UNSATISFACTORY':
    'La dernière visite d’évaluation et de conseil, le {date}, a donné un résultat insatisfaisant.',
  'reason.AAV_EXPIRED':
    'La dernière visite d’évaluation et de conseil comptait jusqu’au {expired} et a expiré.',
  'reason.AAV_STALE':
    'La dernière visite d’évaluation et de conseil était à jour jusqu’au {since} ; une nouvelle visite est nécessaire.',
  'reason.AAV_RECOMMENDATIONS_OPEN':
    '{count, plural, one {Une recommandation} many {# de recommandations} other {# recommandations}} de la dernière visite d’évaluation et de conseil {count, plural, one {reste} many {restent} other {restent}} sans suite.',
  'reason.AAV_CRITICAL_FINDING_OVERDUE':
    'La constatation critique {finding} devait être réglée au plus tard le {due} et ne l’est toujours pas.',
  'reason.AAV_CRITICAL_FINDING_OPEN':
    'La constatation critique {finding} n’est pas réglée ; elle doit l’être au plus tard le {due}.',
  'reason.DATA_MISSING': 'Aucun chiffre n’a été communiqué : {dimension}.',
  'reason.RATING_2':
    'Cote 2 sur une échelle de 1 (la meilleure) à 4 : {dimension}, {pct, number} % de ce qui est exigé{criticalLine, select, none {} other {, d’après le matériel critique « {criticalLine} »}}.',
  'reason.RATING_3':
    'Cote 3 sur une échelle de 1 (la meilleure) à 4 : {dimension}, seulement {pct, number} % de ce qui est exigé{criticalLine, select, none {} other {, d’après le matériel critique « {criticalLine} »}}.',
  'reason.RATING_4':
    'Cote 4, la plus mauvaise : {dimension}, seulement {pct, number} % de ce qui est exigé{criticalLine, select, none {} other {, d’après le matériel critique « {criticalLine} »}}.',
  'reason.RDL_AGREEMENT_NOT_IN_FORCE':
    'L’accord relatif au niveau de déploiement rapide n’est pas en vigueur ; son dernier jour est le {until}.',
  'reason.RDL_VERIFICATION_NOT_PASSED':
    'Aucune vérification du niveau de déploiement rapide n’est enregistrée, ou la dernière a échoué.',
  'reason.RDL_VERIFICATION_EXPIRED':
    'La vérification du niveau de déploiement rapide comptait jusqu’au {expired} et a expiré.',
  'reason.RDL_COMMITMENT_TOO_LONG':
    'L’engagement à se déployer en {days, plural, one {# jour} many {# de jours} other {# jours}} dépasse le délai admis au niveau de déploiement rapide.',
  'reason.RDL_SERVICEABILITY_UNKNOWN':
    'L’état de fonctionnement du matériel n’a pas été communiqué ; le niveau de déploiement rapide ne peut être reconnu.',
  'reason.RDL_SERVICEABILITY_LOW':
    'La part du matériel en état de fonctionnement, {pct, number} %, est inférieure à celle qu’exige le niveau de déploiement rapide.',
  'reason.LEVEL_DISCREPANCY':
    'Le niveau enregistré ({registered}) dépasse celui que les pièces permettent de reconnaître ({computed}) ; il appartient à une personne de décider.',
  'reason.DOC_MISSING_FOR_LEVEL': 'Une pièce exigée pour le niveau enregistré manque : {doc}.',
  'reason.DOC_EXPIRED_FOR_LEVEL':
    'Une pièce exigée pour le niveau enregistré est arrivée à expiration le {validUntil} : {doc}.',
  'reason.CAVEAT_DECLARED': 'La restriction déclarée {caveat} n’est pas levée.',
  'reason.CAVEAT_UNDECLARED_OPEN':
    'La restriction non déclarée {caveat} n’est pas levée ; elle doit être réglée au plus tard le {resolveBy}.',
  'reason.CAVEAT_UNDECLARED_OVERDUE':
    'La restriction non déclarée {caveat} devait être réglée au plus tard le {resolveBy} et n’est toujours pas levée.',
  'reason.HR_SCREENING_REFUSED':
    'La vérification des antécédents en matière de droits de l’homme a abouti à un refus.',
  'reason.HR_SCREENING_PENDING':
    'La vérification des antécédents en matière de droits de l’homme n’est pas encore certifiée.',
  'reason.DEPLOYMENT_BAR': 'Une décision interdit le déploiement : {decision}.',
  'reason.PLAN_MISSING':
    'La dernière évaluation a conclu « {verdict} » et aucun plan d’amélioration n’y répond.',
  'reason.PLAN_NOT_ACHIEVED':
    'La dernière évaluation a conclu « {verdict} » et le plan d’amélioration a été clos sans que ses objectifs soient atteints.',
  'reason.PLAN_OVERDUE': 'Le plan d’amélioration venait à échéance le {due} et n’est pas clos.',
  'reason.PLAN_ON_TRACK': 'Un plan d’amélioration est en cours ; son échéance est le {due}.',
  'reason.REEVALUATION_DUE':
    'Les objectifs du plan d’amélioration sont atteints ; une nouvelle évaluation doit lever la conclusion « {verdict} ».',
  'reason.ASSESSMENT_FAILED': 'Échec le {date} : {kind}.',
  'reason.ASSESSMENT_CONDITIONS_OPEN':
    '{count, plural, one {Une condition reste} many {# de conditions restent} other {# conditions restent}} à remplir depuis la dernière visite de ce type : {kind}.',
  'reason.HOSPITAL_DEFICIENCY_OPEN': 'La déficience critique {deficiency} de l’hôpital n’est pas corrigée.',
  'reason.CERTIFICATION_LATE':
    'L’attestation de l’unité était attendue au plus tard le {due}, avant le déploiement prévu, et a été reçue le {submitted}.',
  'reason.CERTIFICATION_OVERDUE':
    'L’attestation de l’unité était attendue au plus tard le {due}, avant le déploiement prévu, et n’a pas été reçue.',
  'reason.CERTIFICATION_DUE':
    'L’attestation de l’unité est attendue au plus tard le {due}, avant le déploiement prévu.',

  'gate.PLEDGE_ACTIVE':
    'La contribution doit être dans la réserve, engagée ou déployée{state, select, none {} other { ; son état est « {state} »}}.',
  'gate.DOCUMENT_HELD':
    'Pièce exigée : {doc}{validUntil, select, none { ; elle manque} other { ; l’exemplaire reçu a expiré le {validUntil}}}.',
  'gate.PLEDGE_NOT_LAPSED':
    'La contribution doit être confirmée{validUntil, select, none {} other { ; elle était valable jusqu’au {validUntil}}}.',
  'gate.AAV_NOT_UNSATISFACTORY':
    'Une visite d’évaluation et de conseil dont le résultat n’est pas insatisfaisant est nécessaire{date, select, none { ; aucune n’est enregistrée} other { ; la dernière, le {date}, était insatisfaisante}}.',
  'gate.AAV_NOT_EXPIRED':
    'Une visite d’évaluation et de conseil qui compte encore est nécessaire{expired, select, none { ; aucune n’est enregistrée} other { ; la dernière comptait jusqu’au {expired}}}.',
  'gate.NO_CRITICAL_FINDING_OVERDUE':
    'Aucune constatation critique ne doit être en retard{finding, select, none {} other { ; {finding} n’est pas réglée}}{due, select, none {} other { et devait l’être au plus tard le {due}}}.',
  'gate.RDL_AGREEMENT_IN_FORCE':
    'Un accord relatif au niveau de déploiement rapide doit être en vigueur{until, select, none { ; aucun n’est enregistré} other { ; le dernier jour de celui qui est enregistré est le {until}}}.',
  'gate.RDL_VERIFICATION_PASSED': 'Une vérification du niveau de déploiement rapide doit avoir été réussie.',
  'gate.RDL_VERIFICATION_CURRENT':
    'La vérification réussie doit compter encore{expired, select, none { ; il n’y en a pas} other { ; elle comptait jusqu’au {expired}}}.',
  'gate.RDL_COMMITMENT_SHORT_ENOUGH':
    'L’unité doit s’engager à se déployer dans le délai admis au niveau de déploiement rapide{days, select, none {} other { ; son engagement est de {days, number} jours}}.',
  'gate.RDL_SERVICEABILITY_REPORTED': 'L’état de fonctionnement du matériel doit être communiqué.',
  'gate.RDL_SERVICEABILITY_HIGH_ENOUGH':
    'La part du matériel en état de fonctionnement doit suffire au niveau de déploiement rapide{pct, select, none {} other { ; elle est de {pct, number} %}}.',

  'error.UNAUTHENTICATED': 'Connectez-vous : la demande ne porte aucun jeton que ce registre accepte.',
  'error.INTERNAL_SERVER_ERROR':
    'Une erreur s’est produite de notre côté ; rien n’a été modifié. Indiquez-nous le numéro de cette demande.',
  'error.DISK_FULL':
    'Le disque de ce registre est plein : rien n’a été modifié, et rien ne peut être enregistré tant que de la place n’a pas été faite.',
  'error.OUTCOME_UNKNOWN':
    'La base de données a été perdue pendant l’enregistrement de la modification : vérifiez si elle a été enregistrée avant de recommencer.',
  'error.ONE_CHANGE': 'Une mutation a exactement un champ racine ; celle-ci en a {count, number}.',
  'error.ONE_LANGUAGE':
    'Une opération reçoit sa réponse dans une seule langue ; celle-ci en demande plusieurs.',
  'error.NOT_A_DAY':
    'Un jour s’écrit AAAA-MM-JJ et figure au calendrier des années 1900 à 2199 ; ce n’est pas le cas de : {value}.',
} as const satisfies Readonly<
  Record<
    Exclude<keyof typeof EN, keyof typeof FR_TERMS | keyof typeof FR_PREVENTIONS | keyof typeof FR_FAULTS>,
    string
  >
>;

export const FR = { ...SENTENCES, ...FR_PREVENTIONS, ...FR_FAULTS, ...FR_TERMS } as const satisfies Readonly<
  Record<keyof typeof EN, string>
>;
