/** A known pair of authority and kind of entity, the first two characters of a unified social credit code. */
export interface UsccPrefix {
  prefix: string;
  /** Who is registered under it, in the words of the register. */
  name: string;
  nameEn: string;
  /** Where the hub knows it from: read in the coding rules, confirmed by real codes, or common knowledge only. */
  basis: 'RULE' | 'REAL_CODES' | 'COMMON_KNOWLEDGE';
}

/** Known prefixes (R-USCC-07). One that is missing is a warning, never a refusal: the list is not the standard's text. */
export const usccPrefixes: readonly UsccPrefix[] = [
  { prefix: '11', name: '机关', nameEn: 'government body', basis: 'RULE' },
  { prefix: '12', name: '事业单位', nameEn: 'public institution', basis: 'RULE' },
  { prefix: '13', name: '编办管理的群众团体', nameEn: 'mass organization', basis: 'RULE' },
  { prefix: '19', name: '机构编制其他', nameEn: 'other of institutional staffing', basis: 'RULE' },
  { prefix: '31', name: '律师执业机构', nameEn: 'law firm', basis: 'RULE' },
  { prefix: '32', name: '公证处', nameEn: 'notary office', basis: 'RULE' },
  { prefix: '33', name: '基层法律服务所', nameEn: 'basic-level legal service', basis: 'RULE' },
  { prefix: '34', name: '司法鉴定机构', nameEn: 'forensic institution', basis: 'RULE' },
  { prefix: '35', name: '仲裁委员会', nameEn: 'arbitration commission', basis: 'RULE' },
  { prefix: '39', name: '司法行政其他', nameEn: 'other of justice administration', basis: 'RULE' },
  { prefix: '51', name: '社会团体', nameEn: 'social association', basis: 'RULE' },
  { prefix: '52', name: '民办非企业单位', nameEn: 'social service agency', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '53', name: '基金会', nameEn: 'foundation', basis: 'REAL_CODES' },
  { prefix: '59', name: '民政其他', nameEn: 'other of civil affairs', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '54', name: '村民委员会', nameEn: 'villagers’ committee', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '55', name: '居民委员会', nameEn: 'residents’ committee', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '71', name: '宗教活动场所', nameEn: 'place of worship', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '72', name: '宗教院校', nameEn: 'religious school', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '81', name: '基层工会', nameEn: 'grass-roots trade union', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '91', name: '企业', nameEn: 'enterprise', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '92', name: '个体工商户', nameEn: 'individual business', basis: 'COMMON_KNOWLEDGE' },
  { prefix: '93', name: '农民专业合作社', nameEn: 'farmers’ cooperative', basis: 'COMMON_KNOWLEDGE' },
  { prefix: 'N1', name: '组级集体经济组织', nameEn: 'group collective', basis: 'COMMON_KNOWLEDGE' },
  { prefix: 'N2', name: '村级集体经济组织', nameEn: 'village collective', basis: 'COMMON_KNOWLEDGE' },
  { prefix: 'N3', name: '乡镇级集体经济组织', nameEn: 'township collective', basis: 'COMMON_KNOWLEDGE' },
  { prefix: 'Y1', name: '其他', nameEn: 'other', basis: 'RULE' },
];
