import type { Calendar } from './calendar.ts'
import type { PersonFacts, Post, SampleJob, SamplePerson } from './shapes.ts'

/** The people of the story's threads, told by hand; everybody else is made up by makePeople.ts. */
export const storyPeople = (calendar: Calendar, lunarBirthday: string): readonly SamplePerson[] => [
  ...hengyue(calendar, lunarBirthday),
  ...nanxun(calendar),
  ...meisong(calendar),
  ...xinkai(calendar),
  ...others(calendar),
]

/** 恒岳家居集团, as in the pictures: 高卉 came last September and is hardly known yet. */
const hengyue = ({ year, day }: Calendar, lunarBirthday: string): SamplePerson[] => {
  const at = placeAt('恒岳家居集团')
  return [
    {
      name: '吴国梁',
      post: 'boss',
      gender: 'male',
      attitude: 'champion',
      decisionRole: 'decides',
      influence: 5,
      jobs: [at('董事长', '董事会', '1996')],
      facts: {
        birthday: `lunar:${year - 60}-${lunarBirthday}`,
        nativePlace: '浙江东阳',
        career: '木雕厂学徒出身，1996 年带八个人办起恒岳',
        tradeSince: 1986,
        interests: '钓鱼、黄酒',
        rhythm: '早 7:30 前好打电话',
        family: '儿子吴思齐接班',
        health: '膝盖不好，少安排走楼梯',
        brandsView: '嫌 D 牌交期不稳',
        preconditions: '大事当面定，不在电话里谈价',
        greeting: '称“吴董”，先谈厂里的事，再谈合同',
        tags: ['创始人'],
      },
    },
    {
      name: '吴思齐',
      post: 'boss',
      gender: 'male',
      attitude: 'champion',
      decisionRole: 'approves',
      influence: 5,
      jobs: [at('总经理', '总经办', '2021-03')],
      facts: {
        birthday: `${year - 31}-03-14`,
        nativePlace: '浙江东阳',
        career: '米兰读工业设计，回厂从车间干起',
        tradeSince: 2018,
        interests: '工厂数字化；在看意大利设备',
        rhythm: '晚上回微信快',
        family: '去年成家，太太是建筑师',
        brandsView: '看重海丽雅的色卡做得细',
        preconditions: '打样 5 天内出色板',
        greeting: '直接给数据，少客套',
      },
    },
    {
      name: '郑明霞',
      post: 'buying',
      gender: 'female',
      attitude: 'neutral',
      decisionRole: 'influences',
      influence: 4,
      jobs: [at('采购总监', '采购中心', '2016-05')],
      facts: {
        birthday: `${Number(day(2).slice(0, 4)) - 47}-${day(2).slice(5)}`,
        nativePlace: '江苏常熟',
        career: '在纺织厂做过八年采购，2016 年来恒岳',
        tradeSince: 2008,
        interests: '越剧、烘焙',
        rhythm: '只在周二周四谈价',
        family: '两个女儿，大的今年高考',
        preconditions: '账期与批次一致',
        greeting: '先递批检报告，再谈别的',
      },
    },
    {
      name: '唐海平',
      post: 'making',
      gender: 'male',
      attitude: 'champion',
      decisionRole: 'uses',
      influence: 3,
      jobs: [at('生产副总', '生产中心', '2014-08')],
      facts: {
        birthday: `lunar:${year - 52}-04-08`,
        nativePlace: '四川宜宾',
        career: '曾在家具厂干 20 年漆工',
        tradeSince: 1994,
        interests: '象棋，爱喝家乡的酒',
        rhythm: '车间 10 点后有空',
        family: '儿子在杭州读研',
        brandsView: '试过远联的固化剂，嫌冬天干得慢',
        preconditions: '换料先上小线试三天',
        note: '推荐过我们给宏泰建材',
        tags: ['推荐人'],
      },
    },
    {
      name: '高卉',
      post: 'money',
      gender: 'female',
      attitude: 'cool',
      decisionRole: 'approves',
      influence: 2,
      jobs: [at('财务总监', '财务中心', `${year - 1}-09`)],
      facts: { career: '去年 9 月到任，来自上市公司', note: '44 岁；在压账期' },
    },
  ]
}

/** 南浔木业: its champion left for a bamboo mill nearby. */
const nanxun = ({ year, day }: Calendar): SamplePerson[] => {
  const at = placeAt('南浔木业')
  return [
    man('费志明', 'boss', 'neutral', 'decides', 5, [at('总经理', '总经办', '2009')], {
      birthday: `${year - 54}-07-02`,
      nativePlace: '浙江湖州',
      tradeSince: 1998,
      interests: '书法、普洱茶',
      rhythm: '上午巡车间，下午 3 点后见客',
      family: '女儿在上海做审计',
      brandsView: '觉得几家漆差不多，比的是服务',
      preconditions: '停线的账先算清楚',
      greeting: '称“费总”，别绕弯子',
    }),
    woman('潘玉琴', 'buying', 'cool', 'influences', 4, [at('采购经理', '采购部', day(-88))], {
      nativePlace: '浙江德清',
      career: '从集团审计调来管采购，要求每样料两家以上',
      preconditions: '三家比价，附检测报告',
    }),
    man('姚建华', 'making', 'neutral', 'uses', 3, [at('生产厂长', '生产部', '2012-03')], {
      birthday: `lunar:${year - 49}-08-20`,
      nativePlace: '浙江湖州',
      career: '地板厂三班倒干上来的',
      tradeSince: 2001,
      interests: '骑车',
      rhythm: '中午 12 点后接电话',
      preconditions: '每批先做百格与硬度',
    }),
    woman('陆芳', 'quality', 'friendly', 'keepsGate', 3, [at('品质主管', '品质部', '2017')], {
      nativePlace: '江苏吴江',
      tradeSince: 2010,
      rhythm: '早会后 9 点半有空',
      preconditions: '换供应商要她会签',
    }),
    {
      name: '钱学军',
      post: 'buying',
      gender: 'male',
      attitude: 'champion',
      decisionRole: 'influences',
      influence: 4,
      jobs: [
        { account: '湖州南太湖竹业', title: '副总经理', department: '总经办', since: day(-80), until: null },
        { ...at('采购部长', '采购部', '2013-02'), until: day(-95) },
      ],
      facts: {
        birthday: `${year - 48}-05-19`,
        nativePlace: '浙江湖州',
        career: '南浔木业采购部长做了十多年，今年去了南太湖竹业',
        tradeSince: 2002,
        interests: '羽毛球',
        rhythm: '晚上 8 点后好聊',
        family: '儿子上初中',
        brandsView: '一直说我们的 UV 面漆最稳',
        note: '在南浔一向支持我们；新东家想做水性竹家具漆',
        tags: ['换了东家'],
      },
    },
  ]
}

const meisong = ({ year }: Calendar): SamplePerson[] => {
  const at = placeAt('佛山美颂家具')
  return [
    man('梁伟雄', 'boss', 'friendly', 'decides', 5, [at('董事长', '董事会', '2003')], {
      birthday: `lunar:${year - 57}-02-16`,
      nativePlace: '广东顺德',
      tradeSince: 1992,
      interests: '高尔夫、功夫茶',
      rhythm: '下午茶时间最好谈事',
      family: '两个儿子都在厂里',
      brandsView: '说华楷的样板漂亮，批量差一截',
      greeting: '讲粤语更亲近',
    }),
    woman('何嘉欣', 'buying', 'neutral', 'influences', 4, [at('采购总监', '供应链中心', '2018-06')], {
      birthday: `${year - 39}-09-05`,
      nativePlace: '广东肇庆',
      career: '做过五年外贸跟单',
      interests: '跑步',
      rhythm: '周一开会，周三以后好约',
      preconditions: '急单 2 小时内要有回话',
    }),
    man('黎志强', 'making', 'friendly', 'uses', 3, [at('生产厂长', '制造部', '2011')], {
      birthday: `--06-12`,
      nativePlace: '广西梧州',
      tradeSince: 1999,
      interests: '篮球',
      preconditions: '底漆打磨性要好',
    }),
    woman('欧阳敏', 'money', 'neutral', 'approves', 3, [at('财务经理', '财务部', '2019-02')], {
      nativePlace: '湖南衡阳',
      rhythm: '每月 5 日前别打扰',
    }),
  ]
}

const xinkai = ({ year, day }: Calendar): SamplePerson[] => {
  const at = placeAt('苏州新垲整木')
  return [
    man('罗天成', 'boss', 'champion', 'decides', 5, [at('总经理', '总经办', '2010')], {
      birthday: `--${day(4).slice(5)}`,
      nativePlace: '安徽安庆',
      career: '设计师出身，做过十年别墅整木',
      tradeSince: 2000,
      interests: '摄影、徒步',
      rhythm: '上午 10 点后',
      brandsView: '认准水性，不再看油性的牌子',
      preconditions: '小批量也要配得齐',
    }),
    woman('何颖', 'buying', 'friendly', 'influences', 4, [at('采购经理', '采购部', '2019-04')], {
      birthday: `${year - 36}-12-18`,
      nativePlace: '江苏昆山',
      interests: '插花',
      rhythm: '微信回得快，电话少打',
      family: '有个上小学的女儿',
      preconditions: '固化剂要小包装',
    }),
    man('陶建国', 'making', 'friendly', 'uses', 3, [at('生产厂长', '生产部', '2014')], {
      birthday: `lunar:${year - 55}-09-09`,
      nativePlace: '江苏泰兴',
      career: '木工世家',
      tradeSince: 1990,
      rhythm: '下午 2 点巡完线',
    }),
    woman('徐静', 'money', 'neutral', 'approves', 2, [at('财务经理', '财务部', '2020-07')], {
      nativePlace: '江苏苏州',
    }),
  ]
}

const others = ({ year, day }: Calendar): SamplePerson[] => [
  man('胡越', 'boss', 'friendly', 'decides', 5, [placeAt('厦门鹭岛家居')('总经理', '总经办', '2016')], {
    birthday: `${year - 43}-01-22`,
    nativePlace: '福建泉州',
    career: '做过家居卖场，再来办厂',
    interests: '帆船',
    rhythm: '午后好约',
  }),
  man(
    '洪志远',
    'quality',
    'friendly',
    'keepsGate',
    3,
    [
      {
        account: '厦门鹭岛家居',
        title: '技术经理',
        department: '技术部',
        since: `${year - 1}-06`,
        until: null,
      },
      {
        account: '漳州角美家具',
        title: '品质主管',
        department: '品质部',
        since: '2019',
        until: `${year - 1}-05`,
      },
    ],
    {
      nativePlace: '福建漳州',
      career: '原在漳州角美家具管品质，去年到鹭岛',
      tradeSince: 2013,
      note: '在角美时就用我们的水性底漆',
    },
  ),
  man('蒋宏', 'boss', 'friendly', 'decides', 5, [placeAt('川渝宏泰建材')('总经理', '总经办', '2008')], {
    birthday: `lunar:${year - 51}-06-24`,
    nativePlace: '重庆涪陵',
    career: '从一间涂料门店做到三地仓库',
    tradeSince: 1999,
    interests: '登山、火锅',
    rhythm: '上午跑工地，傍晚有空',
    note: '经恒岳唐海平介绍认识',
  }),
  man('关铁军', 'boss', 'neutral', 'decides', 5, [placeAt('沈阳北辰幕墙')('总经理', '总经办', '2011')], {
    nativePlace: '辽宁鞍山',
    tradeSince: 1997,
    interests: '冰上运动',
    preconditions: '工地等不起，交期要准',
  }),
  woman(
    '佟晓丽',
    'buying',
    'cool',
    'influences',
    3,
    [placeAt('沈阳北辰幕墙')('采购主管', '物资部', '2020')],
    {
      nativePlace: '辽宁沈阳',
      rhythm: '上午 9 点前',
      note: `${Number(day(-30).slice(5, 7))} 月交期投诉由她提出`,
    },
  ),
]

const placeAt =
  (account: string) =>
  (title: string, department: string, since: string): SampleJob => ({
    account,
    title,
    department,
    since,
    until: null,
  })

type Told = (
  name: string,
  post: Post,
  attitude: SamplePerson['attitude'],
  decisionRole: SamplePerson['decisionRole'],
  influence: number,
  jobs: SamplePerson['jobs'],
  facts: PersonFacts,
) => SamplePerson

const told =
  (gender: SamplePerson['gender']): Told =>
  (name, post, attitude, decisionRole, influence, jobs, facts) => ({
    name,
    post,
    gender,
    attitude,
    decisionRole,
    influence,
    jobs,
    facts,
  })
const man = told('male')
const woman = told('female')
