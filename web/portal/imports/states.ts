import type { importStatuses } from '../../kit/codes.js';

export type ImportStatus = keyof typeof importStatuses;

export const statusTones: Readonly<Record<ImportStatus, 'good' | 'warn' | 'bad' | 'neutral'>> = {
  RECEIVING: 'neutral',
  WAITING: 'neutral',
  READING: 'neutral',
  READY: 'warn',
  CHECKING: 'neutral',
  CHECKED: 'warn',
  WRITING: 'neutral',
  WRITTEN: 'good',
  UNDOING: 'neutral',
  UNDONE: 'neutral',
  FAILED: 'bad',
};

const busy: readonly ImportStatus[] = ['RECEIVING', 'WAITING', 'READING', 'CHECKING', 'WRITING', 'UNDOING'];

/** Whether the hub is at work on it, so that it changes by itself. */
export const isBusy = (status: ImportStatus): boolean => busy.includes(status);

/** Where an import stands among its four steps, from 0. */
export function stepAt(status: ImportStatus): number {
  if (status === 'READY') return 1;
  if (status === 'CHECKING' || status === 'CHECKED') return 2;
  return ['WRITING', 'WRITTEN', 'UNDOING', 'UNDONE'].includes(status) ? 3 : 0;
}
