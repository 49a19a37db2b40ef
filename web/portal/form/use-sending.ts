import { useRef, useState } from 'react';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { useRefusalText } from '../../kit/notice.js';
import { RegisterMyResource, UpdateMyResource } from '../../operations.js';
import type { FieldProblem } from '../common/problems.js';
import { changesOf, type Draft } from './draft.js';

/** What became of a form that was sent. */
export type Sent =
  | { kind: 'done'; id: string }
  | { kind: 'problems'; problems: readonly FieldProblem[] }
  | { kind: 'stale' }
  | { kind: 'refused'; text: string };

const taken: FieldProblem = {
  field: 'title',
  code: 'TITLE_TAKEN',
  message: 'There is a resource of this title: choose another.',
};

/** Yields what registers a resource or changes a known one. The same form sent again is the same request: it is never registered twice. */
export function useSending(partner: string, known: { id: string; version: number } | null) {
  const refusalText = useRefusalText();
  const [register, isRegistering] = useChange(RegisterMyResource);
  const [update, isUpdating] = useChange(UpdateMyResource);
  const lastKey = useRef({ of: '', key: '' });
  const [isPublishing, setPublishing] = useState(false);
  const keyed = <Input extends object>(input: Input) => {
    const of = JSON.stringify(input);
    if (lastKey.current.of !== of) lastKey.current = { of, key: idempotencyKey() };
    return { ...input, idempotencyKey: lastKey.current.key };
  };
  const change = async (draft: Draft, { id, version }: { id: string; version: number }): Promise<Sent> => {
    const { data, refusal } = await update({
      input: keyed({ resourceId: id, version, ...changesOf(draft) }),
    });
    if (refusal !== null) return { kind: 'refused', text: refusalText(refusal) };
    const outcome = data.updateResource;
    switch (outcome.__typename) {
      case 'Resource':
        return { kind: 'done', id };
      case 'InvalidInput':
        return { kind: 'problems', problems: outcome.problems };
      case 'ResourceAlreadyRegistered':
        return { kind: 'problems', problems: [taken] };
      case 'StaleVersion':
        return { kind: 'stale' };
      case 'CapacityExceeded':
        return { kind: 'problems', problems: [tooSmall] };
    }
  };
  const add = async (draft: Draft, publish: boolean): Promise<Sent> => {
    const { category } = draft;
    if (category === null) throw new Error('A form without a category is not sent.');
    setPublishing(publish);
    const input = { partnerId: partner, ...changesOf(draft), category, unit: draft.unit.trim(), publish };
    const { data, refusal } = await register({ input: keyed(input) });
    if (refusal !== null) return { kind: 'refused', text: refusalText(refusal) };
    const outcome = data.registerResource;
    switch (outcome.__typename) {
      case 'Resource':
        return { kind: 'done', id: outcome.id };
      case 'InvalidInput':
        return { kind: 'problems', problems: outcome.problems };
      case 'ResourceAlreadyRegistered':
        return { kind: 'problems', problems: [taken] };
      case 'UnknownReference':
        return { kind: 'refused', text: outcome.message };
    }
  };
  return {
    send: (draft: Draft, publish: boolean) => (known === null ? add(draft, publish) : change(draft, known)),
    isBusy: isRegistering || isUpdating,
    isPublishing,
  };
}

const tooSmall: FieldProblem = {
  field: 'capacity',
  code: 'CAPACITY_EXCEEDED',
  message: 'Links hold more than this already.',
};
