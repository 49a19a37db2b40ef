import { useWords, words } from '../kit/words.js';

const texts = words<Record<string, string>>(
  {
    NOT_REGISTERED: '机构尚未登记，不能出壳（R-INC-04）。',
    USCC_INVALID: '机构没有有效的统一社会信用代码，不能出壳（R-INC-04）。',
    MIDTERM_NOT_PASSED: '还没有通过中期评估（R-INC-04）。',
    RECTIFICATION_OPEN: '整改还没有完成（R-INC-04）。',
    FINAL_SCORE_TOO_LOW: '终期评分不到 60 分（R-INC-04）。',
    REGISTERED_OUTSIDE_TERM: '入壳时未登记的机构须在孵化期内登记（R-INC-04）。',
    SCORE_OUT_OF_RANGE: '请填 0 到 100，最多两位小数。',
    SCORE_NOT_EXPECTED: '这一步不填评分。',
    TERM_NOT_EXPECTED: '这一步不约定孵化期。',
    TERM_TOO_LONG: '孵化期连同延期不超过二十四个月（R-INC-05）。',
    PERIOD_EMPTY: '最后一天要晚于原来的最后一天，也要晚于第一天。',
    PERSONAL_NUMBER: '请去掉证件号码、电话等个人信息。',
  },
  {
    NOT_REGISTERED: 'It is not registered, so it cannot graduate (R-INC-04).',
    USCC_INVALID: 'It has no valid unified social credit code, so it cannot graduate (R-INC-04).',
    MIDTERM_NOT_PASSED: 'No midterm review was passed (R-INC-04).',
    RECTIFICATION_OPEN: 'A rectification is not finished (R-INC-04).',
    FINAL_SCORE_TOO_LOW: 'The final score is below 60 (R-INC-04).',
    REGISTERED_OUTSIDE_TERM:
      'One that was not registered when it was admitted must register within its term (R-INC-04).',
    SCORE_OUT_OF_RANGE: 'Enter 0 to 100 with at most two decimals.',
    SCORE_NOT_EXPECTED: 'No score is given at this step.',
    TERM_NOT_EXPECTED: 'No term is agreed at this step.',
    TERM_TOO_LONG: 'A term with its extension has at most twenty-four months (R-INC-05).',
    PERIOD_EMPTY: 'The last day must be after the present one and after the first.',
    PERSONAL_NUMBER: 'Please leave out identity numbers, telephone numbers and the like.',
  },
);

/** Says what is wrong with a value; in the hub's own words where these pages know none. */
export function useFindingText(): (finding: { code: string; message: string }) => string {
  const known = useWords(texts);
  return ({ code, message }) => known[code] ?? message;
}
