import type { Asking } from '#shared/directory.js';
import { anonymous } from '#shared/viewer.js';

/** What the books ask about others is public; a stranger's question costs the owner no transaction around each statement. */
export const asStranger = (asking: Asking): Asking => ({ ...asking, viewer: anonymous });
