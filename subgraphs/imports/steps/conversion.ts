import { Piscina } from 'piscina';
import { builtFile } from '#shared/built-file.js';
import type { ConversionSpec, ConvertedLine } from '../columns/convert.js';
import type { Line } from '../reading/cell.js';

export type { ConvertedLine } from '../columns/convert.js';

/** Fifty thousand rows pass through it page by page; areas and their names are all that it keeps. */
const heapMb = 128;

/** Converts lines in a thread of its own: names of areas and words of enums are compared there, while this thread answers requests. */
export class Conversion {
  private readonly thread: Piscina;

  constructor(spec: ConversionSpec) {
    this.thread = new Piscina({
      filename: builtFile('subgraphs/imports/steps/conversion.worker.js'),
      minThreads: 1,
      maxThreads: 1,
      execArgv: [],
      workerData: spec,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
  }

  convert(lines: readonly Line[]): Promise<ConvertedLine[]> {
    return this.thread.run(lines, { name: 'convert' }) as Promise<ConvertedLine[]>;
  }

  close(): Promise<void> {
    return this.thread.destroy();
  }
}
