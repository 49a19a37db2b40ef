import type { AreaLevelName } from '#shared/area-code.js';

/** Peoples whose names stand in autonomous areas with 族 behind them, and those that also stand without it. */
const peoples =
  '(?:(?:[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京各]|布依|朝鲜|土家|哈尼|傈僳|高山|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|阿昌|普米|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族|(?:蒙古|维吾尔|哈萨克|柯尔克孜|达斡尔|锡伯|塔吉克|乌孜别克)族?)';
const withPeoples = new RegExp(`^(.{2,}?)${peoples}+$`, 'u');

/** Kinds of areas, longest first, with what people write in their place. */
const kinds: readonly [suffix: string, shortened: string][] = [
  ['特别行政区', ''],
  ['自治区', ''],
  ['自治州', '州'],
  ['自治县', '县'],
  ['自治旗', '旗'],
  ['新区', ''],
  ['地区', ''],
  ['林区', ''],
  ['特区', ''],
  ['省', ''],
  ['市', ''],
  ['盟', ''],
  ['区', ''],
  ['县', ''],
  ['旗', ''],
];

/** Kinds of areas below the county. */
const lowerKinds = [
  '社区居民委员会',
  '社区居委会',
  '居民委员会',
  '村民委员会',
  '居委会',
  '村委会',
  '街道办事处',
  '街道办',
  '街道',
  '民族乡',
  '社区',
  '镇',
  '乡',
  '村',
];

/** Names that the areas' own short forms do not yield. */
const furtherNames: Readonly<Record<string, readonly string[]>> = {
  '150000': ['内蒙'],
  '232700': ['大兴安岭'],
  '429021': ['神农架'],
  '810000': ['香港特区'],
  '820000': ['澳门特区'],
};

/** Yields the short forms of an area's name: 恩施州 and 恩施 of 恩施土家族苗族自治州. None has less than two characters. */
export function shortForms({ code, name }: { code: string; name: string }, level: AreaLevelName): string[] {
  const forms =
    level === 'PROVINCE' || level === 'PREFECTURE' || level === 'COUNTY'
      ? upperForms(name)
      : lowerForms(name);
  const further = furtherNames[code] ?? [];
  return [...new Set([...forms, ...further])].filter((form) => form !== name && [...form].length >= 2);
}

function upperForms(name: string): string[] {
  const kind = kinds.find(([suffix]) => name.endsWith(suffix));
  if (!kind) return [];
  const [suffix, shortened] = kind;
  const stem = name.slice(0, -suffix.length);
  const bare = suffix.startsWith('自治')
    ? (withPeoples.exec(stem)?.[1] ?? stem.replace(/(?<=..)族$/u, ''))
    : stem;
  return [bare, ...(shortened === '' ? [] : [`${bare}${shortened}`])];
}

function lowerForms(name: string): string[] {
  const suffix = lowerKinds.find((kind) => name.endsWith(kind));
  return suffix === undefined ? [] : [name.slice(0, -suffix.length)];
}
