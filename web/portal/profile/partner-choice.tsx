import { useState } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useAskNamed } from '../../kit/named.js';
import { useWords, words } from '../../kit/words.js';
import { PartnerProfile, PortalPartners } from '../../operations.js';
import { RegisterPartnerDialog } from './register-partner.js';

const texts = words(
  { choose: '选择合作伙伴', placeholder: '输入名称或信用代码查找', register: '登记合作伙伴' },
  {
    choose: 'Choose a partner',
    placeholder: 'Search by name or credit code',
    register: 'Register a partner',
  },
);
const route = getRouteApi('/portal');

/** Lets an administrator choose whose portal is shown, or register a partner. */
export function PartnerChoice() {
  const all = useWords(texts);
  const { partner } = route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { data } = useAskNamed(PortalPartners, {
    text: text.trim() === '' ? null : text.trim().slice(0, 100),
  });
  const chosen = useAskNamed(PartnerProfile, { id: partner ?? '' }, { pause: partner === undefined }).data
    ?.partner;
  const found = (data?.partners.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const options =
    chosen == null || found.some(({ value }) => value === chosen.id)
      ? found
      : [{ value: chosen.id, label: chosen.name }, ...found];
  const choose = (id: string) => void navigate({ to: '/portal', search: { partner: id } });
  return (
    <>
      <Select<string>
        className="portal-partner"
        showSearch={{ filterOption: false, onSearch: setText }}
        aria-label={all.choose}
        placeholder={all.placeholder}
        {...(partner === undefined ? {} : { value: partner })}
        options={options}
        onChange={choose}
      />
      <Button onClick={() => setOpen(true)}>{all.register}</Button>
      {isOpen && <RegisterPartnerDialog onClose={() => setOpen(false)} onRegistered={choose} />}
    </>
  );
}
