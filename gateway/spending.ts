import type { FastifyReply } from 'fastify';
import { HubError } from '#shared/errors.js';
import { type Budget, type Caller, type RateLimits, refusedPoints, windowSeconds } from './rate-limits.js';

/** What one request takes from its caller's budget; the answer's headers say what is left. */
export class Spending {
  private hasSpent = false;
  private budget: (Budget & { at: number }) | null = null;

  constructor(
    private readonly rates: RateLimits,
    private readonly caller: Caller,
    private readonly reply: FastifyReply,
  ) {}

  /** Throws RATE_LIMITED while the caller has to wait, before anything of its request is read. */
  check(): void {
    const seconds = this.rates.secondsToWait(this.caller);
    if (seconds === 0) return;
    this.hasSpent = true;
    throw this.tooMuch(seconds);
  }

  /** Takes points; throws RATE_LIMITED when so many are not left. */
  async spend(points: number): Promise<void> {
    this.hasSpent = true;
    const budget = await this.rates.spend(this.caller, Math.ceil(points));
    if (budget === null) return;
    this.budget = { ...budget, at: performance.now() };
    this.tell(budget);
    if (budget.isOverdrawn) throw this.tooMuch(budget.seconds);
  }

  /**
   * Yields in how many seconds the caller's next window begins, when half of this one is spent; 0 before. Who can wait leaves the other
   * half to what people wait for.
   */
  get secondsToSpare(): number {
    if (this.budget === null || this.budget.remaining * 2 > this.budget.limit) return 0;
    return Math.max(0, this.budget.seconds - (performance.now() - this.budget.at) / 1_000);
  }

  /** Takes the points of a request that was refused before it ran; throws RATE_LIMITED in the refusal's place. */
  async spendForRefusal(): Promise<void> {
    if (!this.hasSpent) await this.spend(refusedPoints);
  }

  private tell({ limit, remaining, seconds }: Budget): void {
    void this.reply.headers({
      'ratelimit-policy': `${limit};w=${windowSeconds}`,
      'ratelimit-limit': limit,
      'ratelimit-remaining': remaining,
      'ratelimit-reset': seconds,
    });
  }

  private tooMuch(seconds: number): HubError {
    void this.reply.header('retry-after', seconds);
    return new HubError(
      'RATE_LIMITED',
      `You have asked for too much in a short time; try again in ${seconds} s.`,
      {
        retryAfter: seconds,
        http: { status: 429 },
      },
    );
  }
}
