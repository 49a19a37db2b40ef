import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import type { ImportFiles } from './files.js';

/** Of a part, as it is kept; the next is read when one is kept, so that an upload takes no more of this process's memory. */
const partBytes = 1024 * 1024;

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
    /** The job that waits for it. */
    private readonly id: string,
  ) {}

  /** Sends a body on, part by part, and yields its job's status; a file that is too long or breaks off leaves nothing behind. */
  async receive(body: IncomingMessage): Promise<string> {
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) await this.take(chunk);
      if (!body.complete) throw new HubError('BAD_USER_INPUT', 'file: the upload broke off.');
      await this.send(0);
      return await this.files.close(this.id, this.hash.digest('hex'));
    } catch (error) {
      // Whether that is noted or not, the file is never read.
      await this.files.abandon(this.id).catch(() => undefined);
      throw error;
    }
  }

  private async take(chunk: Buffer): Promise<void> {
    this.bytes += chunk.length;
    if (this.bytes > this.limits.importBytes)
      throw limitExceeded('importBytes', this.limits, `more than ${this.limits.importBytes}`, 413);
    this.hash.update(chunk);
    this.waiting.push(chunk);
    this.waitingBytes += chunk.length;
    await this.send(partBytes);
  }

  /** Sends parts while more than so many bytes wait. */
  private async send(above: number): Promise<void> {
    while (this.waitingBytes > above) {
      const all = Buffer.concat(this.waiting);
      const part = all.subarray(0, partBytes);
      this.waiting = [all.subarray(part.length)];
      this.waitingBytes -= part.length;
      await this.files.append(this.id, this.position, part);
      this.position += 1;
    }
  }
}
