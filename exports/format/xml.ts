/** What XML 1.0 has no way to write: control characters, halves of surrogate pairs, and two that are no characters. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const special = /[&<>"\t\n\r]/g;
const written: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes a space of each in an attribute, unless it is written so.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Writes a text for an element or a quoted attribute; what cannot be written is left out. */
export const xmlText = (text: string): string =>
  text.replace(unwritable, '').replace(special, (found) => written[found] ?? '');

/** Writes attributes, each behind a space; those that are null are left out. */
export const attributes = (values: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
