/**
 * What is wrong in a file of published figures, in all six languages. `line` counts as an editor does; what the file says
 * is repeated as it is written there.
 */
export const EN_FAULTS = {
  'fault.FILE_NOT_READABLE':
    '{file}, line {line}: this cannot be read as a table{value, select, none {} other { ({value})}}.',
  'fault.FILE_NOT_UTF8':
    '{file}, line {line}: what follows “{value}” is no UTF-8 text; save the file as CSV in UTF-8, or as its gzip.',
  'fault.FILE_WITHOUT_ROWS': '{file}, line {line}: no row of figures is there.',
  'fault.COLUMN_MISSING': '{file}, line {line}: the column {column} is missing; there are {value}.',
  'fault.COLUMN_TWICE': '{file}, line {line}: the column {column} is there twice: {value}.',
  'fault.ROW_NOT_WHOLE': '{file}, line {line}: “{value}” does not have {instead} columns as the header has.',
  'fault.NO_DAY': '{file}, line {line}, {column}: “{value}” is no day; write 2025-06-30 or 30-Jun-25.',
  'fault.NOT_END_OF_MONTH':
    '{file}, line {line}, {column}: “{value}” is not the last day of its month, which is {instead}.',
  'fault.MONTH_NOT_OVER':
    '{file}, line {line}, {column}: the month of “{value}” is not over today, {instead}.',
  'fault.UNKNOWN_MISSION':
    '{file}, line {line}, {column}: “{value}” is no known mission; the nearest is {instead}. A new one is admitted with --admit-mission.',
  'fault.UNKNOWN_MEMBER_STATE':
    '{file}, line {line}, {column}: “{value}” is no known Member State; the nearest is {instead}.',
  'fault.UNKNOWN_PERSONNEL_TYPE':
    '{file}, line {line}, {column}: “{value}” is no known type of personnel; the nearest is {instead}.',
  'fault.NO_COUNT': '{file}, line {line}, {column}: “{value}” is no whole number from 0 to 999999.',
  'fault.TOTAL_DIFFERS':
    '{file}, line {line}, {column}: “{value}” is not the sum of men and women, {instead}.',
  'fault.SAID_TWICE': '{file}, line {line}: the figure of {value} stands at line {elsewhere} already.',
  'fault.CONTRADICTION':
    '{file}, line {line}, {column}: “{value}” contradicts line {elsewhere}, which says {instead} of the same month, mission, Member State and type.',
  'fault.NO_LONGER_SAID':
    '{file}: the figure of {value} stands in the registry and is left out here; --withdraw withdraws what is left out.',
} as const satisfies Readonly<Record<`fault.${string}`, string>>;

export const FR_FAULTS = {
  'fault.FILE_NOT_READABLE':
    '{file}, ligne {line} : illisible comme tableau{value, select, none {} other { ({value})}}.',
  'fault.FILE_NOT_UTF8':
    '{file}, ligne {line} : ce qui suit « {value} » n’est pas un texte UTF-8 ; enregistrez le fichier en CSV UTF-8, ou en gzip de celui-ci.',
  'fault.FILE_WITHOUT_ROWS': '{file}, ligne {line} : aucune ligne de chiffres.',
  'fault.COLUMN_MISSING': '{file}, ligne {line} : la colonne {column} manque ; on y trouve {value}.',
  'fault.COLUMN_TWICE': '{file}, ligne {line} : la colonne {column} figure deux fois : {value}.',
  'fault.ROW_NOT_WHOLE': '{file}, ligne {line} : « {value} » n’a pas les {instead} colonnes de l’en-tête.',
  'fault.NO_DAY':
    '{file}, ligne {line}, {column} : « {value} » n’est pas un jour ; écrivez 2025-06-30 ou 30-Jun-25.',
  'fault.NOT_END_OF_MONTH':
    '{file}, ligne {line}, {column} : « {value} » n’est pas le dernier jour du mois, qui est le {instead}.',
  'fault.MONTH_NOT_OVER':
    '{file}, ligne {line}, {column} : le mois de « {value} » n’est pas achevé ce jour, {instead}.',
  'fault.UNKNOWN_MISSION':
    '{file}, ligne {line}, {column} : « {value} » n’est pas une mission connue ; la plus proche est {instead}. Une mission nouvelle s’admet par --admit-mission.',
  'fault.UNKNOWN_MEMBER_STATE':
    '{file}, ligne {line}, {column} : « {value} » n’est pas un État Membre connu ; le plus proche est {instead}.',
  'fault.UNKNOWN_PERSONNEL_TYPE':
    '{file}, ligne {line}, {column} : « {value} » n’est pas une catégorie connue de personnel ; la plus proche est {instead}.',
  'fault.NO_COUNT': '{file}, ligne {line}, {column} : « {value} » n’est pas un nombre entier de 0 à 999999.',
  'fault.TOTAL_DIFFERS':
    '{file}, ligne {line}, {column} : « {value} » n’est pas la somme des hommes et des femmes, {instead}.',
  'fault.SAID_TWICE': '{file}, ligne {line} : le chiffre de {value} figure déjà à la ligne {elsewhere}.',
  'fault.CONTRADICTION':
    '{file}, ligne {line}, {column} : « {value} » contredit la ligne {elsewhere}, qui donne {instead} pour les mêmes mois, mission, État Membre et catégorie.',
  'fault.NO_LONGER_SAID':
    '{file} : le chiffre de {value} figure au registre et manque ici ; --withdraw retire ce qui manque.',
} as const satisfies Readonly<Record<keyof typeof EN_FAULTS, string>>;

export const AR_FAULTS = {
  'fault.FILE_NOT_READABLE':
    'في الملف {file}، السطر {line}: تتعذر قراءة هذا بوصفه جدولا{value, select, none {} other { ({value})}}.',
  'fault.FILE_NOT_UTF8':
    'في الملف {file}، السطر {line}: ما يلي «{value}» ليس نصا بترميز UTF-8؛ يرجى حفظ الملف بصيغة CSV بترميز UTF-8، أو مضغوطا بصيغة gzip.',
  'fault.FILE_WITHOUT_ROWS': 'في الملف {file}، السطر {line}: لا يوجد أي صف من الأرقام.',
  'fault.COLUMN_MISSING': 'في الملف {file}، السطر {line}: العمود {column} ناقص؛ والموجود هو {value}.',
  'fault.COLUMN_TWICE': 'في الملف {file}، السطر {line}: العمود {column} مكرر: {value}.',
  'fault.ROW_NOT_WHOLE':
    'في الملف {file}، السطر {line}: لا يتضمن «{value}» من الأعمدة {instead} كما في سطر العناوين.',
  'fault.NO_DAY':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست تاريخا؛ ويُكتب التاريخ هكذا: 2025-06-30 أو 30-Jun-25.',
  'fault.NOT_END_OF_MONTH':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست آخر أيام شهرها، وهو {instead}.',
  'fault.MONTH_NOT_OVER':
    'في الملف {file}، السطر {line}، العمود {column}: لم ينته الشهر الذي تقع فيه القيمة «{value}» حتى يومنا هذا، وهو {instead}.',
  'fault.UNKNOWN_MISSION':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست بعثة معروفة؛ والأقرب إليها {instead}. وتُقبل البعثة الجديدة باستعمال --admit-mission.',
  'fault.UNKNOWN_MEMBER_STATE':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست دولة عضوا معروفة؛ والأقرب إليها {instead}.',
  'fault.UNKNOWN_PERSONNEL_TYPE':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست فئة معروفة من الأفراد؛ والأقرب إليها {instead}.',
  'fault.NO_COUNT':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست عددا صحيحا من 0 إلى 999999.',
  'fault.TOTAL_DIFFERS':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» ليست مجموع الرجال والنساء، وهو {instead}.',
  'fault.SAID_TWICE': 'في الملف {file}، السطر {line}: رقم {value} وارد من قبل في السطر {elsewhere}.',
  'fault.CONTRADICTION':
    'في الملف {file}، السطر {line}، العمود {column}: القيمة «{value}» تناقض السطر {elsewhere} الذي يورد {instead} للشهر والبعثة والدولة العضو والفئة نفسها.',
  'fault.NO_LONGER_SAID':
    'في الملف {file} لم يرد رقم {value} وهو مسجل في السجل؛ ويُسحب ما لم يرد بواسطة --withdraw.',
} as const satisfies Readonly<Record<keyof typeof EN_FAULTS, string>>;

export const ZH_FAULTS = {
  'fault.FILE_NOT_READABLE':
    '{file}，第 {line} 行：无法作为表格读取{value, select, none {} other {（{value}）}}。',
  'fault.FILE_NOT_UTF8':
    '{file}，第 {line} 行：“{value}”之后不是 UTF-8 文本；请将文件另存为 UTF-8 编码的 CSV，或其 gzip 压缩件。',
  'fault.FILE_WITHOUT_ROWS': '{file}，第 {line} 行：没有任何一行数字。',
  'fault.COLUMN_MISSING': '{file}，第 {line} 行：缺少 {column} 一栏；现有各栏为 {value}。',
  'fault.COLUMN_TWICE': '{file}，第 {line} 行：{column} 一栏出现两次：{value}。',
  'fault.ROW_NOT_WHOLE': '{file}，第 {line} 行：“{value}”的栏数与标题行的 {instead} 栏不符。',
  'fault.NO_DAY': '{file}，第 {line} 行，{column}：“{value}”不是日期；请写作 2025-06-30 或 30-Jun-25。',
  'fault.NOT_END_OF_MONTH':
    '{file}，第 {line} 行，{column}：“{value}”不是当月最后一天，最后一天是 {instead}。',
  'fault.MONTH_NOT_OVER': '{file}，第 {line} 行，{column}：截至今天 {instead}，“{value}”所在月份尚未结束。',
  'fault.UNKNOWN_MISSION':
    '{file}，第 {line} 行，{column}：“{value}”不是已知的特派团；最接近的是 {instead}。新的特派团以 --admit-mission 准予录入。',
  'fault.UNKNOWN_MEMBER_STATE':
    '{file}，第 {line} 行，{column}：“{value}”不是已知的会员国；最接近的是 {instead}。',
  'fault.UNKNOWN_PERSONNEL_TYPE':
    '{file}，第 {line} 行，{column}：“{value}”不是已知的人员类别；最接近的是 {instead}。',
  'fault.NO_COUNT': '{file}，第 {line} 行，{column}：“{value}”不是 0 至 999999 的整数。',
  'fault.TOTAL_DIFFERS': '{file}，第 {line} 行，{column}：“{value}”不是男女人数之和 {instead}。',
  'fault.SAID_TWICE': '{file}，第 {line} 行：{value} 的数字已见于第 {elsewhere} 行。',
  'fault.CONTRADICTION':
    '{file}，第 {line} 行，{column}：“{value}”与第 {elsewhere} 行矛盾，该行对同一月份、特派团、会员国和类别所列的是 {instead}。',
  'fault.NO_LONGER_SAID': '{file}：{value} 的数字已在登记系统中，此处未列；以 --withdraw 撤回未列的数字。',
} as const satisfies Readonly<Record<keyof typeof EN_FAULTS, string>>;

export const RU_FAULTS = {
  'fault.FILE_NOT_READABLE':
    '{file}, строка {line}: прочитать как таблицу невозможно{value, select, none {} other { ({value})}}.',
  'fault.FILE_NOT_UTF8':
    '{file}, строка {line}: следующее за «{value}» не является текстом UTF-8; сохраните файл в формате CSV в кодировке UTF-8 или в сжатом виде (gzip).',
  'fault.FILE_WITHOUT_ROWS': '{file}, строка {line}: нет ни одной строки с числами.',
  'fault.COLUMN_MISSING': '{file}, строка {line}: столбец {column} отсутствует; имеются {value}.',
  'fault.COLUMN_TWICE': '{file}, строка {line}: столбец {column} повторяется: {value}.',
  'fault.ROW_NOT_WHOLE':
    '{file}, строка {line}: число столбцов в «{value}» не равно {instead}, как в заголовке.',
  'fault.NO_DAY':
    '{file}, строка {line}, {column}: «{value}» не является датой; пишите 2025-06-30 или 30-Jun-25.',
  'fault.NOT_END_OF_MONTH':
    '{file}, строка {line}, {column}: «{value}» — не последний день месяца; последний — {instead}.',
  'fault.MONTH_NOT_OVER':
    '{file}, строка {line}, {column}: месяц, на который приходится «{value}», на сегодня ({instead}) не закончился.',
  'fault.UNKNOWN_MISSION':
    '{file}, строка {line}, {column}: «{value}» не является известной миссией; ближайшая — {instead}. Новая миссия допускается с помощью --admit-mission.',
  'fault.UNKNOWN_MEMBER_STATE':
    '{file}, строка {line}, {column}: «{value}» не является известным государством-членом; ближайшее название — {instead}.',
  'fault.UNKNOWN_PERSONNEL_TYPE':
    '{file}, строка {line}, {column}: «{value}» не является известной категорией персонала; ближайшая — {instead}.',
  'fault.NO_COUNT': '{file}, строка {line}, {column}: «{value}» не является целым числом от 0 до 999999.',
  'fault.TOTAL_DIFFERS':
    '{file}, строка {line}, {column}: «{value}» не равно сумме числа мужчин и женщин, то есть {instead}.',
  'fault.SAID_TWICE': '{file}, строка {line}: показатель {value} уже приведен в строке {elsewhere}.',
  'fault.CONTRADICTION':
    '{file}, строка {line}, {column}: «{value}» противоречит строке {elsewhere}, где для тех же месяца, миссии, государства-члена и категории указано {instead}.',
  'fault.NO_LONGER_SAID':
    '{file}: показатель {value} имеется в реестре, но здесь опущен; опущенное изымается с помощью --withdraw.',
} as const satisfies Readonly<Record<keyof typeof EN_FAULTS, string>>;

export const ES_FAULTS = {
  'fault.FILE_NOT_READABLE':
    '{file}, línea {line}: no puede leerse como tabla{value, select, none {} other { ({value})}}.',
  'fault.FILE_NOT_UTF8':
    '{file}, línea {line}: lo que sigue a «{value}» no es texto UTF-8; guarde el archivo como CSV en UTF-8, o comprimido con gzip.',
  'fault.FILE_WITHOUT_ROWS': '{file}, línea {line}: no hay ninguna fila de cifras.',
  'fault.COLUMN_MISSING': '{file}, línea {line}: falta la columna {column}; figuran {value}.',
  'fault.COLUMN_TWICE': '{file}, línea {line}: la columna {column} figura dos veces: {value}.',
  'fault.ROW_NOT_WHOLE': '{file}, línea {line}: «{value}» no tiene las {instead} columnas del encabezado.',
  'fault.NO_DAY':
    '{file}, línea {line}, {column}: «{value}» no es una fecha; escriba 2025-06-30 o 30-Jun-25.',
  'fault.NOT_END_OF_MONTH':
    '{file}, línea {line}, {column}: «{value}» no es el último día de su mes, que es {instead}.',
  'fault.MONTH_NOT_OVER':
    '{file}, línea {line}, {column}: el mes de «{value}» no ha terminado a la fecha de hoy, {instead}.',
  'fault.UNKNOWN_MISSION':
    '{file}, línea {line}, {column}: «{value}» no es una misión conocida; la más parecida es {instead}. Una misión nueva se admite con --admit-mission.',
  'fault.UNKNOWN_MEMBER_STATE':
    '{file}, línea {line}, {column}: «{value}» no es un Estado Miembro conocido; el más parecido es {instead}.',
  'fault.UNKNOWN_PERSONNEL_TYPE':
    '{file}, línea {line}, {column}: «{value}» no es una categoría de personal conocida; la más parecida es {instead}.',
  'fault.NO_COUNT': '{file}, línea {line}, {column}: «{value}» no es un número entero de 0 a 999999.',
  'fault.TOTAL_DIFFERS':
    '{file}, línea {line}, {column}: «{value}» no es la suma de hombres y mujeres, {instead}.',
  'fault.SAID_TWICE': '{file}, línea {line}: la cifra de {value} ya figura en la línea {elsewhere}.',
  'fault.CONTRADICTION':
    '{file}, línea {line}, {column}: «{value}» contradice la línea {elsewhere}, que da {instead} para el mismo mes, misión, Estado Miembro y categoría.',
  'fault.NO_LONGER_SAID':
    '{file}: la cifra de {value} figura en el registro y aquí falta; lo que falta se retira con --withdraw.',
} as const satisfies Readonly<Record<keyof typeof EN_FAULTS, string>>;
