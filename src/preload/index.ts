import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callChannel, dropChannel, eventChannel, type Bridge, type WireEvent } from '#shared/ipc/bridge.ts'

/** The only thing the page can reach. It imports two strings and types, so it never grows with the contract. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  subscribe: (listener) => {
    const forward = (_: unknown, event: WireEvent): void => listener(event)
    ipcRenderer.on(eventChannel, forward)
    return () => ipcRenderer.removeListener(eventChannel, forward)
  },
  // The path is read here and goes to the main process only: a page that makes up a File has no path behind it.
  drop: (files) => ipcRenderer.invoke(dropChannel, (files as readonly File[]).map((file) => webUtils.getPathForFile(file))),
}

contextBridge.exposeInMainWorld('bridge', bridge)
