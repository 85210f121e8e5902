import { contextBridge, ipcRenderer } from 'electron'
import type { EngineStatus, YushuiBridge } from '../../renderer/client/bridge.ts'
import { CHANNELS } from '../rules/messages.ts'

/** Everything a page can ask of the main process. No channel names, no events, no Electron objects get through. */
const bridge: YushuiBridge = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  connect: () => ipcRenderer.send(CHANNELS.port),
  onEngineStatus(listener) {
    const hear = (_event: unknown, status: EngineStatus) => listener(status)
    ipcRenderer.on(CHANNELS.status, hear)
    ipcRenderer.send(CHANNELS.status)
    return () => {
      ipcRenderer.off(CHANNELS.status, hear)
    }
  },
  retryEngine: () => ipcRenderer.send(CHANNELS.retry),
  recoverEngine: () => ipcRenderer.send(CHANNELS.recover),
  setLook: (look) => ipcRenderer.send(CHANNELS.look, look),
  openExternal: (url) => ipcRenderer.send(CHANNELS.external, url),
}

contextBridge.exposeInMainWorld('yushui', bridge)

// ports can't cross the bridge between worlds, only a message to the page itself can carry one
ipcRenderer.on(CHANNELS.port, (event, { run }: { run: number }) => {
  window.postMessage({ yushui: 'port', run }, window.location.origin, [...event.ports])
})
