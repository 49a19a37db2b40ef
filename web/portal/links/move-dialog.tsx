import { useState } from 'react';
import { Alert, Input, Modal } from 'antd';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { resourceLinkStatuses } from '../../kit/codes.js';
import { amount } from '../../kit/format.js';
import { useRefusalText } from '../../kit/notice.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { MoveResourceLink, type MoveResourceLinkMutation } from '../../operations.js';
import { useProblemText } from '../common/problems.js';
import type { LinkStatus } from '../search.js';
import { stepTexts } from './steps.js';
import type { Link } from './use-links.js';

const texts = words(
  {
    what: (resource: string, organization: string): string => `${resource} · ${organization}`,
    note: '说明（选填，至多 1000 字）',
    reason: '原因（必填，对方会看到）',
    noReason: '请写明原因，对方需要知道为什么。',
    cancel: '返回',
    stale: (status: string): string =>
      `刚刚有人动过这个对接，它现在是“${status}”。上面已是最新内容，请看过后再决定。`,
    capacity: (left: string): string =>
      `资源只剩 ${left}，不够这个对接。可以先在“我的资源”增加数量，或谢绝后请对方减少数量。`,
    transition: (status: string): string => `它现在是“${status}”，不能再这样操作。`,
  },
  {
    what: (resource: string, organization: string): string => `${resource} · ${organization}`,
    note: 'Note (may be left out; at most 1,000 characters)',
    reason: 'Reason (needed; the other side reads it)',
    noReason: 'Please give a reason: the other side needs to know.',
    cancel: 'Back',
    stale: (status: string): string =>
      `Somebody has just moved this link; it is now “${status}”. What you see is up to date: please look again.`,
    capacity: (left: string): string =>
      `Only ${left} of the resource is left, which is not enough. Raise its quantity under “Resources”, or decline and ask for less.`,
    transition: (status: string): string => `It is now “${status}”, from where this is not possible.`,
  },
);

interface MoveDialogProps {
  link: Link;
  to: LinkStatus;
  onClose(): void;
  /** Reads the link again. */
  onRefresh(): void;
}

type Outcome = MoveResourceLinkMutation['moveLink'];

/** Yields what says why a step was not taken, and what to do. */
function useWhyNot({ resource, status }: Link): (outcome: Outcome) => string | null {
  const all = useWords(texts);
  const label = useLabels(resourceLinkStatuses);
  const problemText = useProblemText();
  return (outcome) => {
    switch (outcome.__typename) {
      case 'ResourceLink':
        return null;
      case 'StaleVersion':
        return all.stale(label(status));
      case 'CapacityExceeded':
        return all.capacity(`${amount(outcome.remaining)} ${resource.unit}`);
      case 'InvalidTransition':
        return all.transition(label(outcome.from as LinkStatus));
      case 'InvalidInput':
        return outcome.problems.map(problemText).join(' ');
    }
  };
}

/** Takes one step of a link, with a note or a reason. */
export function MoveDialog({ link, to, onClose, onRefresh }: MoveDialogProps) {
  const all = useWords(texts);
  const step = useWords(stepTexts)[to];
  const refusalText = useRefusalText();
  const whyNot = useWhyNot(link);
  const [move, isBusy] = useChange(MoveResourceLink);
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const needsReason = to === 'DECLINED' || to === 'CANCELLED';
  const send = async () => {
    setOutcome(null);
    if (needsReason && note.trim() === '') return setMistake(all.noReason);
    setMistake(null);
    const input = { linkId: link.id, to, version: link.version, note: note.trim() || null };
    const { data, refusal } = await move({ input: { ...input, idempotencyKey: idempotencyKey() } });
    if (refusal !== null) return setMistake(refusalText(refusal));
    if (data.moveLink.__typename === 'ResourceLink') return onClose();
    setOutcome(data.moveLink);
    onRefresh();
  };
  const reason = mistake ?? (outcome === null ? null : whyNot(outcome));
  const label = needsReason ? all.reason : all.note;
  return (
    <Modal
      open
      title={step}
      okText={step}
      cancelText={all.cancel}
      confirmLoading={isBusy}
      okButtonProps={{ danger: needsReason, disabled: !link.allowedTransitions.includes(to) }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{all.what(link.resource.title, link.organization?.name ?? '')}</p>
      <div className="portal-field">
        <label htmlFor="move-note">{label}</label>
        <Input.TextArea
          id="move-note"
          rows={3}
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div>{reason !== null && <Alert type="warning" showIcon title={reason} />}</div>
    </Modal>
  );
}
