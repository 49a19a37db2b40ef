/** What is known of a sheet. */
export interface SheetFacts {
  /** From 0, in the order of the file. */
  position: number;
  name: string;
  /** Lines that hold something. */
  rows: number;
  /** Up to the last that holds something. */
  columns: number;
  hidden: boolean;
  /** Areas of merged cells. */
  mergedCells: number;
}

/** Something noteworthy that did not keep the file from being read. */
export interface FileNote {
  code: 'ENCODING' | 'EXTERNAL_LINKS_IGNORED' | 'CHARTS_IGNORED' | 'JSON_VALUES_IGNORED';
  message: string;
  messageZh: string;
}

export type FileFormat = 'XLSX' | 'CSV' | 'JSON';

/** What is known of a file that was read. */
export interface FileFacts {
  format: FileFormat;
  /** Of a text: UTF-8, GB18030, UTF-16LE or UTF-16BE. */
  encoding: string | null;
  sheets: SheetFacts[];
  /** Cells from which a person's number was taken out. */
  personalCells: number;
  notes: FileNote[];
}
