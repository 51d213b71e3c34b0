/** The demo company's people. Names are invented. */
import type { Role } from '../../../miniprogram/contract/roles'

export const DEMO_CORP_ID = 'ww-demo-corp'
export const DEMO_COMPANY = '澄江仪表有限公司'

export interface FeaturedPerson {
  readonly userId: string
  readonly name: string
  readonly role: string
  readonly situation: string
}

/** Who a visitor of the start page can be. None of them has a bound phone, so that the first step can be seen. */
export const FEATURED_PEOPLE: readonly FeaturedPerson[] = [
  { userId: 'ChenYuTong', name: '陈雨桐', role: '外勤工程师', situation: '今天要跑两家客户，签到跟着计划走' },
  { userId: 'XuWenJing', name: '许文静', role: '会计，办公室', situation: '刚入职，第一次用：先看告知，再绑定手机' },
  { userId: 'ZhaoYiMing', name: '赵一鸣', role: '装配工，倒班', situation: '这两周替同事上夜班，22:00 到次日 06:00' },
  { userId: 'ZhouLi', name: '周立', role: '固件工程师，弹性工时', situation: '上午什么时候到都行，满 8 小时' },
  { userId: 'WangJianGuo', name: '王建国', role: '服务一部主管', situation: '带 6 名外勤工程师，自己也要签到' },
  { userId: 'ShenRuoLan', name: '沈若兰', role: '人事，管理员', situation: '管场所、规则和权限，看全公司记录' },
]

export interface DemoDepartment {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly leader: string
}

export const DEMO_DEPARTMENTS: readonly DemoDepartment[] = [
  { id: '1', name: DEMO_COMPANY, parentId: null, leader: 'GuYuanShan' },
  { id: '10', name: '销售中心', parentId: '1', leader: 'PanWenBo' },
  { id: '20', name: '服务中心', parentId: '1', leader: 'LiuSiYuan' },
  { id: '21', name: '华东服务一部', parentId: '20', leader: 'WangJianGuo' },
  { id: '22', name: '华南服务部', parentId: '20', leader: 'LiangZhiHao' },
  { id: '30', name: '研发中心', parentId: '1', leader: 'HeJing' },
  { id: '40', name: '生产中心', parentId: '1', leader: 'ZhengWei' },
  { id: '50', name: '职能部门', parentId: '1', leader: 'ShenRuoLan' },
]

export type Base = 'shanghai' | 'suzhou' | 'shenzhen'

export interface DemoPerson {
  readonly userId: string
  readonly name: string
  readonly departmentId: string
  readonly position: string
  readonly base: Base
  readonly team?: '甲班' | '乙班' | '丙班' | '丁班'
  readonly roles?: readonly Role[]
  /** Joined on the day of the seed: nothing agreed to, no history. */
  readonly isNew?: boolean
}

const at =
  (departmentId: string, base: Base) =>
  (userId: string, name: string, position: string, more: Partial<DemoPerson> = {}): DemoPerson => ({
    userId,
    name,
    position,
    departmentId,
    base,
    ...more,
  })

const board = at('1', 'shanghai')
const sales = at('10', 'shanghai')
const service = at('20', 'shanghai')
const serviceEast = at('21', 'shanghai')
const serviceSouth = at('22', 'shenzhen')
const research = at('30', 'shanghai')
const factory = at('40', 'suzhou')
const office = at('50', 'shanghai')

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  board('GuYuanShan', '顾远山', '总经理'),
  sales('PanWenBo', '潘文博', '销售总监'),
  sales('SunKe', '孙可', '客户经理'),
  sales('DongMingXuan', '董明轩', '客户经理'),
  sales('QianLuYao', '钱路遥', '客户经理', { base: 'shenzhen' }),
  sales('JiangXinYi', '蒋心怡', '销售助理'),
  service('LiuSiYuan', '刘思远', '服务总监'),
  serviceEast('WangJianGuo', '王建国', '服务主管'),
  serviceEast('ChenYuTong', '陈雨桐', '外勤工程师'),
  serviceEast('LuoZhiQiang', '罗志强', '外勤工程师'),
  serviceEast('ZhaoWenBo', '赵文博', '外勤工程师'),
  serviceEast('FangXiaoMan', '方小满', '外勤工程师'),
  serviceEast('TangJiaQi', '唐嘉琪', '外勤工程师', { base: 'suzhou' }),
  serviceEast('MaXiaoDong', '马晓东', '外勤工程师', { base: 'suzhou' }),
  serviceSouth('LiangZhiHao', '梁志豪', '服务主管'),
  serviceSouth('HuangKaiWen', '黄凯文', '外勤工程师'),
  serviceSouth('OuYangQing', '欧阳晴', '外勤工程师'),
  research('HeJing', '何静', '研发总监'),
  research('ZhouLi', '周立', '固件工程师'),
  research('XieChengYu', '谢承宇', '硬件工程师'),
  research('BaiXue', '白雪', '测试工程师'),
  research('DuPeng', '杜鹏', '结构工程师'),
  research('YuHanLin', '余翰林', '算法工程师', { base: 'shenzhen' }),
  factory('ZhengWei', '郑伟', '生产总监'),
  factory('NiFang', '倪芳', '质检员', { team: '甲班' }),
  factory('HeJianJun', '贺建军', '装配工', { team: '甲班' }),
  factory('LinHaiSheng', '林海生', '班长', { team: '甲班' }),
  factory('CaoLei', '曹磊', '班长', { team: '乙班' }),
  factory('ZhaoYiMing', '赵一鸣', '装配工', { team: '乙班' }),
  factory('GaoXiuYing', '高秀英', '装配工', { team: '乙班' }),
  factory('ShiLei', '石磊', '班长', { team: '丙班' }),
  factory('LuYan', '陆燕', '装配工', { team: '丙班' }),
  factory('PengDaHai', '彭大海', '调试工', { team: '丙班' }),
  factory('YanBin', '严斌', '班长', { team: '丁班' }),
  factory('KongLingJie', '孔令杰', '装配工', { team: '丁班' }),
  factory('WeiXiaoHong', '魏晓红', '质检员', { team: '丁班' }),
  office('ShenRuoLan', '沈若兰', '人事经理', { roles: ['hr', 'admin'] }),
  office('XuWenJing', '许文静', '会计', { isNew: true }),
  office('WuTing', '吴婷', '内审', { roles: ['auditor'] }),
  office('DaiZiQi', '戴子琪', '行政专员'),
  office('FengWei', '冯薇', '出纳'),
]
