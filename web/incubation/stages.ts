import { incubationStages } from '../kit/codes.js';

export type Stage = keyof typeof incubationStages;

/** Every stage, in the order of the way. */
export const stages = Object.keys(incubationStages) as Stage[];

const ended: readonly Stage[] = ['GRADUATED', 'ALUMNI', 'REJECTED', 'WITHDRAWN', 'EXITED'];

/** Stages in which something is still to be done; the board begins with them. */
export const openStages: readonly Stage[] = stages.filter((stage) => !ended.includes(stage));

/** Stages that an organization may bring itself to; everything else is its base's to decide (R-INC-01). */
export const ownTargets: readonly Stage[] = ['WITHDRAWN', 'EXITED'];
