import type { EN } from './en.js';
import { ZH_FAULTS } from './faults.js';
import { ZH_PREVENTIONS } from './preventions.js';
import { ZH_TERMS } from './zh-terms.js';

/**
 * Chinese sentences; the conventions are those of the English catalogue. Words of the field are those of the
 * Secretary-General’s report of 13 October 2025: 承诺 (pledge), 限制条件 (caveat), 适用性 (serviceability), 评价 (evaluation in
 * the mission), 评估 (assessment), 绩效改进计划 (improvement plan), 单位认证 (unit certificate). Numbers stand between spaces, as
 * in the documents of the General Assembly; days do not.
 */
const SENTENCES = {
  'problem.NOT_FOUND': '未找到您可以查阅的“{value}”{field, select, none {} other {（{field}）}}。',
  'problem.NOT_PERMITTED':
    '您的角色无权进行此项操作{field, select, none {} correct {：记录只能由登记者和秘书处更正} other {（{field}）}}。',
  'problem.STALE_VERSION':
    '在您读取之后，此项内容已被更改：您指明的是版本 {expectedVersion}，现为版本 {currentVersion}。请重新读取，然后再次作出更改。',
  'problem.TRANSITION_NOT_ALLOWED':
    '状态为“{from}”的承诺不能转为“{to}”{allowed, select, none {；该状态是最终状态} other {；可以转为：{allowed}}}。',
  'problem.RESTED_ON': '有后来的记录以此项记录为依据。请先更正那些记录。',
  'problem.AFTER_TODAY':
    '{field}：{value}晚于今天{limit, select, none {} other {（{limit}）}}；尚未发生的事情不能记录。',
  'problem.BEFORE_REGISTRATION':
    '{field}：{limit, select, none {该承诺尚未登记，因此此事不可能发生在{value}} other {{value}早于承诺的登记日期（{limit}）}}。',
  'problem.BEFORE_OPENING':
    '{field}：{value}早于有关事项本身的开始日期{limit, select, none {} other {（{limit}）}}。',
  'problem.BEFORE_LAST_STEP':
    '{field}：{value}早于该承诺的最近一个步骤{limit, select, none {} other {（{limit}）}}。',
  'problem.BEFORE_DEPLOYMENT':
    '{field}：{value}早于该单位的部署日期{limit, select, none {} other {（{limit}）}}；该单位不可能已在特派团接受评价。',
  'problem.INTERVAL_REVERSED': '{field}：{value}早于起始日期{limit, select, none {} other {（{limit}）}}。',
  'problem.NOT_LATER': '{field}：{value}不晚于现有的截止日期{limit, select, none {} other {（{limit}）}}。',
  'problem.AFTER_PLAN_DUE':
    '{field}：{value}晚于绩效改进计划的截止日期{limit, select, none {} other {（{limit}）}}；请先延长该计划。',
  'problem.NEGATIVE': '{field}：{value} 小于零。',
  'problem.TOO_LARGE': '{field}：{value} 超过允许的数值{limit, select, none {} other {；最大为 {limit}}}。',
  'problem.TOO_SMALL': '{field}：{value} 低于允许的数值{limit, select, none {} other {；最小为 {limit}}}。',
  'problem.TOO_LONG': '{field}：文字过长{limit, select, none {} other {；最多 {limit} 个字符}}。',
  'problem.NOT_TEXT': '{field}：文字中含有无法保存的字符；请重新填写。',
  'problem.REQUIRED': '{field} 缺失或为空。',
  'problem.UNKNOWN_CODE':
    '{field}：“{value}”不是已知的值{limit, select, none {} other {；已知的值为：{limit}}}。',
  'problem.UNKNOWN_MEMBER_STATE': '{field}：“{value}”不是会员国的 ISO 三字母代码，或者您不能代为行事。',
  'problem.UNKNOWN_UNIT_TYPE': '{field}：“{value}”不是已知的单位类型。',
  'problem.UNKNOWN_MISSION': '{field}：“{value}”不是已知的特派团。',
  'problem.LEVEL_NEEDS_REASON':
    '现有证据只能支持{limit, select, none {较低的等级} other {“{limit}”}}；如要决定更高的等级，请书面说明理由。',
  'problem.ALREADY_CLOSED':
    '此项已经{field, select, id {作废} other {关闭}}{value, select, none {} other {（{value}）}}{limit, select, none {} other {，{limit}}}。',
  'problem.ALREADY_EXISTS': '{field}：“{value}”已有记录{limit, select, none {} other {（{limit}）}}。',
  'problem.ACTIONS_OPEN':
    '该计划不能以“已实现”结束：其中有行动既未完成，也未取消{limit, select, none {} other {（{limit}）}}。',
  'problem.OVERLAPS':
    '{field}：{value}与已经生效的内容重叠{limit, select, none {} other {（{limit}）}}。请先更正后者，或选择其他日期。',
  'problem.OUTCOME_NOT_OF_KIND':
    '{field}：“{value}”在此不适用{limit, select, none {} other {；适用的是：{limit}}}。',
  'problem.VISIT_NOT_HELD': '访问尚未进行，因此还没有任何结论。',
  'problem.NOT_COVERED_BY_VISIT': '{field}：此次访问不涉及该承诺（{value}）。',
  'problem.OUTSIDE_VISIT': '{field}：{value}不在访问期间{limit, select, none {} other {（{limit}）}}。',
  'problem.UNIT_TYPE_NOT_ELIGIBLE': '{field}：此项不适用于“{value}”类单位。',
  'problem.MORE_THAN_WHOLE':
    '{field}：{value} 大于其所属的总数{limit, select, none {} other {（{limit}）}}。',
  'problem.CRITICAL_LINE_MISSING':
    '{field}：部队单位需求说明中的关键装备没有清点{value, select, none {} other {（{value}）}}。请填报；如果没有，请填写现有数量 0。',
  'problem.REQUIREMENT_LINE_MISSING':
    '{field}：部队单位需求说明中的一些项目没有答复{value, select, none {} other {（{value}）}}。请逐项答复；如果没有，请填写现有数量 0 或提供数量 0。',
  'problem.REQUIREMENT_NOT_IN_EFFECT':
    '{field}：部队单位需求说明 {value} 在该日尚未生效{limit, select, none {} other {；生效日期为{limit}}}。',
  'problem.COMPONENT_MISSING':
    '{field}：此类访问的一些组成部分没有列出{value, select, none {} other {（{value}）}}。请逐一列出，未测试的注明 NOT_TESTED。',
  'problem.CONTRADICTION':
    '{field}：“{value}”与同时填报的其他内容矛盾{limit, select, none {} other {（{limit}）}}。',
  'problem.NOT_OF_BASIS':
    '{field}：此项不适用于依据为“{value}”的计量{limit, select, none {} other {；适用的依据为“{limit}”}}。',
  'problem.NOT_IN_LIFECYCLE_STATE':
    '该承诺目前的状态不允许此项操作{value, select, none {} other {：其状态为“{value}”}}{limit, select, none {} other {；允许的状态为：{limit}}}。',
  'problem.KNOWN_ON_IN_FUTURE': '{field}：{value}将会知道什么，现在无人知晓；请指明一个已经过去的时刻。',
  'problem.AS_OF_OUT_OF_RANGE':
    '{field}：{value}不在可以查询的日期范围之内{limit, select, none {} other {（{limit}）}}。',
  'problem.AFTER_AS_OF':
    '{field}：{value}晚于所查询的日期{limit, select, none {} other {（{limit}）}}；请查询该日或更晚的日期。',

  'reason.LIFECYCLE': '该承诺不在承诺库中：其状态为“{state}”。',
  'reason.DOC_MISSING': '缺少一级所要求的一份文件：{doc}。',
  'reason.DOC_EXPIRED': '一级所要求的一份文件已于{validUntil}到期：{doc}。',
  'reason.PLEDGE_CONFIRMATION_OVERDUE': '该承诺的有效期至{validUntil}，此后未经确认；目前处于宽限期内。',
  'reason.PLEDGE_LAPSED': '该承诺已经失效：有效期至{validUntil}，宽限期已过。',
  'reason.NO_AAV': '没有评估和咨询访问的记录。',
  'reason.AAV_UNSATISFACTORY': '最近一次评估和咨询访问（{date}）的结果为不满意。',
  'reason.AAV_EXPIRED': '最近一次评估和咨询访问的有效期至{expired}，现已失效。',
  'reason.AAV_STALE': '最近一次评估和咨询访问的结果截至{since}仍属最新；现需进行新的访问。',
  'reason.AAV_RECOMMENDATIONS_OPEN': '最近一次评估和咨询访问仍有{count, plural, other { # 项建议}}尚未落实。',
  'reason.AAV_CRITICAL_FINDING_OVERDUE': '关键问题 {finding} 最迟应于{due}解决，但至今尚未解决。',
  'reason.AAV_CRITICAL_FINDING_OPEN': '关键问题 {finding} 尚未解决；解决期限为{due}。',
  'reason.DATA_MISSING': '尚未报告以下方面的数字：{dimension}。',
  'reason.RATING_2':
    '按 1（最好）至 4 的评分标准，评分为 2：{dimension}为要求的 {pct, number}%{criticalLine, select, none {} other {，由关键装备“{criticalLine}”决定}}。',
  'reason.RATING_3':
    '按 1（最好）至 4 的评分标准，评分为 3：{dimension}仅为要求的 {pct, number}%{criticalLine, select, none {} other {，由关键装备“{criticalLine}”决定}}。',
  'reason.RATING_4':
    '评分为 4，即最差：{dimension}仅为要求的 {pct, number}%{criticalLine, select, none {} other {，由关键装备“{criticalLine}”决定}}。',
  'reason.RDL_AGREEMENT_NOT_IN_FORCE': '快速部署等级协议不在有效期内；其最后一日为{until}。',
  'reason.RDL_VERIFICATION_NOT_PASSED': '没有快速部署等级核查的记录，或最近一次核查未通过。',
  'reason.RDL_VERIFICATION_EXPIRED': '快速部署等级核查的有效期至{expired}，现已失效。',
  'reason.RDL_COMMITMENT_TOO_LONG':
    '所承诺的部署期限为{days, plural, other { # 天}}，超过快速部署等级允许的期限。',
  'reason.RDL_SERVICEABILITY_UNKNOWN': '尚未报告装备适用性，因此无法认可快速部署等级。',
  'reason.RDL_SERVICEABILITY_LOW': '装备适用性为 {pct, number}%，低于快速部署等级的要求。',
  'reason.LEVEL_DISCREPANCY':
    '登记的等级（{registered}）高于证据所能支持的等级（{computed}）；须由负责人员作出决定。',
  'reason.DOC_MISSING_FOR_LEVEL': '缺少登记的等级所要求的一份文件：{doc}。',
  'reason.DOC_EXPIRED_FOR_LEVEL': '登记的等级所要求的一份文件已于{validUntil}到期：{doc}。',
  'reason.CAVEAT_DECLARED': '已声明的限制条件 {caveat} 尚未解决。',
  'reason.CAVEAT_UNDECLARED_OPEN': '未声明的限制条件 {caveat} 尚未解决；解决期限为{resolveBy}。',
  'reason.CAVEAT_UNDECLARED_OVERDUE': '未声明的限制条件 {caveat} 最迟应于{resolveBy}解决，但至今尚未解决。',
  'reason.HR_SCREENING_REFUSED': '人权筛查已被拒绝核证。',
  'reason.HR_SCREENING_PENDING': '人权筛查尚待核证。',
  'reason.DEPLOYMENT_BAR': '禁止部署的决定正在生效：{decision}。',
  'reason.PLAN_MISSING': '最近一次评价的结论为“{verdict}”，但没有相应的绩效改进计划。',
  'reason.PLAN_NOT_ACHIEVED': '最近一次评价的结论为“{verdict}”，绩效改进计划未实现即告结束。',
  'reason.PLAN_OVERDUE': '绩效改进计划最迟应于{due}完成，但至今尚未结束。',
  'reason.PLAN_ON_TRACK': '绩效改进计划正在执行；完成期限为{due}。',
  'reason.REEVALUATION_DUE': '绩效改进计划已经实现；须通过新的评价消除“{verdict}”的结论。',
  'reason.ASSESSMENT_FAILED': '{date}未通过：{kind}。',
  'reason.ASSESSMENT_CONDITIONS_OPEN':
    '最近一次此类访问仍有{count, plural, other { # 项条件}}尚未满足：{kind}。',
  'reason.HOSPITAL_DEFICIENCY_OPEN': '医院的关键缺陷 {deficiency} 尚未消除。',
  'reason.CERTIFICATION_LATE': '在计划的部署之前，单位认证最迟应于{due}提交，实际于{submitted}提交。',
  'reason.CERTIFICATION_OVERDUE': '在计划的部署之前，单位认证最迟应于{due}提交，但至今尚未提交。',
  'reason.CERTIFICATION_DUE': '在计划的部署之前，单位认证最迟须于{due}提交。',

  'gate.PLEDGE_ACTIVE':
    '承诺必须在承诺库中、已选用或已部署{state, select, none {} other {；其状态为“{state}”}}。',
  'gate.DOCUMENT_HELD':
    '所需文件：{doc}{validUntil, select, none {；尚未收到} other {；现有文件已于{validUntil}到期}}。',
  'gate.PLEDGE_NOT_LAPSED':
    '承诺必须经过确认{validUntil, select, none {} other {；其有效期至{validUntil}}}。',
  'gate.AAV_NOT_UNSATISFACTORY':
    '需要一次结果并非不满意的评估和咨询访问{date, select, none {；目前没有记录} other {；最近一次（{date}）的结果为不满意}}。',
  'gate.AAV_NOT_EXPIRED':
    '需要一次仍然有效的评估和咨询访问{expired, select, none {；目前没有记录} other {；最近一次的有效期至{expired}}}。',
  'gate.NO_CRITICAL_FINDING_OVERDUE':
    '不得有逾期的关键问题{finding, select, none {} other {；{finding} 尚未解决}}{due, select, none {} other {，解决期限为{due}}}。',
  'gate.RDL_AGREEMENT_IN_FORCE':
    '快速部署等级协议必须在有效期内{until, select, none {；目前没有记录} other {；记录在案的协议的最后一日为{until}}}。',
  'gate.RDL_VERIFICATION_PASSED': '必须通过快速部署等级核查。',
  'gate.RDL_VERIFICATION_CURRENT':
    '已通过的核查必须仍然有效{expired, select, none {；目前没有记录} other {；其有效期至{expired}}}。',
  'gate.RDL_COMMITMENT_SHORT_ENOUGH':
    '该单位必须承诺在快速部署等级允许的天数内部署{days, select, none {} other {；所承诺的期限为 {days, number} 天}}。',
  'gate.RDL_SERVICEABILITY_REPORTED': '必须报告装备适用性。',
  'gate.RDL_SERVICEABILITY_HIGH_ENOUGH':
    '装备适用性必须达到快速部署等级的要求{pct, select, none {} other {；目前为 {pct, number}%}}。',

  'error.UNAUTHENTICATED': '请登录：请求未附有本登记系统接受的令牌。',
  'error.INTERNAL_SERVER_ERROR': '我方出现错误；没有作出任何更改。请将此请求编号告知我们。',
  'error.DISK_FULL': '本登记系统的磁盘已满：没有作出任何更改，在腾出空间之前也无法进行任何记录。',
  'error.OUTCOME_UNKNOWN': '在记录更改时与数据库的连接中断：再次尝试之前，请先查看更改是否已被记录。',
  'error.ONE_CHANGE': '一项更改操作只能有一个根字段；此操作有 {count, number} 个。',
  'error.ONE_LANGUAGE': '一项操作只以一种语言答复；此操作要求多种语言。',
  'error.NOT_A_DAY': '日期的写法为 YYYY-MM-DD，且须在 1900 年至 2199 年的日历之内；下列值不符合：{value}。',
} as const satisfies Readonly<
  Record<
    Exclude<keyof typeof EN, keyof typeof ZH_TERMS | keyof typeof ZH_PREVENTIONS | keyof typeof ZH_FAULTS>,
    string
  >
>;

export const ZH = { ...SENTENCES, ...ZH_PREVENTIONS, ...ZH_FAULTS, ...ZH_TERMS } as const satisfies Readonly<
  Record<keyof typeof EN, string>
>;
