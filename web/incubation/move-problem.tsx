import { Alert, Button } from 'antd';
import { incubationStages } from '../kit/codes.js';
import { useRefusalText } from '../kit/notice.js';
import { useLabels, useWords, words } from '../kit/words.js';
import { useFindingText } from './finding-text.js';
import type { Stage } from './stages.js';
import type { Problem } from './use-move.js';

const texts = words(
  {
    stale: '没有推进：就在刚才有人改动了这条记录。',
    staleAdvice: '请先看最新的历史，再决定下一步；您填写的内容没有写入。',
    latest: '查看最新',
    invalid: (from: string, to: string): string => `没有推进：规则不允许从“${from}”到“${to}”（R-INC-01）。`,
    allowed: (stages: string): string => `现在可以推进到：${stages}。`,
    nowhere: '现在没有可去的阶段。',
    wrong: '没有推进，请先解决下面的问题：',
    refused: '没有推进。',
    between: '、',
  },
  {
    stale: 'Not moved: somebody has just changed this record.',
    staleAdvice: 'See its latest history, then decide; nothing of what you entered was written.',
    latest: 'See the latest',
    invalid: (from: string, to: string): string =>
      `Not moved: the rules know no step from “${from}” to “${to}” (R-INC-01).`,
    allowed: (stages: string): string => `It may now go to: ${stages}.`,
    nowhere: 'It can go nowhere from here.',
    wrong: 'Not moved; please resolve this first:',
    refused: 'Not moved.',
    between: ', ',
  },
);

/** Says why a step was not taken, and what to do. */
export function MoveProblem({ problem, onStale }: { problem: Problem | null; onStale(): void }) {
  const text = useWords(texts);
  const label = useLabels(incubationStages);
  const refusalText = useRefusalText();
  const findingText = useFindingText();
  if (problem === null) return null;
  const latest = <Button onClick={onStale}>{text.latest}</Button>;
  const labelled = (stages: readonly string[]) =>
    stages.map((stage) => label(stage as Stage)).join(text.between);
  switch (problem.__typename) {
    case 'StaleVersion':
      return (
        <Alert type="warning" showIcon title={text.stale} description={text.staleAdvice} action={latest} />
      );
    case 'InvalidTransition': {
      const { from, to, allowed } = problem;
      const advice = allowed.length === 0 ? text.nowhere : text.allowed(labelled(allowed));
      const title = text.invalid(label(from as Stage), label(to as Stage));
      return <Alert type="warning" showIcon title={title} description={advice} action={latest} />;
    }
    case 'InvalidInput': {
      const lines = problem.problems.map((each) => <li key={each.field + each.code}>{findingText(each)}</li>);
      return <Alert type="error" showIcon title={text.wrong} description={<ul>{lines}</ul>} />;
    }
    case 'Refused':
      return <Alert type="error" showIcon title={text.refused} description={refusalText(problem.refusal)} />;
  }
}
