import { expect, test } from '@jest/globals';
import { withoutPersonalNumbers } from '#shared/text.js';
import { organizationCodeCheck, usccCheck } from '#shared/uscc.js';
import { cellsOf, rawWorkbook, readAll } from './kit.js';

/** Numbers that are valid by form and belong to nobody: a division that does not exist. */
const identity = (first17: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
};
const person = identity('99999920120229001');
const mobile = '13800138000';

test('are taken out of every cell before a line leaves the thread, and counted', async () => {
  const text = `名称,电话,备注\n甲,${mobile},联系人 ${person} 与 ${mobile}\n乙,0799-6661234,无\n`;
  const { facts, sheets } = await readAll(text, { name: `名单 ${mobile}.csv` });
  expect(facts.personalCells).toBe(2);
  expect(sheets[0]?.map(({ cells }) => cells)).toEqual([
    ['名称', '电话', '备注'],
    ['甲', ['personal', '（已隐去）'], ['personal', '联系人 （已隐去） 与 （已隐去）']],
    ['乙', '0799-6661234', '无'],
  ]);
  expect(JSON.stringify([facts, sheets])).not.toContain(mobile);
});

test('are taken out of workbooks and JSON, of numbers, formulas and names too', async () => {
  const bytes = await rawWorkbook({
    sheets: [
      `<sheetData><row><c><v>${mobile}</v></c><c t="str"><f>A1</f><v>${person}</v></c><c><v>4.2010619900101102E+17</v></c></row></sheetData>`,
    ],
  });
  const personal = ['personal', '（已隐去）'];
  expect(await cellsOf(bytes)).toEqual([[personal, personal, personal]]);
  expect(await cellsOf(JSON.stringify([{ [mobile]: Number(mobile), b: [person, 'x'] }]))).toEqual([
    [personal, 'b'],
    [personal, ['personal', '（已隐去）、x']],
  ]);
});

test('written in other characters or with spaces are found as well', () => {
  const wide = mobile.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  for (const written of [
    wide,
    '138 0013 8000',
    '138-0013-8000',
    `${person.slice(0, 6)} ${person.slice(6)}`,
    `86${mobile}`,
  ])
    expect(withoutPersonalNumbers(`电话：${written}。`, '#')).toBe('电话:#。');
});

test('a credit code is none, also when its digits are those of a person', async () => {
  // Both checks of a code, and by chance that of a person as well.
  const code = ((): string => {
    for (let serial = 0; ; serial += 1) {
      const organization = `120115${String(serial % 100).padStart(2, '0')}`;
      const first17 = `51${String(1_100 + Math.floor(serial / 100))}20${organization}${organizationCodeCheck(organization)}`;
      const whole = first17 + usccCheck(first17);
      if (/^\d{18}$/.test(whole) && withoutPersonalNumbers(whole, '') !== null) return whole;
      if (serial > 100_000) throw new Error('There is no such code.');
    }
  })();
  expect(await cellsOf(`代码\n${code}\n社会信用代码：${code}\n`)).toEqual([
    ['代码'],
    [code],
    [`社会信用代码：${code}`],
  ]);
});
