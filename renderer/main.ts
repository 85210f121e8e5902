import 'virtual:antd.css'
import './ui/tokens.css'
import './ui/base.css'
import { fetchPlace, firstPlace } from './app/places.ts'
import { askAhead } from './client/ahead.ts'
import { windows } from './client/windowId.ts'

// at once, so that no other window takes what this one kept before a reload for left behind
void windows.own()
// the questions first: the engine answers while the code of the screens is read
const asked = askAhead()
asked
  .then(({ lastRoute, me }) => fetchPlace(firstPlace(window.location.hash, lastRoute), me))
  .catch(() => undefined)
// not awaited here: what is imported stands on modules of this file's chunk, which would wait for itself
void import('./app/start.tsx').then(({ start }) => start(asked))
