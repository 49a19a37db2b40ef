import { useRef, useState } from 'react';
import type { FormInstance } from 'antd';
import { MoveIncubation, type MoveIncubationMutation } from '../operations.js';
import { idempotencyKey, useChange } from '../kit/change.js';
import type { Refusal } from '../kit/refusal.js';
import type { KnownIncubation } from './history-drawer.js';
import { useFindingText } from './finding-text.js';
import type { Stage } from './stages.js';

/** What stands in the dialog. */
export interface MoveValues {
  to: Stage;
  note?: string;
  termStart?: string;
  termEnd?: string;
  finalScore?: string;
}

type Result = MoveIncubationMutation['moveIncubation'];
/** Why a step was not taken. */
export type Problem =
  Exclude<Result, { __typename: 'Incubation' }> | { __typename: 'Refused'; refusal: Refusal };

/** Yields what takes a step, and why the last attempt did not. */
export function useMove(
  { id, version }: KnownIncubation,
  form: FormInstance<MoveValues>,
  onMoved: (stage: Stage) => void,
) {
  const [change, isBusy] = useChange(MoveIncubation);
  const [problem, setProblem] = useState<Problem | null>(null);
  const findingText = useFindingText();
  const sent = useRef({ values: '', key: '' });
  const move = async ({ to, note, termStart, termEnd, finalScore }: MoveValues) => {
    const input = {
      incubationId: id,
      version,
      to,
      note: note || null,
      termStart: termStart || null,
      termEnd: termEnd || null,
      finalScore: finalScore || null,
    };
    // Only what was sent and not answered is repeated under its key.
    const values = JSON.stringify(input);
    if (sent.current.values !== values) sent.current = { values, key: idempotencyKey() };
    const { data, refusal } = await change({ input: { ...input, idempotencyKey: sent.current.key } });
    if (data === null) return setProblem({ __typename: 'Refused', refusal });
    sent.current = { values: '', key: '' };
    const result = data.moveIncubation;
    if (result.__typename === 'Incubation') return onMoved(result.stage);
    setProblem(result);
    if (result.__typename !== 'InvalidInput') return;
    form.setFields(
      result.problems.map((each) => ({ name: each.field as keyof MoveValues, errors: [findingText(each)] })),
    );
  };
  return { move, isBusy, problem };
}
