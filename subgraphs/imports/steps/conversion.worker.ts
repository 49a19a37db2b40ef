import { workerData } from 'piscina';
import { type ConversionSpec, type ConvertedLine, convertLines } from '../columns/convert.js';
import type { Line } from '../reading/cell.js';

const spec = workerData as ConversionSpec;

/** Converts one page of lines. */
export const convert = (lines: Line[]): ConvertedLine[] => convertLines(spec, lines);
