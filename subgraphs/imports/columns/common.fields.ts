import type { Field, FieldValue } from './fields.js';

/** Header words of an institution's name, whatever the institution is. */
export const nameWords = [
  '名称',
  '名字',
  '全称',
  '单位名称',
  '单位全称',
  '机构名称',
  '组织名称',
  '学校名称',
  '高校名称',
  '院校名称',
  '医院名称',
  '厂商名称',
  '厂家名称',
  '企业名称',
  '公司名称',
  '供应商名称',
  '供应商',
  'name',
  'organization name',
  'company name',
];

/** Header words of a name in English. */
export const nameEnWords = ['英文名', '英文名称', '英文全称', 'name in english', 'english name', 'nameEn'];

/** Header words of the unified social credit code. */
export const usccWords = [
  '统一社会信用代码',
  '统一信用代码',
  '社会信用代码',
  '信用代码',
  '统一代码',
  'uscc',
  'credit code',
  'unified social credit code',
  'social credit code',
];

/** The field of a unified social credit code. */
export const usccField: Field = {
  name: 'uscc',
  title: '统一社会信用代码',
  required: false,
  synonyms: usccWords,
  kind: 'uscc',
  help: '18位，数字和大写字母（不含 I、O、S、V、Z）。请先把整列设为“文本”格式再填写，否则表格软件会丢失后几位。没有的留空。',
  sample: '91110000600037341L',
  isText: true,
};

/** The seat of an institution: one column with a code or a name of any level, or up to three columns with names. */
export function seatFields({ required, help }: Pick<Field, 'required' | 'help'>): Field[] {
  const part = (
    name: string,
    title: string,
    level: NonNullable<Field['level']>,
    synonyms: string[],
  ): Field => ({
    name: `areaCode.${name}`,
    title,
    required: false,
    synonyms,
    kind: 'area',
    help: `${title}的名称；与其他地区列合起来确定所在地区。`,
    sample: '',
    isText: false,
    level,
    isRare: true,
  });
  return [
    {
      name: 'areaCode',
      title: '所在地区',
      required,
      synonyms: [
        '地区',
        '所属地区',
        '行政区划',
        '行政区划代码',
        '区划代码',
        '地区代码',
        '所在地',
        '属地',
        'area',
        'area code',
        'region',
        'location',
      ],
      kind: 'area',
      help,
      sample: '江西省萍乡市安源区',
      isText: true,
    },
    part('province', '省', 'PROVINCE', [
      '省份',
      '省市',
      '省区市',
      '省级',
      '所在省',
      '所在省份',
      '所属省份',
      '所在省市',
      'province',
    ]),
    part('prefecture', '市', 'PREFECTURE', [
      '城市',
      '地市',
      '地级市',
      '市州',
      '所在市',
      '所在城市',
      '所属城市',
      'city',
      'prefecture',
    ]),
    part('county', '区县', 'COUNTY', [
      '县区',
      '县市区',
      '区',
      '县',
      '区县名称',
      '所在区县',
      '所属区县',
      '所在县区',
      '县级',
      'county',
      'district',
    ]),
  ];
}

/** A value with the words that stand for it. */
export const value = (name: string, ...words: string[]): FieldValue => ({ value: name, words });

/** Values of a boolean; further words are those of the field. */
export const yesOrNo = (yes: readonly string[] = [], no: readonly string[] = []): FieldValue[] => [
  value('true', '是', 'yes', 'y', 'true', '1', '√', '✓', '✔', '对', '有', ...yes),
  value('false', '否', 'no', 'n', 'false', '0', '×', '✗', 'x', '不是', '无', '没有', ...no),
];
