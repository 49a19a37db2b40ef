import { z } from 'zod';
import type { Directory } from '#shared/directory.js';
import { internalViewer } from '#shared/viewer.js';

const areaName = z.tuple([z.string(), z.string(), z.string().nullable()]);

/** An area on record, as a file may name it. */
export interface KnownArea {
  code: string;
  name: string;
  parentCode: string | null;
}

/** Asks for all areas on record, some thousand short texts. */
export async function knownAreas(directory: Directory): Promise<KnownArea[]> {
  const { areaNames } = await directory.ask<{ areaNames: string }>('organizations', {
    query: 'query AreaNames { areaNames }',
    variables: {},
    viewer: internalViewer('imports'),
  });
  return z
    .array(areaName)
    .parse(JSON.parse(areaNames))
    .map(([code, name, parentCode]) => ({ code, name, parentCode }));
}
