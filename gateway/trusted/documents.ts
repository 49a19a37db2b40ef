import type { Env } from '#shared/env.js';
import { StartError } from '#shared/start-error.js';
import type { Viewer } from '#shared/viewer.js';
import { documentIdOf, type Manifest, manifestOf, operationNameOf, readManifest } from './manifest.js';

/** Whose documents run: strangers and dashboards only those that the hub knows, analysts and admins any within the limits. */
export type Profile = 'public' | 'dashboard' | 'adhoc';

/** The operations that the hub's own pages ask, and what an operator adds to them. */
export interface TrustedDocuments {
  profileOf(viewer: Viewer): Profile;
  /** Yields the document of an id (`sha256:…`), or null. */
  find(id: string): TrustedDocument | null;
  /** Ids by the name of the operation. */
  readonly ids: Readonly<Record<string, string>>;
}

export interface TrustedDocument {
  /** Of its operation: nobody outside chooses it, so it may stand in logs and metrics. */
  name: string;
  text: string;
}

export interface TrustedOptions {
  manifest: Manifest;
  /** Whether strangers and dashboards are kept to the manifest. */
  required: boolean;
}

/** Makes the documents of a manifest askable by their ids. */
export function trustedDocuments({ manifest, required }: TrustedOptions): TrustedDocuments {
  const known = new Map(
    Object.values(manifest).map((text) => [documentIdOf(text), { name: operationNameOf(text), text }]),
  );
  return {
    profileOf: ({ subject, roles }) => {
      if (!required || roles.includes('analyst') || roles.includes('admin')) return 'adhoc';
      return subject === null ? 'public' : 'dashboard';
    },
    find: (id) => known.get(id) ?? null,
    ids: Object.fromEntries([...known].map(([id, { name }]) => [name, id])),
  };
}

/** Nothing is known, and everybody may ask what he likes. */
export const noTrustedDocuments = trustedDocuments({ manifest: {}, required: false });

type Settings = Pick<Env, 'TRUSTED_DOCUMENTS' | 'TRUSTED_DOCUMENTS_DIR' | 'OIDC_ISSUER'>;

/** Reads the manifest of the pages, and the documents that TRUSTED_DOCUMENTS_DIR adds. */
export function chosenDocuments(env: Settings, manifestFile: string): TrustedDocuments {
  const { TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_DIR, OIDC_ISSUER } = env;
  const required = TRUSTED_DOCUMENTS === undefined ? OIDC_ISSUER !== undefined : TRUSTED_DOCUMENTS === 'on';
  const added = TRUSTED_DOCUMENTS_DIR === undefined ? {} : documentsIn(TRUSTED_DOCUMENTS_DIR);
  return trustedDocuments({ manifest: { ...readManifest(manifestFile), ...added }, required });
}

function documentsIn(folder: string): Manifest {
  try {
    return manifestOf(folder);
  } catch (error) {
    throw new StartError(
      `TRUSTED_DOCUMENTS_DIR: ${folder} cannot be read (${(error as NodeJS.ErrnoException).code}); a folder of .graphql files is expected.`,
    );
  }
}
