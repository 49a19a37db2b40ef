import type { CombinedError } from 'urql';
import { words } from './words.js';

/** Why the hub did not answer, or not all of it. */
export interface Refusal {
  /** A code of the API; OFFLINE when the hub could not be reached. */
  code: string;
  /** The hub's own words, in English. */
  message: string;
  path: readonly (string | number)[];
  extensions: Readonly<Record<string, unknown>>;
}

/** Lists what went wrong with a request. */
export function refusalsOf(error: CombinedError | undefined): readonly Refusal[] {
  if (error === undefined) return [];
  if (error.networkError !== undefined)
    return [{ code: 'OFFLINE', message: error.networkError.message, path: [], extensions: {} }];
  return error.graphQLErrors.map(({ message, path, extensions }) => ({
    code: String(extensions['code'] ?? 'INTERNAL'),
    message,
    path: path ?? [],
    extensions,
  }));
}

/** What a person is told of a code, and what to do. */
export const refusalWords = words<Record<string, string>>(
  {
    OFFLINE: '连接不上服务器，请检查网络后重试。',
    UNAUTHENTICATED: '登录已失效或尚未登录，请重新登录。',
    FORBIDDEN: '当前角色没有这项权限。',
    NOT_FOUND: '没有找到这条记录，它可能已被删除。',
    BAD_USER_INPUT: '填写的内容不符合要求。',
    CONFLICT: '同一时间有人改过这条记录，请刷新后再试。',
    LIMIT_EXCEEDED: '要求的数据量超出上限，请缩小范围。',
    RATE_LIMITED: '请求过于频繁，请稍后再试。',
    UNAVAILABLE: '这部分数据暂时不可用，请稍后重试。',
    INTERNAL: '系统出现故障，已记录，请稍后重试。',
  },
  {
    OFFLINE: 'The hub cannot be reached. Check the network and try again.',
    UNAUTHENTICATED: 'You are not signed in, or no longer. Please sign in again.',
    FORBIDDEN: 'Your role may not do this.',
    NOT_FOUND: 'This record was not found; it may have been removed.',
    BAD_USER_INPUT: 'What was entered does not meet the rules.',
    CONFLICT: 'Somebody changed this record at the same time. Refresh and try again.',
    LIMIT_EXCEEDED: 'This asks for more than is allowed. Choose a smaller part.',
    RATE_LIMITED: 'Too many requests. Try again in a moment.',
    UNAVAILABLE: 'This part is not available at the moment. Try again later.',
    INTERNAL: 'Something failed and has been logged. Try again later.',
  },
);
