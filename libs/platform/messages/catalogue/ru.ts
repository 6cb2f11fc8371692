import type { EN } from './en.js';
import { RU_FAULTS } from './faults.js';
import { RU_PREVENTIONS } from './preventions.js';
import { RU_TERMS } from './ru-terms.js';

/**
 * Русские предложения; условности те же, что в английском каталоге. Названия подставляются в именительном падеже, поэтому они
 * стоят в кавычках или после двоеточия. Дни приходят уже словами («13 октября 2025 года»), проценты пишутся словом.
 */
const SENTENCES = {
  'problem.NOT_FOUND':
    'По обозначению «{value}» не найдено ничего, что вам доступно{field, select, none {} other { ({field})}}.',
  'problem.NOT_PERMITTED':
    'Ваша роль этого не позволяет{field, select, none {} correct {: запись исправляют только те, кто ее внес, и Секретариат} other { ({field})}}.',
  'problem.STALE_VERSION':
    'После того как вы прочитали эту запись, она была изменена: вы указали версию {expectedVersion}, текущая версия — {currentVersion}. Прочитайте запись заново и повторите изменение.',
  'problem.TRANSITION_NOT_ALLOWED':
    'Обязательство в состоянии «{from}» не может перейти в состояние «{to}»{allowed, select, none {; это состояние является конечным} other {; возможные состояния: {allowed}}}.',
  'problem.RESTED_ON': 'На этой записи основаны более поздние записи. Сначала исправьте их.',
  'problem.AFTER_TODAY':
    '{field}: {value} — это позже сегодняшнего дня{limit, select, none {} other { ({limit})}}; то, что еще не произошло, записать нельзя.',
  'problem.BEFORE_REGISTRATION':
    '{field}: {limit, select, none {обязательство не зарегистрировано; указанное событие не могло произойти {value}} other {{value} — это раньше регистрации обязательства ({limit})}}.',
  'problem.BEFORE_OPENING':
    '{field}: {value} — это раньше начала того, к чему относится запись{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_LAST_STEP':
    '{field}: {value} — это раньше последнего шага по обязательству{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_DEPLOYMENT':
    '{field}: {value} — это раньше развертывания подразделения{limit, select, none {} other { ({limit})}}; в миссии его оценивать еще не могли.',
  'problem.INTERVAL_REVERSED':
    '{field}: {value} — это раньше дня начала{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_LATER':
    '{field}: {value} — это не позже уже установленного срока{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_PLAN_DUE':
    '{field}: {value} — это позже срока выполнения плана совершенствования работы{limit, select, none {} other { ({limit})}}; сначала продлите план.',
  'problem.NEGATIVE': '{field}: значение {value} меньше нуля.',
  'problem.TOO_LARGE':
    '{field}: значение {value} больше допустимого{limit, select, none {} other {; максимум: {limit}}}.',
  'problem.TOO_SMALL':
    '{field}: значение {value} меньше допустимого{limit, select, none {} other {; минимум: {limit}}}.',
  'problem.TOO_LONG':
    '{field}: текст слишком длинный{limit, select, none {} other {; максимальное число знаков: {limit}}}.',
  'problem.NOT_TEXT': '{field}: текст содержит знак, который невозможно сохранить; введите текст заново.',
  'problem.REQUIRED': 'Поле {field} отсутствует или не заполнено.',
  'problem.UNKNOWN_CODE':
    '{field}: «{value}» не входит в число известных значений{limit, select, none {} other {: {limit}}}.',
  'problem.UNKNOWN_MEMBER_STATE':
    '{field}: «{value}» не является трехбуквенным кодом ИСО государства-члена, или вы не вправе действовать от его имени.',
  'problem.UNKNOWN_UNIT_TYPE': '{field}: «{value}» не является известным типом подразделения.',
  'problem.UNKNOWN_MISSION': '{field}: «{value}» не является известной миссией.',
  'problem.LEVEL_NEEDS_REASON':
    'Имеющиеся подтверждения позволяют признать: {limit, select, none {более низкий уровень} other {{limit}}}; чтобы принять решение о более высоком уровне, укажите причину в письменном виде.',
  'problem.ALREADY_CLOSED':
    'Запись уже {field, select, id {аннулирована} other {закрыта}}{value, select, none {} other { ({value})}}{limit, select, none {} other {, {limit}}}.',
  'problem.ALREADY_EXISTS':
    '{field}: запись «{value}» уже существует{limit, select, none {} other { ({limit})}}.',
  'problem.ACTIONS_OPEN':
    'План нельзя закрыть как выполненный: некоторые меры и не приняты, и не отменены{limit, select, none {} other { ({limit})}}.',
  'problem.OVERLAPS':
    '{field}: {value} пересекается с тем, что уже действует{limit, select, none {} other { ({limit})}}. Сначала исправьте действующее или выберите другие даты.',
  'problem.OUTCOME_NOT_OF_KIND':
    '{field}: значение «{value}» здесь неприменимо{limit, select, none {} other {; применимые значения: {limit}}}.',
  'problem.VISIT_NOT_HELD': 'Посещение еще не состоялось, поэтому его результатов пока нет.',
  'problem.NOT_COVERED_BY_VISIT': '{field}: посещение не охватывает это обязательство ({value}).',
  'problem.OUTSIDE_VISIT':
    '{field}: {value} не относится к дням проведения посещения{limit, select, none {} other { ({limit})}}.',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': '{field}: это неприменимо к подразделениям типа «{value}».',
  'problem.MORE_THAN_WHOLE':
    '{field}: значение {value} больше целого, частью которого оно является{limit, select, none {} other { ({limit})}}.',
  'problem.CRITICAL_LINE_MISSING':
    '{field}: не указано количество критически важного имущества, предусмотренного перечнем требований к подразделению{value, select, none {} other { ({value})}}. Укажите количество; если такого имущества нет, укажите: в наличии 0.',
  'problem.REQUIREMENT_LINE_MISSING':
    '{field}: не заполнены строки перечня требований к подразделению{value, select, none {} other { ({value})}}. Заполните каждую из них; если единиц нет, укажите: в наличии 0 или предлагается 0.',
  'problem.REQUIREMENT_NOT_IN_EFFECT':
    '{field}: перечень требований к подразделению {value} на этот день еще не действует{limit, select, none {} other {; начало действия: {limit}}}.',
  'problem.COMPONENT_MISSING':
    '{field}: не указаны компоненты посещения этого вида{value, select, none {} other { ({value})}}. Укажите все компоненты, а для непроверенных — NOT_TESTED.',
  'problem.CONTRADICTION':
    '{field}: «{value}» противоречит другим указанным данным{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_OF_BASIS':
    '{field}: это несовместимо с замером на основе {value}{limit, select, none {} other {; подходящая основа: {limit}}}.',
  'problem.NOT_IN_LIFECYCLE_STATE':
    'Состояние обязательства этого не допускает{value, select, none {} other {: «{value}»}}{limit, select, none {} other {; допустимые состояния: {limit}}}.',
  'problem.KNOWN_ON_IN_FUTURE':
    '{field}: никто еще не знает, что будет известно на момент {value}; укажите момент в прошлом.',
  'problem.AS_OF_OUT_OF_RANGE':
    '{field}: {value} находится за пределами дат, о которых можно запрашивать сведения{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_AS_OF':
    '{field}: {value} — это позже даты, о которой сделан запрос{limit, select, none {} other { ({limit})}}; запросите сведения на эту или более позднюю дату.',

  'reason.LIFECYCLE': 'Обязательство не входит в резерв; его состояние: «{state}».',
  'reason.DOC_MISSING': 'Отсутствует документ, требуемый для уровня 1: {doc}.',
  'reason.DOC_EXPIRED': 'Срок действия документа, требуемого для уровня 1, истек {validUntil}: {doc}.',
  'reason.PLEDGE_CONFIRMATION_OVERDUE':
    'Обязательство действовало до {validUntil} включительно и с тех пор не подтверждено; идет льготный срок.',
  'reason.PLEDGE_LAPSED':
    'Обязательство утратило силу: оно действовало до {validUntil} включительно, и льготный срок истек.',
  'reason.NO_AAV': 'Посещения для оценки и консультирования не зарегистрированы.',
  'reason.AAV_UNSATISFACTORY':
    'Последнее посещение для оценки и консультирования, состоявшееся {date}, дало неудовлетворительный результат.',
  'reason.AAV_EXPIRED':
    'Последнее посещение для оценки и консультирования учитывалось до {expired} включительно; его срок действия истек.',
  'reason.AAV_STALE':
    'Результаты последнего посещения для оценки и консультирования были актуальны до {since} включительно; необходимо новое посещение.',
  'reason.AAV_RECOMMENDATIONS_OPEN':
    '{count, plural, one {Не выполнена # рекомендация} few {Не выполнены # рекомендации} many {Не выполнено # рекомендаций} other {Не выполнено # рекомендации}} по итогам последнего посещения для оценки и консультирования.',
  'reason.AAV_CRITICAL_FINDING_OVERDUE':
    'Критическое замечание {finding} подлежало устранению до {due} включительно и до сих пор не устранено.',
  'reason.AAV_CRITICAL_FINDING_OPEN':
    'Критическое замечание {finding} не устранено; срок его устранения — до {due} включительно.',
  'reason.DATA_MISSING': 'Данные не представлены: {dimension}.',
  'reason.RATING_2':
    'Оценка 2 по шкале от 1 (наилучшая) до 4: {dimension}, {pct, plural, one {# процент} few {# процента} many {# процентов} other {# процента}} от требуемого{criticalLine, select, none {} other {; определяющая позиция критически важного имущества: «{criticalLine}»}}.',
  'reason.RATING_3':
    'Оценка 3 по шкале от 1 (наилучшая) до 4: {dimension}, всего {pct, plural, one {# процент} few {# процента} many {# процентов} other {# процента}} от требуемого{criticalLine, select, none {} other {; определяющая позиция критически важного имущества: «{criticalLine}»}}.',
  'reason.RATING_4':
    'Оценка 4 (наихудшая): {dimension}, всего {pct, plural, one {# процент} few {# процента} many {# процентов} other {# процента}} от требуемого{criticalLine, select, none {} other {; определяющая позиция критически важного имущества: «{criticalLine}»}}.',
  'reason.RDL_AGREEMENT_NOT_IN_FORCE':
    'Соглашение об уровне быстрого развертывания не действует; его последний день — {until}.',
  'reason.RDL_VERIFICATION_NOT_PASSED':
    'Проверка на соответствие уровню быстрого развертывания не зарегистрирована, или последняя проверка не пройдена.',
  'reason.RDL_VERIFICATION_EXPIRED':
    'Проверка на соответствие уровню быстрого развертывания учитывалась до {expired} включительно; ее срок действия истек.',
  'reason.RDL_COMMITMENT_TOO_LONG':
    'Заявленный срок развертывания составляет {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}, что больше срока, допустимого для уровня быстрого развертывания.',
  'reason.RDL_SERVICEABILITY_UNKNOWN':
    'Данные об исправности имущества не представлены, поэтому уровень быстрого развертывания не может быть признан.',
  'reason.RDL_SERVICEABILITY_LOW':
    'Доля исправного имущества составляет {pct, plural, one {# процент} few {# процента} many {# процентов} other {# процента}}, что меньше требуемого для уровня быстрого развертывания.',
  'reason.LEVEL_DISCREPANCY':
    'Зарегистрированный уровень («{registered}») выше того, который позволяют признать имеющиеся подтверждения («{computed}»); решение должен принять человек.',
  'reason.DOC_MISSING_FOR_LEVEL': 'Отсутствует документ, требуемый для зарегистрированного уровня: {doc}.',
  'reason.DOC_EXPIRED_FOR_LEVEL':
    'Срок действия документа, требуемого для зарегистрированного уровня, истек {validUntil}: {doc}.',
  'reason.CAVEAT_DECLARED': 'Заявленная оговорка {caveat} не снята.',
  'reason.CAVEAT_UNDECLARED_OPEN':
    'Незаявленная оговорка {caveat} не снята; срок ее урегулирования — до {resolveBy} включительно.',
  'reason.CAVEAT_UNDECLARED_OVERDUE':
    'Незаявленная оговорка {caveat} подлежала урегулированию до {resolveBy} включительно и до сих пор не снята.',
  'reason.HR_SCREENING_REFUSED': 'По итогам проверки на предмет соблюдения прав человека вынесен отказ.',
  'reason.HR_SCREENING_PENDING':
    'Прохождение проверки на предмет соблюдения прав человека еще не удостоверено.',
  'reason.DEPLOYMENT_BAR': 'Действует запрет на развертывание: {decision}.',
  'reason.PLAN_MISSING':
    'По итогам последней оценки вынесено заключение «{verdict}», однако плана совершенствования работы нет.',
  'reason.PLAN_NOT_ACHIEVED':
    'По итогам последней оценки вынесено заключение «{verdict}», а план совершенствования работы закрыт без достижения целей.',
  'reason.PLAN_OVERDUE': 'Срок выполнения плана совершенствования работы — {due}; план до сих пор не закрыт.',
  'reason.PLAN_ON_TRACK': 'План совершенствования работы выполняется; срок выполнения — {due}.',
  'reason.REEVALUATION_DUE':
    'Цели плана совершенствования работы достигнуты; чтобы снять заключение «{verdict}», необходима новая оценка.',
  'reason.ASSESSMENT_FAILED': 'Не пройдено {date}: {kind}.',
  'reason.ASSESSMENT_CONDITIONS_OPEN':
    '{count, plural, one {Не выполнено # условие} few {Не выполнены # условия} many {Не выполнено # условий} other {Не выполнено # условия}} по итогам последнего мероприятия этого вида: {kind}.',
  'reason.HOSPITAL_DEFICIENCY_OPEN': 'Критический недостаток госпиталя {deficiency} не устранен.',
  'reason.CERTIFICATION_LATE':
    'Аттестационное свидетельство подразделения следовало представить до {due} включительно, до запланированного развертывания; оно поступило {submitted}.',
  'reason.CERTIFICATION_OVERDUE':
    'Аттестационное свидетельство подразделения следовало представить до {due} включительно, до запланированного развертывания; оно не поступило.',
  'reason.CERTIFICATION_DUE':
    'Аттестационное свидетельство подразделения следует представить до {due} включительно, до запланированного развертывания.',

  'gate.PLEDGE_ACTIVE':
    'Обязательство должно входить в резерв, быть закреплено за миссией или развернуто{state, select, none {} other {; его состояние: «{state}»}}.',
  'gate.DOCUMENT_HELD':
    'Требуется документ: {doc}{validUntil, select, none {; он отсутствует} other {; срок действия имеющегося экземпляра истек {validUntil}}}.',
  'gate.PLEDGE_NOT_LAPSED':
    'Обязательство должно быть подтверждено{validUntil, select, none {} other {; оно действовало до {validUntil} включительно}}.',
  'gate.AAV_NOT_UNSATISFACTORY':
    'Требуется посещение для оценки и консультирования, результат которого не является неудовлетворительным{date, select, none {; такие посещения не зарегистрированы} other {; результат последнего посещения, состоявшегося {date}, неудовлетворителен}}.',
  'gate.AAV_NOT_EXPIRED':
    'Требуется посещение для оценки и консультирования, срок действия которого не истек{expired, select, none {; такие посещения не зарегистрированы} other {; последнее учитывалось до {expired} включительно}}.',
  'gate.NO_CRITICAL_FINDING_OVERDUE':
    'Просроченных критических замечаний быть не должно{finding, select, none {} other {; замечание {finding} не устранено}}{due, select, none {} other {; срок устранения — до {due} включительно}}.',
  'gate.RDL_AGREEMENT_IN_FORCE':
    'Должно действовать соглашение об уровне быстрого развертывания{until, select, none {; соглашение не зарегистрировано} other {; последний день зарегистрированного соглашения — {until}}}.',
  'gate.RDL_VERIFICATION_PASSED':
    'Должна быть пройдена проверка на соответствие уровню быстрого развертывания.',
  'gate.RDL_VERIFICATION_CURRENT':
    'Срок действия пройденной проверки не должен истечь{expired, select, none {; такие проверки не зарегистрированы} other {; проверка учитывалась до {expired} включительно}}.',
  'gate.RDL_COMMITMENT_SHORT_ENOUGH':
    'Заявленный срок развертывания не должен превышать срок, допустимый для уровня быстрого развертывания{days, select, none {} other {; заявленный срок в днях: {days, number}}}.',
  'gate.RDL_SERVICEABILITY_REPORTED': 'Должны быть представлены данные об исправности имущества.',
  'gate.RDL_SERVICEABILITY_HIGH_ENOUGH':
    'Доля исправного имущества должна быть достаточной для уровня быстрого развертывания{pct, select, none {} other {; она составляет {pct, plural, one {# процент} few {# процента} many {# процентов} other {# процента}}}}.',

  'error.UNAUTHENTICATED': 'Войдите в систему: в запросе нет маркера доступа, который принимает этот реестр.',
  'error.INTERNAL_SERVER_ERROR':
    'На нашей стороне произошла ошибка; никаких изменений не внесено. Сообщите нам идентификатор этого запроса.',
  'error.DISK_FULL':
    'Диск этого реестра заполнен: никаких изменений не внесено, и записать ничего нельзя, пока на нем не появится место.',
  'error.OUTCOME_UNKNOWN':
    'Связь с базой данных прервалась во время записи изменения: прежде чем повторить попытку, проверьте, было ли оно записано.',
  'error.ONE_CHANGE':
    'Мутация содержит ровно одно корневое поле; число полей в этой мутации: {count, number}.',
  'error.ONE_LANGUAGE': 'Ответ на операцию дается на одном языке; в этой операции запрошено несколько.',
  'error.NOT_A_DAY':
    'День записывается в виде ГГГГ-ММ-ДД и относится к календарю 1900–2199 годов; этому не отвечает значение: {value}.',
} as const satisfies Readonly<
  Record<
    Exclude<keyof typeof EN, keyof typeof RU_TERMS | keyof typeof RU_PREVENTIONS | keyof typeof RU_FAULTS>,
    string
  >
>;

export const RU = { ...SENTENCES, ...RU_PREVENTIONS, ...RU_FAULTS, ...RU_TERMS } as const satisfies Readonly<
  Record<keyof typeof EN, string>
>;
