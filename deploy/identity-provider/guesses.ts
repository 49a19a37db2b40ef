import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Who pastes the wrong line of .env tries a few times. */
export const guessesPerAddress = 10;
const windowSeconds = 60;

/** Counts secrets that were typed and were wrong, so that nobody tries them by the thousand. */
export interface Guesses {
  /** Takes one of an address's guesses before it is looked at; yields the seconds to wait when none is left, else 0. */
  take(address: string): Promise<number>;
  /** Gives it back to who was right. Only that one: who knows a secret may not guess at another for ever. */
  giveBack(address: string): Promise<void>;
}

/** Opens the counts, which are those of this process. */
export function countGuesses(): Guesses {
  const limiter = new RateLimiterMemory({ points: guessesPerAddress, duration: windowSeconds });
  return {
    take: async (address) => {
      try {
        await limiter.consume(address);
        return 0;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.ceil(refused.msBeforeNext / 1_000);
      }
    },
    giveBack: async (address) => void (await limiter.reward(address)),
  };
}
