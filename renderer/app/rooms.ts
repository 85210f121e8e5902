import {
  ApartmentOutlined,
  CarryOutOutlined,
  CompassOutlined,
  MedicineBoxOutlined,
  ShopOutlined,
  TableOutlined,
  ThunderboltOutlined,
} from '../ui/icons.tsx'

/** The rooms that exist, in the rail's order. `key` is the number of Ctrl+number: places of later rooms stay free. */
export const ROOMS = [
  { name: 'today', path: '/today', key: '1', Icon: CarryOutOutlined },
  { name: 'accounts', path: '/accounts', key: '2', Icon: ShopOutlined },
  { name: 'evaluation', path: '/evaluation', key: '3', Icon: TableOutlined },
  { name: 'channel', path: '/channel', key: '4', Icon: ThunderboltOutlined },
  { name: 'visits', path: '/visits', key: '5', Icon: CompassOutlined },
  { name: 'recovery', path: '/recovery', key: '6', Icon: MedicineBoxOutlined },
  { name: 'department', path: '/department', key: '8', Icon: ApartmentOutlined },
] as const

export type RoomName = (typeof ROOMS)[number]['name']

/** The room that an address belongs to: the archive has lists of its own beside the accounts, such as /people and /log. */
export const roomOf = (path: string): RoomName =>
  ROOMS.find((room) => path === room.path || path.startsWith(`${room.path}/`))?.name ?? 'accounts'
