import { untilAborted } from '../operation.js';

/** Asks, or waits for the answer to an equal question that is being asked; gives up waiting at the signal. */
export type JoinEqual<Answer> = (
  key: string,
  ask: (end: AbortSignal) => Promise<Answer>,
  signal?: AbortSignal,
) => Promise<Answer>;

/** One question, and how many wait for its answer. */
interface Asked<Answer> {
  answer: Promise<Answer>;
  waiting: number;
  isAnswered: boolean;
  end: AbortController;
}

/** Equal questions that are asked at the same time get one answer; it is given up when the last has gone who waited for it. */
export function joinEqual<Answer>(): JoinEqual<Answer> {
  const asked = new Map<string, Asked<Answer>>();
  const forget = (key: string, question: Asked<Answer>) => {
    if (asked.get(key) === question) asked.delete(key);
  };
  const begin = (key: string, ask: (end: AbortSignal) => Promise<Answer>): Asked<Answer> => {
    const end = new AbortController();
    const answer = ask(end.signal).finally(() => {
      question.isAnswered = true;
      forget(key, question);
    });
    const question: Asked<Answer> = { answer, waiting: 0, isAnswered: false, end };
    asked.set(key, question);
    return question;
  };
  return async (key, ask, signal) => {
    const question = asked.get(key) ?? begin(key, ask);
    question.waiting += 1;
    try {
      return await (signal === undefined ? question.answer : untilAborted(signal, question.answer));
    } finally {
      question.waiting -= 1;
      if (question.waiting === 0 && !question.isAnswered) {
        // Whoever asks from now on must not join what is being given up.
        forget(key, question);
        question.end.abort();
      }
    }
  };
}
