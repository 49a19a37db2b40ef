import type { Archive } from './archive.js';
import { hear, unescaped } from './xml.js';

/** Gathers the texts of a rich text: its runs, without the reading aids beside them. */
export class RichText {
  private text = '';
  private isText = false;
  private aids = 0;

  open(name: string): void {
    if (name === 't') this.isText = this.aids === 0;
    else if (name === 'rPh') this.aids += 1;
  }

  close(name: string): void {
    if (name === 't') this.isText = false;
    else if (name === 'rPh') this.aids -= 1;
  }

  add(text: string): void {
    if (this.isText) this.text += text;
  }

  /** Yields what was gathered, and begins anew. */
  take(): string {
    const text = unescaped(this.text);
    this.text = '';
    return text;
  }
}

/** Reads the texts that the sheets of a workbook share. */
export async function readStrings(archive: Archive, path: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (path === null || !archive.has(path)) return strings;
  const text = new RichText();
  await hear(archive.read(path), {
    open: (name) => text.open(name),
    text: (piece) => text.add(piece),
    close: (name) => {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}
