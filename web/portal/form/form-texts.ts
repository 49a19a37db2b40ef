import { words } from '../../kit/words.js';

/** What the fields of the form are called. */
export const fieldTexts = words(
  {
    category: '类别',
    title: '名称',
    description: '说明',
    capacity: '数量',
    unit: '单位',
    areaCodes: '适用地区',
    availableFrom: '第一天',
    lastDay: '最后一天',
  },
  {
    category: 'Category',
    title: 'Title',
    description: 'Description',
    capacity: 'Quantity',
    unit: 'Unit',
    areaCodes: 'Usable in',
    availableFrom: 'First day',
    lastDay: 'Last day',
  },
);

/** What the steps of the form are called. */
export const stepNames = words(
  { kind: '类别', details: '内容', place: '时间与地区', review: '核对' },
  { kind: 'Kind', details: 'Details', place: 'When and where', review: 'Review' },
);

/** What a category is made of: what is typical of it, an example of a title, and units that people count it in. */
export const categoryTexts = words(
  {
    VENUE: { hint: '会议室、活动室、场馆', title: '例如：三楼多功能活动室', units: ['场次', '小时', '间'] },
    FUND: { hint: '资助、奖补、配捐', title: '例如：社区公益小额资助', units: ['元', '万元', '项'] },
    GOODS: { hint: '物品、食品、用品', title: '例如：儿童书包', units: ['件', '箱', '套'] },
    EXPERT: {
      hint: '督导、讲师、法律或心理专家',
      title: '例如：社会工作督导',
      units: ['人次', '小时', '人'],
    },
    VOLUNTEER_TIME: {
      hint: '志愿者与服务时长',
      title: '例如：周末志愿服务队',
      units: ['小时', '人次', '人'],
    },
    TRAINING: { hint: '课程、讲座、实训', title: '例如：社工实务培训', units: ['人次', '期', '课时'] },
    PROJECT: { hint: '可以落地的公益项目', title: '例如：青少年公益项目', units: ['个项目', '期', '个'] },
    EQUIPMENT: { hint: '音响、电脑、康复器材', title: '例如：便携音响', units: ['台', '套', '件'] },
    MEDIA: { hint: '宣传、报道、制作', title: '例如：公益短视频制作', units: ['次', '条', '版'] },
  },
  {
    VENUE: {
      hint: 'Rooms and halls',
      title: 'For instance: hall on the third floor',
      units: ['场次', '小时', '间'],
    },
    FUND: {
      hint: 'Grants and matched giving',
      title: 'For instance: small community grants',
      units: ['元', '万元', '项'],
    },
    GOODS: { hint: 'Things, food, supplies', title: 'For instance: school bags', units: ['件', '箱', '套'] },
    EXPERT: {
      hint: 'Supervisors, lecturers, advisers',
      title: 'For instance: supervision',
      units: ['人次', '小时', '人'],
    },
    VOLUNTEER_TIME: {
      hint: 'Volunteers and their hours',
      title: 'For instance: weekend volunteers',
      units: ['小时', '人次', '人'],
    },
    TRAINING: {
      hint: 'Courses and practice',
      title: 'For instance: social work practice',
      units: ['人次', '期', '课时'],
    },
    PROJECT: {
      hint: 'Projects ready to be run',
      title: 'For instance: a youth project',
      units: ['个项目', '期', '个'],
    },
    EQUIPMENT: {
      hint: 'Sound, computers, therapy',
      title: 'For instance: portable speakers',
      units: ['台', '套', '件'],
    },
    MEDIA: { hint: 'Reports and production', title: 'For instance: short films', units: ['次', '条', '版'] },
  },
);
