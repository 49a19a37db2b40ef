/** What a spreadsheet takes a text for a formula by, in half and full width; a tab or a line end before it does not keep it from that. */
const beginning = /^[=+\-@\t\r＝＋－＠]/;
const escapedBeginning = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula. */
export const escapeFormula = (text: string): string => (beginning.test(text) ? `'${text}` : text);

/** Takes that apostrophe away again: a file that the hub has written is read as what was written. */
export const unescapeFormula = (text: string): string => text.replace(escapedBeginning, '');
