import { AR_TERMS } from './ar-terms.js';
import type { EN } from './en.js';
import { AR_FAULTS } from './faults.js';
import { AR_PREVENTIONS } from './preventions.js';

/**
 * Arabic sentences; the conventions are those of the English catalogue. Words of the field: تعهد (pledge), تحفظ (caveat),
 * نشر (deployment), صلاحية المعدات للاستعمال (serviceability), خطة تحسين الأداء (improvement plan). A sentence begins with an
 * Arabic word, and one stands between two parameters that may be Latin letters or figures: so it is laid out from right to
 * left, and its parts in the order in which they are read.
 */
const SENTENCES = {
  'problem.NOT_FOUND':
    'لم يُعثر على شيء معروف لكم باسم «{value}»{field, select, none {} other { (الحقل {field})}}.',
  'problem.NOT_PERMITTED':
    'دوركم لا يسمح بذلك{field, select, none {} correct {: لا يصحح القيد إلا من سجّله والأمانة العامة} other { (الحقل {field})}}.',
  'problem.STALE_VERSION':
    'أُدخل تغيير بعد قراءتكم: النسخة التي ذكرتموها هي {expectedVersion} والنسخة الحالية هي {currentVersion}. يرجى القراءة من جديد ثم تكرار التغيير.',
  'problem.TRANSITION_NOT_ALLOWED':
    'لا يمكن أن ينتقل تعهد حالته «{from}» إلى الحالة «{to}»{allowed, select, none {؛ فحالته هذه نهائية} other {؛ والحالات الممكنة هي: {allowed}}}.',
  'problem.RESTED_ON': 'ثمة سجلات لاحقة تستند إلى هذا السجل. يرجى تصحيحها أولا.',
  'problem.AFTER_TODAY':
    'الحقل {field}: التاريخ {value} لاحق لتاريخ اليوم{limit, select, none {} other { ({limit})}}؛ ولا يمكن تسجيل ما لم يحدث بعد.',
  'problem.BEFORE_REGISTRATION':
    'الحقل {field}: {limit, select, none {لم يُسجَّل التعهد، فلا يمكن أن يكون ذلك قد حدث في {value}} other {التاريخ {value} سابق لتسجيل التعهد ({limit})}}.',
  'problem.BEFORE_OPENING':
    'الحقل {field}: التاريخ {value} سابق لبداية الأمر المعني نفسه{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_LAST_STEP':
    'الحقل {field}: التاريخ {value} سابق لآخر خطوة في مسار التعهد{limit, select, none {} other { ({limit})}}.',
  'problem.BEFORE_DEPLOYMENT':
    'الحقل {field}: التاريخ {value} سابق لنشر الوحدة{limit, select, none {} other { ({limit})}}؛ فلا يمكن أن تكون قد قُيِّمت في البعثة.',
  'problem.INTERVAL_REVERSED':
    'الحقل {field}: التاريخ {value} سابق ليوم البداية{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_LATER':
    'الحقل {field}: التاريخ {value} ليس لاحقا للموعد النهائي الحالي{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_PLAN_DUE':
    'الحقل {field}: التاريخ {value} لاحق للموعد النهائي لخطة تحسين الأداء{limit, select, none {} other { ({limit})}}؛ يرجى تمديد الخطة أولا.',
  'problem.NEGATIVE': 'الحقل {field}: القيمة {value} دون الصفر.',
  'problem.TOO_LARGE':
    'الحقل {field}: القيمة {value} تتجاوز المسموح به{limit, select, none {} other {؛ والحد الأقصى هو {limit}}}.',
  'problem.TOO_SMALL':
    'الحقل {field}: القيمة {value} دون المسموح به{limit, select, none {} other {؛ والحد الأدنى هو {limit}}}.',
  'problem.TOO_LONG':
    'الحقل {field}: النص أطول مما ينبغي{limit, select, none {} other {؛ والعدد الأقصى للأحرف هو {limit}}}.',
  'problem.NOT_TEXT': 'الحقل {field}: يتضمن النص حرفا لا يمكن حفظه؛ يرجى كتابته من جديد.',
  'problem.REQUIRED': 'الحقل {field} ناقص أو فارغ.',
  'problem.UNKNOWN_CODE':
    'الحقل {field}: «{value}» ليست من القيم المعروفة{limit, select, none {} other {؛ والقيم المعروفة هي: {limit}}}.',
  'problem.UNKNOWN_MEMBER_STATE':
    'الحقل {field}: «{value}» ليس رمزا ثلاثي الأحرف لدى المنظمة الدولية لتوحيد المقاييس لدولة عضو، أو لا يجوز لكم التصرف باسمها.',
  'problem.UNKNOWN_UNIT_TYPE': 'الحقل {field}: «{value}» ليس نوعا معروفا من الوحدات.',
  'problem.UNKNOWN_MISSION': 'الحقل {field}: «{value}» ليست بعثة معروفة.',
  'problem.LEVEL_NEEDS_REASON':
    'ما تؤيده الأدلة هو {limit, select, none {مستوى أدنى} other {«{limit}»}}؛ ويلزم لتقرير مستوى أعلى تقديم تعليل كتابي.',
  'problem.ALREADY_CLOSED':
    'سبق أن {field, select, id {أُلغي هذا القيد} other {أُغلق هذا الأمر}}{value, select, none {} other { ({value})}}{limit, select, none {} other {، {limit}}}.',
  'problem.ALREADY_EXISTS':
    'الحقل {field}: «{value}» مسجَّل من قبل{limit, select, none {} other { ({limit})}}.',
  'problem.ACTIONS_OPEN':
    'لا يمكن إغلاق الخطة باعتبارها محقَّقة: ففيها إجراءات لم تُنجز ولم تُلغ{limit, select, none {} other { ({limit})}}.',
  'problem.OVERLAPS':
    'الحقل {field}: القيمة {value} تتداخل مع ما هو سارٍ بالفعل{limit, select, none {} other { ({limit})}}. يرجى تصحيح ذلك أولا أو اختيار أيام أخرى.',
  'problem.OUTCOME_NOT_OF_KIND':
    'الحقل {field}: «{value}» لا تنطبق هنا{limit, select, none {} other {؛ وما ينطبق هو: {limit}}}.',
  'problem.VISIT_NOT_HELD': 'لم تُجر الزيارة بعد، ومن ثم لم تخلص إلى شيء.',
  'problem.NOT_COVERED_BY_VISIT': 'الحقل {field}: لا تشمل الزيارة هذا التعهد ({value}).',
  'problem.OUTSIDE_VISIT':
    'الحقل {field}: التاريخ {value} ليس من أيام الزيارة{limit, select, none {} other { ({limit})}}.',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': 'الحقل {field}: لا ينطبق هذا على الوحدات من نوع «{value}».',
  'problem.MORE_THAN_WHOLE':
    'الحقل {field}: القيمة {value} تتجاوز المجموع الذي هي جزء منه{limit, select, none {} other { ({limit})}}.',
  'problem.CRITICAL_LINE_MISSING':
    'الحقل {field}: لم تُعَدّ معدات حرجة منصوص عليها في بيان احتياجات الوحدة{value, select, none {} other { ({value})}}. يرجى عدّها؛ وإن لم يوجد شيء منها فيُذكر أن العدد الموجود 0.',
  'problem.REQUIREMENT_LINE_MISSING':
    'الحقل {field}: لم يُرَدّ على بنود من بيان احتياجات الوحدة{value, select, none {} other { ({value})}}. يرجى الرد على كل بند؛ وإن لم يوجد شيء فيُذكر أن العدد الموجود 0 أو العدد المعروض 0.',
  'problem.REQUIREMENT_NOT_IN_EFFECT':
    'الحقل {field}: بيان احتياجات الوحدة {value} لم يكن قد بدأ نفاذه في ذلك اليوم{limit, select, none {} other {؛ فهو نافذ اعتبارا من {limit}}}.',
  'problem.COMPONENT_MISSING':
    'الحقل {field}: لم تُذكر عناصر يشملها هذا النوع من الزيارات{value, select, none {} other { ({value})}}. يرجى ذكرها جميعا، مع NOT_TESTED لما لم يُختبر منها.',
  'problem.CONTRADICTION':
    'الحقل {field}: «{value}» تتعارض مع ما ذُكر إلى جانبها{limit, select, none {} other { ({limit})}}.',
  'problem.NOT_OF_BASIS':
    'الحقل {field}: لا ينطبق هذا على قياس أساسه «{value}»{limit, select, none {} other {؛ بل ينطبق على ما أساسه «{limit}»}}.',
  'problem.NOT_IN_LIFECYCLE_STATE':
    'حالة التعهد لا تسمح بذلك{value, select, none {} other {: فحالته «{value}»}}{limit, select, none {} other {؛ والحالات المسموح بها هي: {limit}}}.',
  'problem.KNOWN_ON_IN_FUTURE':
    'الحقل {field}: لا أحد يعلم الآن ما سيكون معلوما في {value}؛ يرجى ذكر لحظة مضت.',
  'problem.AS_OF_OUT_OF_RANGE':
    'الحقل {field}: التاريخ {value} خارج نطاق الأيام التي يمكن الاستعلام عنها{limit, select, none {} other { ({limit})}}.',
  'problem.AFTER_AS_OF':
    'الحقل {field}: التاريخ {value} لاحق لليوم المستعلم عنه{limit, select, none {} other { ({limit})}}؛ يرجى الاستعلام عن ذلك اليوم أو عن يوم لاحق له.',

  'reason.LIFECYCLE': 'التعهد ليس في مجمع التعهدات: فحالته «{state}».',
  'reason.DOC_MISSING': 'إحدى الوثائق اللازمة للمستوى 1 غير متوافرة: {doc}.',
  'reason.DOC_EXPIRED': 'انتهت في {validUntil} صلاحية إحدى الوثائق اللازمة للمستوى 1: {doc}.',
  'reason.PLEDGE_CONFIRMATION_OVERDUE':
    'كان التعهد صالحا حتى {validUntil} ولم يُؤكَّد منذئذ؛ وفترة السماح جارية.',
  'reason.PLEDGE_LAPSED': 'سقط التعهد: فقد كان صالحا حتى {validUntil} وانقضت فترة السماح.',
  'reason.NO_AAV': 'لا توجد في السجل أي زيارة للتقييم وإسداء المشورة.',
  'reason.AAV_UNSATISFACTORY': 'كانت نتيجة آخر زيارة للتقييم وإسداء المشورة، التي جرت في {date}، غير مُرضية.',
  'reason.AAV_EXPIRED': 'كانت آخر زيارة للتقييم وإسداء المشورة معتدا بها حتى {expired} وانتهت صلاحيتها.',
  'reason.AAV_STALE':
    'كانت آخر زيارة للتقييم وإسداء المشورة حديثة العهد حتى {since}؛ ويلزم الآن إجراء زيارة جديدة.',
  'reason.AAV_RECOMMENDATIONS_OPEN':
    '{count, plural, zero {لم تبق أي توصية غير منفَّذة} one {لا تزال هناك توصية واحدة غير منفَّذة} two {لا تزال هناك توصيتان غير منفَّذتين} few {لا تزال هناك # توصيات غير منفَّذة} many {لا تزال هناك # توصية غير منفَّذة} other {لا تزال هناك # توصية غير منفَّذة}} من توصيات آخر زيارة للتقييم وإسداء المشورة.',
  'reason.AAV_CRITICAL_FINDING_OVERDUE':
    'كان ينبغي إغلاق الملاحظة الحرجة {finding} بحلول {due} وما زالت مفتوحة.',
  'reason.AAV_CRITICAL_FINDING_OPEN': 'الملاحظة الحرجة {finding} مفتوحة؛ والموعد النهائي لإغلاقها هو {due}.',
  'reason.DATA_MISSING': 'لم يُبلَّغ عن أي أرقام بشأن ما يلي: {dimension}.',
  'reason.RATING_2':
    'التصنيف 2 على مقياس من 1 (الأفضل) إلى 4: {dimension}، بنسبة {pct, number} في المائة من المطلوب{criticalLine, select, none {} other {، وفقا للبند الحرج «{criticalLine}»}}.',
  'reason.RATING_3':
    'التصنيف 3 على مقياس من 1 (الأفضل) إلى 4: {dimension}، بنسبة {pct, number} في المائة فقط من المطلوب{criticalLine, select, none {} other {، وفقا للبند الحرج «{criticalLine}»}}.',
  'reason.RATING_4':
    'التصنيف 4، وهو الأسوأ: {dimension}، بنسبة {pct, number} في المائة فقط من المطلوب{criticalLine, select, none {} other {، وفقا للبند الحرج «{criticalLine}»}}.',
  'reason.RDL_AGREEMENT_NOT_IN_FORCE':
    'الاتفاق المتعلق بمستوى الانتشار السريع غير سارٍ؛ ويومه الأخير هو {until}.',
  'reason.RDL_VERIFICATION_NOT_PASSED':
    'لا يوجد في السجل أي تحقق من مستوى الانتشار السريع، أو لم يُجتز آخر تحقق.',
  'reason.RDL_VERIFICATION_EXPIRED':
    'كان التحقق من مستوى الانتشار السريع معتدا به حتى {expired} وانتهت صلاحيته.',
  'reason.RDL_COMMITMENT_TOO_LONG':
    'المهلة الملتزَم بالانتشار في غضونها، وهي {days, plural, zero {صفر من الأيام} one {يوم واحد} two {يومان} few {# أيام} many {# يوما} other {# يوم}}، أطول مما يسمح به مستوى الانتشار السريع.',
  'reason.RDL_SERVICEABILITY_UNKNOWN':
    'لم يُبلَّغ عن صلاحية المعدات للاستعمال، فلا يمكن الاعتراف بمستوى الانتشار السريع.',
  'reason.RDL_SERVICEABILITY_LOW':
    'نسبة صلاحية المعدات للاستعمال، وهي {pct, number} في المائة، أدنى مما يتطلبه مستوى الانتشار السريع.',
  'reason.LEVEL_DISCREPANCY':
    'المستوى المسجَّل ({registered}) أعلى مما تؤيده الأدلة ({computed})؛ والبت في ذلك متروك لشخص مسؤول.',
  'reason.DOC_MISSING_FOR_LEVEL': 'إحدى الوثائق اللازمة للمستوى المسجَّل غير متوافرة: {doc}.',
  'reason.DOC_EXPIRED_FOR_LEVEL': 'انتهت في {validUntil} صلاحية إحدى الوثائق اللازمة للمستوى المسجَّل: {doc}.',
  'reason.CAVEAT_DECLARED': 'التحفظ المعلن {caveat} لم يُسوَّ.',
  'reason.CAVEAT_UNDECLARED_OPEN':
    'التحفظ غير المعلن {caveat} لم يُسوَّ؛ والموعد النهائي لتسويته هو {resolveBy}.',
  'reason.CAVEAT_UNDECLARED_OVERDUE':
    'كان ينبغي تسوية التحفظ غير المعلن {caveat} بحلول {resolveBy} ولم يُسوَّ بعد.',
  'reason.HR_SCREENING_REFUSED': 'رُفض التصديق على الفرز في مجال حقوق الإنسان.',
  'reason.HR_SCREENING_PENDING': 'لم يُصدَّق بعد على الفرز في مجال حقوق الإنسان.',
  'reason.DEPLOYMENT_BAR': 'ثمة قرار سارٍ بحظر النشر: {decision}.',
  'reason.PLAN_MISSING': 'خلص آخر تقييم إلى أن الأداء «{verdict}»، ولا توجد خطة لتحسين الأداء استجابة لذلك.',
  'reason.PLAN_NOT_ACHIEVED':
    'خلص آخر تقييم إلى أن الأداء «{verdict}»، وأُغلقت خطة تحسين الأداء دون أن تتحقق.',
  'reason.PLAN_OVERDUE': 'كان الموعد النهائي لخطة تحسين الأداء هو {due} وما زالت مفتوحة.',
  'reason.PLAN_ON_TRACK': 'يجري تنفيذ خطة لتحسين الأداء؛ وموعدها النهائي هو {due}.',
  'reason.REEVALUATION_DUE':
    'تحققت خطة تحسين الأداء؛ ويلزم تقييم جديد لرفع الاستنتاج القائل إن الأداء «{verdict}».',
  'reason.ASSESSMENT_FAILED': 'لم يُجتز في {date} ما يلي: {kind}.',
  'reason.ASSESSMENT_CONDITIONS_OPEN':
    '{count, plural, zero {لم يبق أي شرط غير مستوفى} one {لا يزال هناك شرط واحد غير مستوفى} two {لا يزال هناك شرطان غير مستوفيين} few {لا تزال هناك # شروط غير مستوفاة} many {لا يزال هناك # شرطا غير مستوفى} other {لا يزال هناك # شرط غير مستوفى}} من شروط آخر زيارة من هذا النوع: {kind}.',
  'reason.HOSPITAL_DEFICIENCY_OPEN': 'وجه القصور الحرج {deficiency} في المستشفى لم يُعالَج.',
  'reason.CERTIFICATION_LATE':
    'كان الموعد النهائي لتقديم شهادة الوحدة قبل النشر المقرر هو {due}، وقُدِّمت في {submitted}.',
  'reason.CERTIFICATION_OVERDUE':
    'كان الموعد النهائي لتقديم شهادة الوحدة قبل النشر المقرر هو {due}، ولم تُقدَّم.',
  'reason.CERTIFICATION_DUE': 'الموعد النهائي لتقديم شهادة الوحدة قبل النشر المقرر هو {due}.',

  'gate.PLEDGE_ACTIVE':
    'يجب أن يكون التعهد في مجمع التعهدات أو مخصصا أو منشورا{state, select, none {} other {؛ وحالته «{state}»}}.',
  'gate.DOCUMENT_HELD':
    'الوثيقة اللازمة: {doc}{validUntil, select, none {؛ وهي غير متوافرة} other {؛ وقد انتهت صلاحية النسخة المتوافرة في {validUntil}}}.',
  'gate.PLEDGE_NOT_LAPSED':
    'يجب تأكيد التعهد{validUntil, select, none {} other {؛ فقد كان صالحا حتى {validUntil}}}.',
  'gate.AAV_NOT_UNSATISFACTORY':
    'تلزم زيارة للتقييم وإسداء المشورة لا تكون نتيجتها غير مُرضية{date, select, none {؛ ولا توجد في السجل أي زيارة} other {؛ وكانت نتيجة آخر زيارة، في {date}، غير مُرضية}}.',
  'gate.AAV_NOT_EXPIRED':
    'تلزم زيارة للتقييم وإسداء المشورة لا تزال معتدا بها{expired, select, none {؛ ولا توجد في السجل أي زيارة} other {؛ وكانت آخر زيارة معتدا بها حتى {expired}}}.',
  'gate.NO_CRITICAL_FINDING_OVERDUE':
    'يجب ألا تكون هناك ملاحظة حرجة فات موعدها{finding, select, none {} other {؛ والملاحظة {finding} مفتوحة}}{due, select, none {} other { وكان موعدها النهائي {due}}}.',
  'gate.RDL_AGREEMENT_IN_FORCE':
    'يجب أن يكون هناك اتفاق سارٍ بشأن مستوى الانتشار السريع{until, select, none {؛ ولا يوجد في السجل أي اتفاق} other {؛ واليوم الأخير للاتفاق المسجَّل هو {until}}}.',
  'gate.RDL_VERIFICATION_PASSED': 'يجب اجتياز التحقق من مستوى الانتشار السريع.',
  'gate.RDL_VERIFICATION_CURRENT':
    'يجب أن يكون التحقق المجتاز لا يزال معتدا به{expired, select, none {؛ ولا يوجد في السجل أي تحقق} other {؛ وكان معتدا به حتى {expired}}}.',
  'gate.RDL_COMMITMENT_SHORT_ENOUGH':
    'يجب أن تكون الوحدة ملتزمة بالانتشار خلال المهلة التي يسمح بها مستوى الانتشار السريع{days, select, none {} other {؛ وهي ملتزمة بمهلة قدرها {days, plural, zero {صفر من الأيام} one {يوم واحد} two {يومان} few {# أيام} many {# يوما} other {# يوم}}}}.',
  'gate.RDL_SERVICEABILITY_REPORTED': 'يجب الإبلاغ عن صلاحية المعدات للاستعمال.',
  'gate.RDL_SERVICEABILITY_HIGH_ENOUGH':
    'يجب أن تكون نسبة صلاحية المعدات للاستعمال كافية لمستوى الانتشار السريع{pct, select, none {} other {؛ وهي {pct, number} في المائة}}.',

  'error.UNAUTHENTICATED': 'يرجى تسجيل الدخول: لا يحمل الطلب رمز دخول يقبله هذا السجل.',
  'error.INTERNAL_SERVER_ERROR': 'حدث خطأ من جانبنا؛ ولم يتغير شيء. يرجى إبلاغنا برقم هذا الطلب.',
  'error.DISK_FULL': 'قرص هذا السجل ممتلئ: لم يتغير شيء، ولا يمكن تسجيل شيء قبل توفير حيز فيه.',
  'error.OUTCOME_UNKNOWN':
    'انقطع الاتصال بقاعدة البيانات أثناء تسجيل التغيير: يرجى التحقق مما إذا كان قد سُجِّل قبل إعادة المحاولة.',
  'error.ONE_CHANGE':
    'تتضمن عملية التغيير حقلا جذريا واحدا لا غير؛ وعدد الحقول في هذه العملية هو {count, number}.',
  'error.ONE_LANGUAGE': 'يُجاب عن العملية بلغة واحدة؛ وهذه العملية تطلب عدة لغات.',
  'error.NOT_A_DAY':
    'يُكتب اليوم في شكل YYYY-MM-DD ويقع في تقويم السنوات من 1900 إلى 2199؛ وليس كذلك: {value}.',
} as const satisfies Readonly<
  Record<
    Exclude<keyof typeof EN, keyof typeof AR_TERMS | keyof typeof AR_PREVENTIONS | keyof typeof AR_FAULTS>,
    string
  >
>;

export const AR = { ...SENTENCES, ...AR_PREVENTIONS, ...AR_FAULTS, ...AR_TERMS } as const satisfies Readonly<
  Record<keyof typeof EN, string>
>;
