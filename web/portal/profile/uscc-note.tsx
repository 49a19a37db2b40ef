import { useState } from 'react';
import { Input } from 'antd';
import { useWords, words } from '../../kit/words.js';
import { describedBy, Field } from '../common/field.js';
import { type FieldProblem, useProblemText } from '../common/problems.js';
import { mistakeInUscc, plainUscc } from '../common/uscc.js';

const texts = words(
  {
    uscc: '统一社会信用代码',
    none: '登记时没有填写。',
    compare: '核对证书上的代码',
    hint: '把证书上的代码填在这里，马上知道有没有写错；不会保存。',
    same: '与登记的一致。',
    other: '格式正确，但与登记的不同，请联系管理员。',
    good: '格式与校验位正确；请联系管理员登记。',
  },
  {
    uscc: 'Unified social credit code',
    none: 'None was given at registration.',
    compare: 'Check the code of the certificate',
    hint: 'Type the code of the certificate and see at once whether it is right; it is not kept.',
    same: 'It is the one on record.',
    other: 'It is well formed, but not the one on record: please ask an administrator.',
    good: 'It is well formed; please ask an administrator to put it on record.',
  },
);

interface UsccNoteProps {
  uscc: string | null;
  warnings: readonly FieldProblem[];
}

/** The credit code on record with what is to be looked at in it, and a place to check one. */
export function UsccNote({ uscc, warnings }: UsccNoteProps) {
  const all = useWords(texts);
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const typed = plainUscc(text);
  const found = typed.length === 0 ? null : mistakeInUscc(text);
  const mistake = found === null ? undefined : problemText(found);
  const praise = uscc === null ? all.good : typed === uscc ? all.same : all.other;
  return (
    <>
      <dl className="portal-review">
        <dt>{all.uscc}</dt>
        <dd>{uscc ?? all.none}</dd>
      </dl>
      {warnings.map((warning) => (
        <p key={warning.code} className="portal-warn">
          ⚠ {problemText(warning)}
        </p>
      ))}
      <Field id="profile-uscc" label={all.compare} hint={all.hint} mistake={mistake}>
        <Input
          {...describedBy('profile-uscc', mistake)}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div role="status">
        {typed !== '' && mistake === undefined && <p className="portal-good">✓ {praise}</p>}
      </div>
    </>
  );
}
