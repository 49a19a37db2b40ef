import { useWords, words } from '../kit/words.js';

const texts = words<Record<string, string>>(
  {
    FILING_DAY_MISSING: '没有记录方案备案的日期（R-FND-02）。',
    FILING_MISSING: '没有记录备案编号（R-FND-02）。',
    PLAN_MISSING: '没有记录募捐方案（R-FND-04）。',
    QUALIFICATION_NOT_RECORDED: '没有记录募捐方的公开募捐资格（R-FND-01）。',
    FILING_NUMBER_UNUSUAL: '备案编号的形式不常见：通常是慈善组织的信用代码、字母 A 和五位数字（R-FND-16）。',
    FILING_NUMBER_OF_ANOTHER: '备案编号不是以募捐方的信用代码开头（R-FND-16）。',
  },
  {
    FILING_DAY_MISSING: 'No day of filing is on record (R-FND-02).',
    FILING_MISSING: 'No filing number is on record (R-FND-02).',
    PLAN_MISSING: 'No plan is on record (R-FND-04).',
    QUALIFICATION_NOT_RECORDED:
      'Nothing is on record about the qualification for public fundraising (R-FND-01).',
    FILING_NUMBER_UNUSUAL:
      'The filing number has an unusual form: it usually is the credit code of the charity, A and five digits (R-FND-16).',
    FILING_NUMBER_OF_ANOTHER:
      'The filing number does not begin with the credit code of the charity (R-FND-16).',
  },
);

/** Says what a person should look at; in the hub's own words where these pages know none. */
export function useWarningText(): (warning: { code: string; message: string }) => string {
  const known = useWords(texts);
  return ({ code, message }) => known[code] ?? message;
}
