import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { api } from '../client/engine.ts'
import { useSettings } from '../client/settings.ts'
import { Avatar } from '../ui/bits.tsx'
import { SettingOutlined } from '../ui/icons.tsx'
import { ROOMS, type RoomName, roomOf } from './rooms.ts'
import styles from './shell.module.css'

/** The rooms that exist; settings and the person at the foot. */
export function Rail() {
  const { t } = useTranslation()
  const here = roomOf(useLocation().pathname)
  return (
    <nav className={styles.rail} aria-label={t('app.rooms')}>
      <ul className={styles.rooms}>
        {ROOMS.map(({ name, path, key, Icon }) => (
          <li key={name}>
            <Link
              className={styles.room ?? ''}
              to={path}
              title={`Ctrl ${key}`}
              {...(name === here ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon />
              {t(`app.room.${name}`)}
              <Badge room={name} />
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <NavLink to="/department/settings" aria-label={t('app.settings')} title={t('app.settings')}>
          <SettingOutlined />
        </NavLink>
        <Me />
      </div>
    </nav>
  )
}

/** Clocks go on while nobody does anything. */
const AGAIN_MS = 60_000

/** How many lines of a room are late, where that is counted and any are. */
function Badge({ room }: { readonly room: RoomName }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...api.today.badges.queryOptions(), refetchInterval: AGAIN_MS })
  const count = room === 'today' ? data?.late : room === 'channel' ? data?.lateRequests : undefined
  if (!count) return null
  const label = t(room === 'today' ? 'today.rail.late' : 'today.rail.lateRequests', { count })
  return (
    <span className={styles.badge} title={label}>
      <span aria-hidden="true">{count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}

const MOST_COUNTED = 99

function Me() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const name = members?.find(({ id }) => id === me)?.name
  const label = name === undefined ? t('app.meUnknown') : t('app.me', { name })
  return (
    <NavLink to="/department/settings" aria-label={label} title={label}>
      <Avatar name={name ?? '?'} size={30} />
    </NavLink>
  )
}
