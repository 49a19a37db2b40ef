import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../unreadable.js';

/** What is heard of an XML, names without their prefixes. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads an XML piece by piece, and waits after each until you have taken what was heard. Throws for what is not well-formed or not
 * UTF-8, and for a document type: entities of a file's own are how a small text becomes a large one, or somebody else's.
 */
export async function hear(
  pieces: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  heard: () => Promise<void> | void = () => undefined,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = parserFor(listener);
  for await (const piece of pieces) {
    wellFormed(() => parser.write(decoder.decode(piece, { stream: true })));
    await heard();
  }
  wellFormed(() => parser.write(decoder.decode()).close());
  await heard();
}

function wellFormed(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken();
  }
}

function parserFor({ open, close, text }: XmlListener): SaxesParser<{ xmlns: false }> {
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  parser.on('doctype', () => {
    throw doctype();
  });
  parser.on('error', (error) => {
    throw error;
  });
  if (open !== undefined) parser.on('opentag', ({ name, attributes }) => open(localOf(name), attributes));
  if (close !== undefined) parser.on('closetag', ({ name }) => close(localOf(name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

const localOf = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** An attribute by its name without prefix, such as `r:id`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  const name = Object.keys(attributes).find((key) => localOf(key) === local);
  return name === undefined ? undefined : attributes[name];
}

const controlCharacter = /_x([0-9A-Fa-f]{4})_/g;

/** Yields what a text of a workbook says: characters that XML cannot hold are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(controlCharacter, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export const broken = (): UnreadableFile =>
  new UnreadableFile(
    'WORKBOOK_BROKEN',
    'A part of the workbook is not written as it must be. Save it as .xlsx anew.',
    '工作簿内容损坏，无法读取；请用 Excel 或 WPS 重新另存为 .xlsx 后再上传。',
  );

const doctype = (): UnreadableFile =>
  new UnreadableFile(
    'XML_DOCTYPE',
    'A part of the workbook declares a document type or entities; none is allowed. Save it as .xlsx anew.',
    '工作簿内部含有文档类型（DTD）或实体声明，不允许上传；请用 Excel 或 WPS 重新另存为 .xlsx。',
  );
