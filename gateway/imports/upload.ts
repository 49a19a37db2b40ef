import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import type { ImportFiles } from './files.js';

/** Of a part, as it is kept; the next is read when one is kept, so that an upload takes no more of this process's memory. */
const partBytes = 1024 * 1024;

/** What whoever sent a file hears. */
export interface ReceivedJob {
  id: string;
  status: string;
}

/** One file on its way into the imports subgraph. */
export class Upload {
  private readonly hash = createHash('sha256');
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private bytes = 0;
  private position = 0;

  constructor(
    private readonly files: ImportFiles,
    private readonly limits: Limits,
  ) {}

  /** Sends a body on, part by part; a file that is too long or breaks off leaves nothing behind. */
  async receive(noun: string, fileName: string, body: IncomingMessage): Promise<ReceivedJob> {
    const id = await this.files.open(noun, fileName);
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) await this.take(id, chunk);
      if (!body.complete) throw new HubError('BAD_USER_INPUT', 'file: the upload broke off.');
      await this.send(id, 0);
      return { id, status: await this.files.close(id, this.hash.digest('hex')) };
    } catch (error) {
      // Whether that is noted or not, the file is never read.
      await this.files.abandon(id).catch(() => undefined);
      throw error;
    }
  }

  private async take(id: string, chunk: Buffer): Promise<void> {
    this.bytes += chunk.length;
    if (this.bytes > this.limits.importBytes)
      throw limitExceeded('importBytes', this.limits, `more than ${this.limits.importBytes}`, 413);
    this.hash.update(chunk);
    this.waiting.push(chunk);
    this.waitingBytes += chunk.length;
    await this.send(id, partBytes);
  }

  /** Sends parts while more than so many bytes wait. */
  private async send(id: string, above: number): Promise<void> {
    while (this.waitingBytes > above) {
      const all = Buffer.concat(this.waiting);
      const part = all.subarray(0, partBytes);
      this.waiting = [all.subarray(part.length)];
      this.waitingBytes -= part.length;
      await this.files.append(id, this.position, part);
      this.position += 1;
    }
  }
}
