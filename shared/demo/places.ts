/** An area of the dataset. */
export interface DemoPlace {
  code: string;
  name: string;
  nameEn: string | null;
}

/** The city that the facts are about. */
export const city = '360300';

/** Real divisions of GB/T 2260 that the facts or their neighbourhood name. */
export const divisions: readonly DemoPlace[] = (
  [
    ['360000', '江西省', 'Jiangxi'],
    ['360300', '萍乡市', 'Pingxiang'],
    ['360302', '安源区', 'Anyuan'],
    ['360313', '湘东区', 'Xiangdong'],
    ['360321', '莲花县', 'Lianhua'],
    ['360322', '上栗县', 'Shangli'],
    ['360323', '芦溪县', 'Luxi'],
    ['430000', '湖南省', 'Hunan'],
    ['510000', '四川省', 'Sichuan'],
    ['510100', '成都市', 'Chengdu'],
    ['510112', '龙泉驿区', 'Longquanyi'],
    ['510113', '青白江区', 'Qingbaijiang'],
    ['510114', '新都区', 'Xindu'],
    ['510600', '德阳市', 'Deyang'],
    ['510603', '旌阳区', 'Jingyang'],
    ['510604', '罗江区', 'Luojiang'],
    ['510623', '中江县', 'Zhongjiang'],
    ['510681', '广汉市', 'Guanghan'],
    ['510682', '什邡市', 'Shifang'],
    ['510683', '绵竹市', 'Mianzhu'],
  ] as const
).map(([code, name, nameEn]) => ({ code, name, nameEn }));

/** The five counties of the city, in which the dataset goes down to the grid. */
export const counties = divisions.filter(({ code }) => code.startsWith('3603') && code !== city);

const townshipsPerCounty = 11;
/** Three communities (from 001) and three villages (from 201) in each township (R-DIV-04). */
const villageSuffixes = ['001', '002', '003', '201', '202', '203'];

/** Places that the facts name; all others of their level are derived and say so in their name. */
const published: Record<string, { name: string; nameEn: string }> = {
  '360302100': { name: '青山镇', nameEn: 'Qingshan Town' },
  '360302100201': { name: '高枳村', nameEn: 'Gaozhi Village' },
};

const place = (code: string, name: string) => published[code] ?? { name, nameEn: null };

/** The townships of the city. */
export const townships: readonly DemoPlace[] = counties.flatMap((county) =>
  Array.from({ length: townshipsPerCounty }, (_, index) => {
    const code = `${county.code}${100 + index}`;
    return { ...place(code, `${county.name}第${index + 1}镇（演示）`), code };
  }),
);

/** The communities and villages of the city. */
export const villages: readonly DemoPlace[] = townships.flatMap((township) =>
  villageSuffixes.map((suffix) => {
    const code = `${township.code}${suffix}`;
    const kind = suffix < '200' ? '社区' : '村';
    return {
      ...place(code, `${township.name.replace('（演示）', '')}第${Number(suffix) % 100}${kind}（演示）`),
      code,
    };
  }),
);

/** One grid in each community or village. */
export const grids: readonly DemoPlace[] = villages.map(({ code, name }) => ({
  code: `${code}-G001`,
  name: `${name.replace('（演示）', '')}第1网格（演示）`,
  nameEn: null,
}));
