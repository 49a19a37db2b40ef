/** A spreadsheet would run a cell that begins so as a formula. */
const formula = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = formula.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Writes rows as CSV that Excel opens with the right characters: UTF-8 with a byte order mark. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Hands a file to the browser to be saved. */
export function save(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves rows as a CSV file. */
export const saveCsv = (fileName: string, rows: readonly (readonly string[])[]): void =>
  save(fileName, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
