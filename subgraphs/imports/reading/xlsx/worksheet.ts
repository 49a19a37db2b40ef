import type { Cell, Line } from '../cell.js';
import { cellPlace, sheetColumns, sheetRows } from './place.js';
import { RichText } from './strings.js';
import { type CellContext, valueOf, type WrittenCell } from './value.js';
import { broken, type XmlListener } from './xml.js';

/** Hears the lines of a sheet. */
export class Worksheet implements XmlListener {
  private lines: Line[] = [];
  private row = 0;
  private column = -1;
  private cells: Cell[] = [];
  private cell: WrittenCell | null = null;
  private isValue = false;
  private readonly inline = new RichText();

  constructor(private readonly context: CellContext) {}

  /** Takes the lines that were heard since the last time. */
  take(): Line[] {
    const lines = this.lines;
    this.lines = [];
    return lines;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.cell !== null) this.openWithin(this.cell, name);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes.r);
  }

  text(text: string): void {
    if (this.cell === null) return;
    if (this.isValue) this.cell.value += text;
    else this.inline.add(text);
  }

  close(name: string): void {
    if (this.cell === null) {
      if (name === 'row' && this.cells.length > 0) this.lines.push({ number: this.row, cells: this.cells });
      return;
    }
    this.inline.close(name);
    if (name === 'v') this.isValue = false;
    if (name === 'is') this.cell.inline = this.inline.take();
    if (name === 'c') this.closeCell(this.cell);
  }

  /** Rows come in their order, each once; what another order means is anybody's guess. */
  private openRow(written: string | undefined): void {
    const row = written === undefined ? this.row + 1 : Number(written);
    if (!Number.isInteger(row) || row <= this.row || row > sheetRows) throw broken();
    this.row = row;
    this.column = -1;
    this.cells = [];
  }

  private openCell({ r: place, t: type = '', s: style }: Readonly<Record<string, string>>): void {
    this.column = place === undefined ? this.column + 1 : cellPlace(place).column;
    if (this.column >= sheetColumns) throw broken();
    this.cell = {
      type,
      style: style === undefined ? -1 : Number(style),
      hasFormula: false,
      value: '',
      inline: '',
    };
  }

  private openWithin(cell: WrittenCell, name: string): void {
    if (name === 'v') this.isValue = true;
    else if (name === 'f') cell.hasFormula = true;
    else this.inline.open(name);
  }

  private closeCell(cell: WrittenCell): void {
    this.cell = null;
    const value = valueOf(cell, this.context);
    // A style alone is no content.
    if (value === null) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = value;
  }
}
