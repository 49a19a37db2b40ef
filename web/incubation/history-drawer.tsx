import { useState } from 'react';
import { Button, Drawer, Skeleton } from 'antd';
import { IncubationHistory, type IncubationHistoryQuery } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { incubationStages } from '../kit/codes.js';
import { Notice } from '../kit/notice.js';
import { type KnownViewer, useViewer } from '../kit/viewer.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import { Facts } from './facts.js';
import { History } from './history.js';
import { MoveDialog } from './move-dialog.js';
import { ownTargets, type Stage } from './stages.js';

const texts = words(
  {
    loading: '孵化历史',
    close: '关闭',
    move: '推进',
    moved: (stage: string): string => `已推进到“${stage}”。`,
    ended: '这是终点，不再推进。',
    forbidden: '由所在孵化基地或管理员推进；机构自己可以撤回或退出。您当前的角色不能推进它。',
    missing: '没有找到这条孵化记录，它可能已被删除。',
  },
  {
    loading: 'History of an incubation',
    close: 'Close',
    move: 'Move on',
    moved: (stage: string): string => `Moved to “${stage}”.`,
    ended: 'This is the end of the way.',
    forbidden:
      'Its base or an administrator moves it on; the organization itself may withdraw or leave. Your role may not move it.',
    missing: 'This incubation was not found; it may have been removed.',
  },
);

export type KnownIncubation = NonNullable<IncubationHistoryQuery['incubation']>;

/** Tells what a viewer is offered; what is allowed decides the hub. */
function targetsOf({ is, organizationId }: KnownViewer, incubation: KnownIncubation): readonly Stage[] {
  const { allowedTransitions, base, organization } = incubation;
  if (is('admin')) return allowedTransitions;
  if (!is('organization') || organizationId === null) return [];
  if (organizationId === base?.id) return allowedTransitions;
  if (organizationId !== organization?.id) return [];
  return allowedTransitions.filter((stage) => ownTargets.includes(stage));
}

/** The whole history of one incubation, and the way on. */
export function HistoryDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const { loading, close, missing } = useWords(texts);
  const nameOf = useName();
  const viewer = useViewer();
  const answer = useAsk(IncubationHistory, { id, isSignedIn: viewer.subject !== null });
  const incubation = answer.data?.incubation;
  return (
    <Drawer
      open
      size={480}
      className="incubation-drawer"
      title={incubation == null ? loading : nameOf(incubation.organization)}
      closable={{ 'aria-label': close }}
      onClose={onClose}
    >
      <Notice answer={answer} />
      {answer.isLoading && <Skeleton active paragraph={{ rows: 10 }} />}
      {answer.data !== undefined && incubation == null && <p className="empty">{missing}</p>}
      {incubation != null && (
        <>
          <Facts incubation={incubation} />
          <WayOn incubation={incubation} targets={targetsOf(viewer, incubation)} onStale={answer.refresh} />
          <History incubation={incubation} isSignedIn={viewer.subject !== null} />
        </>
      )}
    </Drawer>
  );
}

interface WayOnProps {
  incubation: KnownIncubation;
  targets: readonly Stage[];
  onStale(): void;
}

function WayOn({ incubation, targets, onStale }: WayOnProps) {
  const { move, moved, ended, forbidden } = useWords(texts);
  const label = useLabels(incubationStages);
  const [isOpen, setOpen] = useState(false);
  const [reached, setReached] = useState<Stage | null>(null);
  const done = (stage: Stage) => {
    setReached(stage);
    setOpen(false);
  };
  return (
    <div className="incubation-way-on">
      <p role="status">{reached !== null && moved(label(reached))}</p>
      {targets.length > 0 ? (
        <Button type="primary" autoInsertSpace={false} onClick={() => setOpen(true)}>
          {move}
        </Button>
      ) : (
        <p className="quiet">{incubation.allowedTransitions.length === 0 ? ended : forbidden}</p>
      )}
      {isOpen && (
        <MoveDialog
          incubation={incubation}
          targets={targets}
          onMoved={done}
          onClose={() => setOpen(false)}
          onStale={() => {
            setOpen(false);
            onStale();
          }}
        />
      )}
    </div>
  );
}
