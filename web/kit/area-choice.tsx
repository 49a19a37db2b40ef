import { Select } from 'antd';
import { AreaChoices } from '../operations.js';
import { useAsk } from './ask.js';
import { settings } from './settings.js';
import { type Named, useName, useWords, words } from './words.js';

const texts = words({ label: '地区' }, { label: 'Area' });

export interface AreaChoiceProps {
  area: string;
  onChange(area: string | undefined): void;
}

interface Place extends Named {
  code: string;
}

/** Lets one choose the hub's own area or one below it, step by step; the one that it begins with stands for nothing in the address. */
export function AreaChoice({ area, onChange }: AreaChoiceProps) {
  const { label } = useWords(texts);
  const nameOf = useName();
  const home = settings().area;
  const { data } = useAsk(AreaChoices, { home, area });
  const chosen = data?.area;
  const all: (Place | null | undefined)[] = [
    data?.home,
    ...(data?.home?.children ?? []),
    chosen?.parent,
    chosen,
    ...(chosen?.children ?? []),
  ];
  const places = new Map(all.flatMap((place) => (place == null ? [] : [[place.code, place] as const])));
  if (!places.has(area)) places.set(area, { code: area, name: area });
  return (
    <Select
      aria-label={label}
      value={area}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 120 }}
      options={[...places.values()].map((place) => ({ value: place.code, label: nameOf(place) }))}
      onChange={(code) => onChange(code === home ? undefined : code)}
    />
  );
}
