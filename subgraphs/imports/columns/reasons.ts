import type { LineProblem } from './problem.js';

/** What a reason is made of; the owners' problems have no suggestion, but may say what is allowed. */
export type ReasonedProblem = Pick<LineProblem, 'code' | 'message'> &
  Partial<Pick<LineProblem, 'value' | 'suggestion'>> & { allowed?: string | null };

/**
 * Sentences by code. {value}, {suggestion} and {allowed} stand for what the problem says; what is in square brackets
 * is left out when it names something that the problem does not say.
 */
const sentences: Readonly<Record<string, string>> = {
  // Of a cell.
  FIELD_MISSING: '此项必填，不能为空',
  CELL_ERROR: '单元格是错误值[“{value}”]，请改正公式或直接填写内容',
  FORMULA_RESULT: '单元格是公式，已取其计算结果[“{value}”]',
  TEXT_CLEANED: '内容前后或中间有空格、换行或制表符，已去除[，保留为“{suggestion}”]',
  PERSONAL_NUMBER: '含有个人号码（身份证号或手机号），系统不保存，请删除',
  NUMBER_PRECISION_LOST:
    '数字超过15位，表格软件已丢失后几位[（现为{value}）]，请把该列设为“文本”格式后重新填写',
  GROUP_ROW: '整行为合并的分组标题，未作为数据导入',
  TOTAL_ROW: '此行为合计行，未作为数据导入',
  ENUM_UNKNOWN: '[“{value}”]不在可选范围内，请从下拉列表选择[，是否为“{suggestion}”]',
  BOOLEAN_UNKNOWN: '[“{value}”]无法识别，请填“是”或“否”[，是否为“{suggestion}”]',
  TEXT_BLANK: '内容为空白，请填写',
  TEXT_CONTROL_CHARACTER: '含有不可见的控制字符，请删除后重新填写',
  TEXT_NOT_WELL_FORMED: '含有损坏的字符，请重新填写',
  TEXT_TOO_LONG: '内容过长，请缩短',
  UNKNOWN_REFERENCE: '[“{value}”]没有登记在册',
  AMBIGUOUS_REFERENCE: '[“{value}”]有多个登记，请填写信用代码或编号',
  DUPLICATE_ON_RECORD: '[“{value}”]已登记在册，此行按所选规则处理',
  VALUE_MISSING: '此项必填，不能为空',
  VALUE_NOT_ALLOWED: '[“{value}”]不是允许的内容[，应为{allowed}]',
  FIELD_UNKNOWN: '没有此项，请重新选择对应的列',
  NEVER_CHANGED: '捐赠记录一经登记不再修改，此行未导入',
  CHANGED_SINCE: '导入后已被修改，不能撤销',
  REFERRED_TO: '已被其他记录引用，不能撤销',
  UNDO_TOO_LATE: '已超过24小时，不能撤销',
  FORBIDDEN: '只能导入本单位的资源',
  CONFLICT: '预检之后该记录已被他人修改，请重新预检',
  DUPLICATE_IN_FILE: '与文件中[第{value}行]另一行重复',

  // Of a credit code.
  USCC_PRECISION_LOST:
    '信用代码被表格软件当作数字，已丢失后几位[（现为{value}）]，请把该列设为“文本”格式后重新填写',
  USCC_LENGTH: '统一社会信用代码应为18位，请核对',
  USCC_BAD_CHAR: '信用代码[“{value}”]中有不允许的字符（不含字母 I、O、S、V、Z）[，是否应为 {suggestion}]',
  USCC_BAD_FORM: '信用代码第3至8位应为数字（登记机关行政区划码），请核对[，是否应为 {suggestion}]',
  USCC_BAD_CHECK:
    '信用代码[“{value}”]校验位不符[（应为 {allowed}）]，有字符写错或颠倒，请核对[，是否应为 {suggestion}]',
  USCC_KIND_MISMATCH: '信用代码的前两位[（{value}）]与所填类型不符[，该类型应以 {allowed} 开头]',
  USCC_UNKNOWN_PREFIX: '信用代码的前两位[（{value}）]不属于已知的机构类别，请核对',
  USCC_UNKNOWN_DIVISION: '信用代码中的行政区划码[（{value}）]没有记录，可能已撤销',
  ORG_CODE_CHECK: '信用代码第17位（组织机构代码校验位）不符[，应为 {allowed}]，请核对',
  USCC_NOT_ALLOWED: '没有法人资格的组织没有信用代码，请清空此项或改正登记状态',
  USCC_MISSING: '已登记的组织应有统一社会信用代码',
  DUPLICATE_USCC: '该信用代码已登记在另一家单位名下',
  // Of a day.
  DATE_MALFORMED: '[“{value}”]不是可识别的日期，请写成2026-03-31[，是否为 {suggestion}]',
  DATE_WITHOUT_DAY: '[“{value}”]没有写到“日”，请写完整日期，如2026-03-31',
  DATE_WITHOUT_YEAR: '[“{value}”]没有写年份，请写完整日期[，是否为 {suggestion}]',
  DATE_DOES_NOT_EXIST: '[“{value}”]不是真实存在的日期',
  DATE_FROM_SERIAL: '[{value}]是表格软件的日期序号[，已读作 {suggestion}，请核对]',
  DATE_IN_FUTURE: '日期[{value}]晚于今天',
  DAY_IN_FUTURE: '日期[{value}]晚于今天；尚未收到的请填“认捐”',
  DAY_TOO_EARLY: '日期[{value}]过早，应不早于2000-01-01',
  PERIOD_EMPTY: '结束日期应晚于开始日期',
  // Of a number.
  NUMBER_TOO_LONG: '[“{value}”]位数过多，整数部分至多18位，小数至多6位',
  QUANTITY_MISSING: '没有填写数量，请填大于0的数',
  QUANTITY_NOT_EXACT: '[“{value}”]不是确切的数量，请填具体数字[，如 {suggestion}]',
  QUANTITY_MALFORMED: '[“{value}”]不是数量，请填数字，如12.5或3箱',
  QUANTITY_NOT_POSITIVE: '数量应大于0',
  QUANTITY_TOO_PRECISE: '数量的小数至多3位',
  QUANTITY_TOO_LARGE: '数量过大，整数部分至多15位',
  UNIT_CONFLICT: '数量[“{value}”]里的单位与单位列不一致，请只保留一个',
  AMOUNT_MISSING: '现金捐赠应填写金额',
  AMOUNT_NOT_EXACT: '[“{value}”]不是确切的金额，请填具体数字[，如 {suggestion}]',
  AMOUNT_MALFORMED: '[“{value}”]不是金额，请填数字，如10000.00或3万元',
  AMOUNT_FOREIGN_CURRENCY: '[“{value}”]不是人民币金额，系统只记人民币',
  AMOUNT_NOT_POSITIVE: '金额应大于0',
  AMOUNT_TOO_PRECISE: '金额至多两位小数',
  AMOUNT_TOO_LARGE: '金额过大，单笔至多一万亿元',
  AMOUNT_MISMATCH: '实物捐赠的金额应等于各物品公允价值之和',
  INTEGER_NOT_EXACT: '[“{value}”]不是确切的人数，请填整数[，如 {suggestion}]',
  INTEGER_MALFORMED: '[“{value}”]不是整数，请填整数，如12',
  COUNT_OUT_OF_RANGE: '人数应为0至1000000的整数',
  CAPACITY_EXCEEDED: '数量少于已对接的数量',
  // Of an area.
  AREA_MISSING: '没有填写地区，请填名称或行政区划代码',
  AREA_UNKNOWN: '[“{value}”]不是登记在册的地区[，是否为：{suggestion}]',
  AREA_REPLACED: '行政区划代码[{value}]已停用[，现为 {allowed}]',
  AREA_UNKNOWN_CODE: '行政区划代码[{value}]没有记录，可能已撤销',
  AREA_AMBIGUOUS: '[“{value}”]有多个同名地区，请写明所属省市[：{suggestion}]',
  AREA_NOT_A_COUNTY: '[“{value}”]是省或市，此处应填区县',
  AREA_OTHER_LEVEL: '[“{value}”]不是该列的级别，已按实际级别读取',
  AREA_FUNCTIONAL_ZONE: '[“{value}”]是功能区，没有行政区划代码，请填所在的区县或市',
  AREA_OTHER_KIND: '[“{value}”]没有登记在册[，可能已更名为：{suggestion}]',
  AREA_ABOLISHED: '[“{value}”]已撤销[，现为：{suggestion}]',
  AREA_NOT_WITHIN: '[“{value}”]不在所填的上级地区内[，它是：{suggestion}]',
  AREA_BAD_FORM: '[“{value}”]不是行政区划代码，应为6、9或12位数字',
  AREA_WITHOUT_PARENT: '行政区划代码[{value}]没有所属的省或市，请核对',
  AREA_PLACEHOLDER: '行政区划代码[{value}]是“市辖区”统计占位，请填具体的区或市',
  AREA_UNUSUAL_TOWNSHIP: '乡镇级代码不常见，请核对',
  AREA_UNUSUAL_VILLAGE: '村级代码不常见，请核对',
  AREA_REPEATED: '地区重复，每个只写一次',
  TOO_MANY_AREAS: '地区过多，至多50个',
  FUNCTIONAL_ZONE_AREA: '填写了功能区时，所在地区应为其所在的市',
  // Of an organization.
  COMMUNITY_BODY_EXCLUDED: '居委会下属委员会、业主委员会等不属于社区社会组织',
  COMMUNITY_CLASS_NOT_ALLOWED: '只有社区社会组织可填此类别',
  REGISTERED_ON_NOT_ALLOWED: '没有登记的组织没有登记日期',
  FISCAL_HOST_NOT_ALLOWED: '只有备案组织可填财务托管组织',
  FISCAL_HOST_NOT_REGISTERED: '财务托管组织应为已登记的组织',
  SERVICE_LEVEL_MISSING: '服务平台应填写服务层级',
  SERVICE_LEVEL_NOT_ALLOWED: '只有服务平台可填服务层级',
  SERVICE_LEVEL_MISMATCH: '服务层级与所在地区的级别不符',
  JURISDICTIONS_NOT_ALLOWED: '只有名师联名工作室可填共建地区',
  JURISDICTIONS_TOO_MANY: '共建地区至多20个',
  JURISDICTIONS_OVERLAP: '共建地区之间或与所在地区有重叠',
  PARENT_CYCLE: '上级组织不能在本组织之下',
  PARENT_NOT_ABOVE: '上级组织所在地区应包含本组织所在地区',
  GRID_WITHOUT_VILLAGE_POINT: '网格的上级应为村社区服务点',
  COUNTY_CENTER_NOT_ALONE: '该区县已有另一家县区中心',
  // Of a resource.
  RESOURCE_ALREADY_REGISTERED: '该提供方已有同名资源',
  // Of a donation.
  DONOR_ANONYMOUS: '捐赠人未具名，已按匿名捐赠处理',
  VALUATION_MISSING: '填写了公允价值，请选择计价依据',
  VALUATION_ASSUMED: '没有公允价值和计价依据，已按“无法计价”处理',
  FAIR_VALUE_MISSING: '有计价依据时应填写公允价值',
  FAIR_VALUE_NOT_ALLOWED: '无法计价的物品不能填写公允价值',
  SERVICE_HOURS_HAVE_NO_VALUE: '志愿服务时长不计价',
  ITEMS_NOT_ALLOWED: '现金捐赠不能填写物品',
  ITEMS_COUNT: '实物捐赠应填写物品，至多200种',
  BENEFICIARY_MISSING: '请至少填写募捐活动、受赠组织、受赠项目之一',
  CURRENCY_MISSING: '币种应为人民币',
  NOT_A_DONATION: '赞助、服务费和政府补助不记为捐赠',
  RECEIPT_NOT_ALLOWED: '匿名捐赠、认捐和非捐赠款项没有捐赠票据，请清空此项',
  RECEIPT_NUMBER_UNUSUAL: '票据号码[{value}]不是常见的10位数字，请核对',
  CAMPAIGN_NOT_OPEN: '募捐活动不在进行中',
  FUNDRAISER_NOT_QUALIFIED: '募捐方没有公开募捐资格',
  PROJECT_OF_ANOTHER_ORGANIZATION: '该项目属于另一家组织',
};

/** Yields in Chinese why a row is refused or what is to be looked at; of a code without a sentence, its message as it is. */
export function reasonInChinese(problem: ReasonedProblem): string {
  const sentence = Object.hasOwn(sentences, problem.code) ? sentences[problem.code] : undefined;
  if (sentence === undefined) return problem.message;
  const said: Readonly<Record<string, string | null | undefined>> = {
    value: problem.value,
    suggestion: problem.suggestion,
    allowed: problem.allowed,
  };
  return sentence.replace(/\[([^\]]*)\]/gu, (_, optional: string) => filled(optional, said) ?? '');
}

/** Fills in the one thing that an optional part names; null when the problem does not say it. */
function filled(part: string, said: Readonly<Record<string, string | null | undefined>>): string | null {
  const name = /\{(\w+)\}/u.exec(part)?.[1] ?? '';
  const text = said[name];
  if (text === null || text === undefined || text === '') return null;
  // Not the replacement itself, in which $& would mean something.
  return part.replace(/\{\w+\}/u, () => text.replace(/\s+/gu, ' '));
}

/** Codes that have a sentence. */
export const reasonCodes: readonly string[] = Object.keys(sentences);
