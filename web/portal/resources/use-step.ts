import { idempotencyKey, useChange } from '../../kit/change.js';
import { useRefusalText } from '../../kit/notice.js';
import { useWords, words } from '../../kit/words.js';
import { PublishMyResource, WithdrawMyResource } from '../../operations.js';

export type Step = 'publish' | 'withdraw';

const texts = words(
  {
    stale: '别人刚改过这项资源，请看过新内容再操作。',
    transition: '它的状态刚刚变了，现在不能这样操作。',
    same: (title: string): string => `已有同名的资源“${title}”，请先改名。`,
  },
  {
    stale: 'Somebody has just changed it: look at it before you go on.',
    transition: 'Its status has just changed, so this is not possible now.',
    same: (title: string): string => `There is a resource of the same title, “${title}”: rename it first.`,
  },
);

interface Known {
  id: string;
  version: number;
}

/** Yields what publishes or withdraws a resource as it was read; it answers with a reason where that did not go. */
export function useStep(): (step: Step, resource: Known) => Promise<{ reason: string | null }> {
  const all = useWords(texts);
  const refusalText = useRefusalText();
  const [publish] = useChange(PublishMyResource);
  const [withdraw] = useChange(WithdrawMyResource);
  const reasonIn = (outcome: { __typename: string; existing?: { title: string } }): string | null => {
    switch (outcome.__typename) {
      case 'Resource':
        return null;
      case 'ResourceAlreadyRegistered':
        return all.same(outcome.existing?.title ?? '');
      case 'StaleVersion':
        return all.stale;
      default:
        return all.transition;
    }
  };
  return async (step, { id, version }) => {
    const input = { resourceId: id, version, idempotencyKey: idempotencyKey() };
    const { data, refusal } = await (step === 'publish' ? publish({ input }) : withdraw({ input }));
    if (refusal !== null) return { reason: refusalText(refusal) };
    return { reason: reasonIn('publishResource' in data ? data.publishResource : data.withdrawResource) };
  };
}
