/** What would keep a reason from coming, or a level from being lost: English first, each other language beside it. */
export const EN_PREVENTIONS = {
  'prevention.RECEIVE_DOCUMENT': 'Hand in a valid copy: {doc}.',
  'prevention.CONFIRM_PLEDGE': 'Confirm the pledge.',
  'prevention.HOLD_AAV': 'Hold a new assessment and advisory visit.',
  'prevention.CLOSE_FINDING': 'Remedy critical finding {finding} and have it closed.',
  'prevention.RAISE_MEASUREMENT': 'Make up what is short and have it measured: {dimension}.',
  'prevention.AGREE_RDL':
    'Sign an agreement on the rapid deployment level that is in force then and meets its terms.',
  'prevention.VERIFY_RDL': 'Pass a new verification for the rapid deployment level.',
  'prevention.SETTLE_CAVEAT': 'Settle undeclared caveat {caveat}.',
  'prevention.LIFT_BAR': 'Have the bar on deployment lifted: {decision}.',
  'prevention.CLOSE_PLAN': 'Achieve the improvement plan and have it closed, or have it extended.',
  'prevention.RECEIVE_UNIT_CERTIFICATE': 'Hand in the unit certificate.',
} as const;

type Preventions = Readonly<Record<keyof typeof EN_PREVENTIONS, string>>;

export const FR_PREVENTIONS: Preventions = {
  'prevention.RECEIVE_DOCUMENT': 'Remettre une pièce en cours de validité : {doc}.',
  'prevention.CONFIRM_PLEDGE': 'Confirmer la contribution.',
  'prevention.HOLD_AAV': 'Effectuer une nouvelle visite d’évaluation et de conseil.',
  'prevention.CLOSE_FINDING': 'Remédier à la constatation critique {finding} et la faire clore.',
  'prevention.RAISE_MEASUREMENT': 'Combler ce qui manque et le faire mesurer : {dimension}.',
  'prevention.AGREE_RDL':
    'Signer un accord relatif au niveau de déploiement rapide qui soit alors en vigueur et en respecte les conditions.',
  'prevention.VERIFY_RDL': 'Réussir une nouvelle vérification du niveau de déploiement rapide.',
  'prevention.SETTLE_CAVEAT': 'Régler la restriction non déclarée {caveat}.',
  'prevention.LIFT_BAR': 'Faire lever l’interdiction de déploiement : {decision}.',
  'prevention.CLOSE_PLAN':
    'Mener à bien le plan d’amélioration et le faire clore, ou en faire reporter l’échéance.',
  'prevention.RECEIVE_UNIT_CERTIFICATE': 'Remettre l’attestation de l’unité.',
};

export const ES_PREVENTIONS: Preventions = {
  'prevention.RECEIVE_DOCUMENT': 'Presentar un ejemplar válido: {doc}.',
  'prevention.CONFIRM_PLEDGE': 'Confirmar la promesa.',
  'prevention.HOLD_AAV': 'Realizar una nueva visita de evaluación y asesoramiento.',
  'prevention.CLOSE_FINDING': 'Subsanar la constatación crítica {finding} y hacer que se cierre.',
  'prevention.RAISE_MEASUREMENT': 'Completar lo que falta y hacer que se mida: {dimension}.',
  'prevention.AGREE_RDL':
    'Firmar un acuerdo sobre el nivel de despliegue rápido que esté entonces en vigor y cumpla sus condiciones.',
  'prevention.VERIFY_RDL': 'Superar una nueva verificación del nivel de despliegue rápido.',
  'prevention.SETTLE_CAVEAT': 'Resolver la salvedad no declarada {caveat}.',
  'prevention.LIFT_BAR': 'Obtener que se levante la prohibición de despliegue: {decision}.',
  'prevention.CLOSE_PLAN': 'Cumplir el plan de mejora y hacer que se cierre, o que se prorrogue.',
  'prevention.RECEIVE_UNIT_CERTIFICATE': 'Presentar el certificado de la unidad.',
};

export const RU_PREVENTIONS: Preventions = {
  'prevention.RECEIVE_DOCUMENT': 'Представить действующий экземпляр документа: {doc}.',
  'prevention.CONFIRM_PLEDGE': 'Подтвердить обязательство.',
  'prevention.HOLD_AAV': 'Провести новое посещение для оценки и консультирования.',
  'prevention.CLOSE_FINDING': 'Устранить критическое замечание {finding} и добиться его снятия.',
  'prevention.RAISE_MEASUREMENT': 'Восполнить недостающее и провести новый замер: {dimension}.',
  'prevention.AGREE_RDL':
    'Подписать соглашение об уровне быстрого развертывания, которое будет действовать на этот день и отвечать его условиям.',
  'prevention.VERIFY_RDL': 'Пройти новую проверку на соответствие уровню быстрого развертывания.',
  'prevention.SETTLE_CAVEAT': 'Урегулировать незаявленную оговорку {caveat}.',
  'prevention.LIFT_BAR': 'Добиться снятия запрета на развертывание: {decision}.',
  'prevention.CLOSE_PLAN':
    'Выполнить план совершенствования работы и добиться его закрытия или продления срока.',
  'prevention.RECEIVE_UNIT_CERTIFICATE': 'Представить аттестационное свидетельство подразделения.',
};

export const ZH_PREVENTIONS: Preventions = {
  'prevention.RECEIVE_DOCUMENT': '提交有效文件：{doc}。',
  'prevention.CONFIRM_PLEDGE': '确认承诺。',
  'prevention.HOLD_AAV': '进行新的评估和咨询访问。',
  'prevention.CLOSE_FINDING': '解决关键问题 {finding} 并予以结案。',
  'prevention.RAISE_MEASUREMENT': '补足短缺并重新计量：{dimension}。',
  'prevention.AGREE_RDL': '签署届时有效且符合条件的快速部署等级协议。',
  'prevention.VERIFY_RDL': '通过新的快速部署等级核查。',
  'prevention.SETTLE_CAVEAT': '解决未声明的限制条件 {caveat}。',
  'prevention.LIFT_BAR': '设法解除禁止部署的决定：{decision}。',
  'prevention.CLOSE_PLAN': '实现绩效改进计划并予以结束，或予以延期。',
  'prevention.RECEIVE_UNIT_CERTIFICATE': '提交单位认证。',
};

export const AR_PREVENTIONS: Preventions = {
  'prevention.RECEIVE_DOCUMENT': 'تقديم نسخة صالحة من الوثيقة: {doc}.',
  'prevention.CONFIRM_PLEDGE': 'تأكيد التعهد.',
  'prevention.HOLD_AAV': 'إجراء زيارة جديدة للتقييم وإسداء المشورة.',
  'prevention.CLOSE_FINDING': 'معالجة الملاحظة الحرجة {finding} والعمل على إغلاقها.',
  'prevention.RAISE_MEASUREMENT': 'سد النقص وإجراء قياس جديد: {dimension}.',
  'prevention.AGREE_RDL': 'توقيع اتفاق متعلق بمستوى الانتشار السريع يكون ساريا حينئذ ومستوفيا لشروطه.',
  'prevention.VERIFY_RDL': 'اجتياز تحقق جديد من مستوى الانتشار السريع.',
  'prevention.SETTLE_CAVEAT': 'تسوية التحفظ غير المعلن {caveat}.',
  'prevention.LIFT_BAR': 'العمل على رفع حظر النشر: {decision}.',
  'prevention.CLOSE_PLAN': 'تحقيق خطة تحسين الأداء وإغلاقها أو تمديد موعدها النهائي.',
  'prevention.RECEIVE_UNIT_CERTIFICATE': 'تقديم شهادة الوحدة.',
};
