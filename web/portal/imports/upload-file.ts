import { bearer } from '../../kit/session.js';

/** What became of an upload. */
export type Uploaded = { id: string } | { code: string };

export type Noun = 'partners' | 'resources' | 'organizations' | 'donations';

/** Of a file; the hub refuses a larger one (LIMIT_IMPORT_BYTES). */
export const bytesMax = 10 * 1024 * 1024;

interface AnswerOfUpload {
  data?: { importJob?: { id?: string } };
  errors?: { extensions?: { code?: string } }[];
}

const answerIn = (text: string): Uploaded => {
  try {
    const { data, errors } = JSON.parse(text) as AnswerOfUpload;
    const id = data?.importJob?.id;
    return id === undefined ? { code: errors?.[0]?.extensions?.code ?? 'INTERNAL' } : { id };
  } catch {
    return { code: 'INTERNAL' };
  }
};

/** Sends a file of rows and tells how far it is, 0 to 1; `fetch` cannot tell that of what is sent. */
export function uploadFile(noun: Noun, file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/imports/${noun}?fileName=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(bearer())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () => resolve(answerIn(request.responseText)));
    request.addEventListener('error', () => resolve({ code: 'OFFLINE' }));
    request.send(file);
  });
}

/** Fetches the refused rows of a job with their reasons; null where that did not go. */
export async function refusedRows(jobId: string): Promise<Blob | null> {
  try {
    const answer = await fetch(`/imports/jobs/${jobId}/refused.xlsx`, { headers: bearer() });
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
