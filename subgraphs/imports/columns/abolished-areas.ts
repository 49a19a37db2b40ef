/** An area that files still name though it is no more, with what became of it. */
export interface AbolishedArea {
  name: string;
  /** Prefix of the codes it lay within. */
  within: string;
  year: number;
  /** Codes of the areas that took its place. */
  successors: readonly string[];
}

/**
 * Changes of recent years that names alone do not tell. One that only changed its kind (监利县 → 监利市) needs no entry:
 * its successor is the nearest name. One that is missing is told as unknown.
 */
export const abolishedAreas: readonly AbolishedArea[] = [
  { name: '莱芜市', within: '37', year: 2019, successors: ['370116', '370117'] },
  { name: '莱城区', within: '37', year: 2019, successors: ['370116'] },
  { name: '九江县', within: '3604', year: 2017, successors: ['360404'] },
  { name: '上饶县', within: '3611', year: 2019, successors: ['361104'] },
  { name: '崇文区', within: '11', year: 2010, successors: ['110101'] },
  { name: '宣武区', within: '11', year: 2010, successors: ['110102'] },
  { name: '卢湾区', within: '31', year: 2011, successors: ['310101'] },
  { name: '闸北区', within: '31', year: 2015, successors: ['310106'] },
  { name: '南汇区', within: '31', year: 2009, successors: ['310115'] },
  { name: '白下区', within: '3201', year: 2013, successors: ['320104'] },
  { name: '下关区', within: '3201', year: 2013, successors: ['320106'] },
  { name: '下城区', within: '3301', year: 2021, successors: ['330105'] },
  { name: '江干区', within: '3301', year: 2021, successors: ['330102'] },
  { name: '江东区', within: '3302', year: 2016, successors: ['330212'] },
  { name: '梅列区', within: '3504', year: 2021, successors: ['350404'] },
  { name: '思茅市', within: '53', year: 2007, successors: ['530800'] },
  { name: '襄樊市', within: '42', year: 2010, successors: ['420600'] },
];
