import type { Finding } from '#shared/finding.js';
import type { Viewer } from '#shared/viewer.js';
import type { Writer } from '#shared/writer.js';
import { examineWords } from '../resource/resource.examination.js';
import { countEvents } from './link-event.queries.js';
import { LinkEvent, type ResourceLink, type ResourceLinkStatus } from './resource-link.entity.js';

const noteMax = 1_000;

/** Says what keeps a note from standing in a link's history. */
export function examineNote(note: string | null | undefined): Finding[] {
  return note == null ? [] : examineWords(note, noteMax, true);
}

/** Adds the step that brought a link to its state; the link is held, so its steps are numbered without gaps. */
export async function appendEvent(
  writer: Writer,
  { subject }: Viewer,
  { id: linkId, status: to }: ResourceLink,
  step: { from: ResourceLinkStatus | null; note?: string | null | undefined },
): Promise<void> {
  const position = step.from === null ? 1 : (await countEvents(writer.em, linkId)) + 1;
  await writer.insertParts(LinkEvent, [
    { linkId, position, from: step.from, to, note: step.note ?? null, actor: subject },
  ]);
}
