import { useLanguage } from '../../kit/words.js';

/** What is wrong with one value, as the hub answers it. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
  found?: string | null;
  allowed?: string | null;
}

/** Chinese sentences by code; {found} and {allowed} stand for what the problem says. English is the hub's own message. */
const sentences: Readonly<Record<string, string>> = {
  CATEGORY_MISSING: '请选择类别。',
  TEXT_BLANK: '此项必填，不能为空。',
  TEXT_TOO_LONG: '内容过长（{found} 字），{allowed} 字。',
  TEXT_CONTROL_CHARACTER: '含有不可见的控制字符（{found}），请删除后重新填写。',
  TEXT_NOT_WELL_FORMED: '含有损坏的字符，请重新填写。',
  PERSONAL_NUMBER: '含有身份证号或手机号，系统不保存个人号码，请删除。',
  QUANTITY_MISSING: '请填写大于 0 的数量。',
  QUANTITY_MALFORMED: '这不是数量，请填数字，如 12.5。',
  QUANTITY_NOT_POSITIVE: '数量应大于 0。',
  QUANTITY_TOO_PRECISE: '数量的小数至多 3 位。',
  QUANTITY_TOO_LARGE: '数量过大，整数部分至多 15 位。',
  PERIOD_EMPTY: '最后一天不能早于第一天。',
  AREA_BAD_FORM: '这不是行政区划代码，应为 6、9 或 12 位数字。',
  AREA_PLACEHOLDER: '“市辖区”是统计占位，请选择具体的区或市。',
  AREA_REPEATED: '地区重复，每个只选一次。',
  TOO_MANY_AREAS: '地区过多，至多 50 个；请改选它们的上级地区。',
  USCC_LENGTH: '统一社会信用代码应为 18 位，您填了 {found} 位。',
  USCC_BAD_CHAR: '“{found}”不是信用代码允许的字符（数字和除 I、O、S、V、Z 外的大写字母）。',
  USCC_BAD_FORM: '第 3 至 8 位是登记机关的行政区划码，应为 6 位数字，您填的是 {found}。',
  USCC_BAD_CHECK: '第18位校验码应为 {allowed}，您填的是 {found}',
  USCC_KIND_MISMATCH: '信用代码以 {found} 开头，与所选类型不符，该类型应以 {allowed} 开头。',
  USCC_UNKNOWN_PREFIX: '没有以 {found} 开头的信用代码类别，请核对。',
  USCC_UNKNOWN_DIVISION: '代码中的行政区划 {found} 没有记录，可能已撤销。',
  ORG_CODE_CHECK: '第17位（组织机构代码校验位）应为 {allowed}，您填的是 {found}，请核对。',
  CAPACITY_EXCEEDED: '已对接的数量比这多，不能改得这么小。',
  TITLE_TAKEN: '已有同名的资源，请换一个名称。',
};

/** What a sentence takes of a hub's English figures, such as "17 characters" or "at most 200". */
const figure = (text: string | null | undefined): string =>
  (text ?? '').replace(/^(\d+) characters$/, '$1').replace(/^at most (\d+)$/, '至多 $1');

/** Says a problem in Chinese; what has no sentence is said as the hub said it. */
export function inChinese({ code, message, found, allowed }: FieldProblem): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return sentence === undefined
    ? message
    : sentence.replace('{found}', () => figure(found)).replace('{allowed}', () => figure(allowed));
}

/** Yields what says a problem in the reader's language. */
export function useProblemText(): (problem: FieldProblem) => string {
  const language = useLanguage();
  return (problem) => (language === 'zh' ? inChinese(problem) : problem.message);
}
