import { words } from '../../kit/words.js';
import type { LinkStatus } from '../search.js';

/** What one does to a link to bring it to a status. */
export const stepTexts = words<Record<LinkStatus, string>>(
  {
    PROPOSED: '提出',
    ACCEPTED: '接受',
    ACTIVE: '开始使用',
    FULFILLED: '确认完成',
    DECLINED: '谢绝',
    CANCELLED: '取消对接',
  },
  {
    PROPOSED: 'Propose',
    ACCEPTED: 'Accept',
    ACTIVE: 'Begin',
    FULFILLED: 'Mark as fulfilled',
    DECLINED: 'Decline',
    CANCELLED: 'Cancel the link',
  },
);
