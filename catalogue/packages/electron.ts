/** Electron: messages between its processes, windows, the clipboard, the network, its log and its store. */
import type { Models } from '../../engine/models/rows.ts';
import { names, seals, sinks, upTo } from '../tables.ts';

export const electronRows: Partial<Models> = {
  sinks: [
    ...upTo(
      '45',
      sinks('process', 'electron.Clipboard', [
        'Member[writeHTML,writeRTF,writeFindText].Argument[0]',
        'Member[writeBuffer].Argument[1]',
      ]),
    ),
    ...sinks('process', 'electron.IpcRenderer', [
      'Member[send,invoke,sendSync,sendToHost].Argument[1..]',
      'Member[postMessage].Argument[1]',
    ]),
    ...sinks('process', 'electron.WebContents', [
      'Member[send,sendToFrame].Argument[1..]',
      'Member[postMessage].Argument[1]',
      'Member[executeJavaScript].Argument[0]',
    ]),
    ...sinks('process', 'electron.WebFrameMain', ['Member[send].Argument[1..]']),
    ...sinks('process', 'electron.MessagePortMain', ['Member[postMessage].Argument[0]']),
    ...sinks('process', 'electron.UtilityProcess', ['Member[postMessage].Argument[0]']),
    ...sinks('process', 'electron.IpcMain', ['Member[handle].Argument[1].ReturnValue']),
    ...sinks('process', 'electron.ContextBridge', ['Member[exposeInMainWorld].Argument[1]']),
    ...sinks('process', 'electron.Clipboard', ['Member[write,writeText].Argument[0]']),
    ...sinks('process', 'electron', ['Member[Notification].Argument[0].Member[title,body,subtitle]']),
    ...sinks('process', 'electron.Dialog', ['Member[showErrorBox].Argument[0,1]']),
    ...sinks('process', 'electron.BaseWindow', ['Member[setTitle].Argument[0]']),
    ...sinks('network', 'electron.WebContents', ['Member[loadURL].Argument[0]']),
    ...sinks('network', 'electron.Shell', ['Member[openExternal].Argument[0]']),
    ...sinks('network', 'electron.ClientRequest', ['Member[write,end].Argument[0]']),
    ...sinks('browser-storage', 'electron.Cookies', ['Member[set].Argument[0].Member[value]']),
    ...sinks('telemetry', 'electron.CrashReporter', [
      'Member[addExtraParameter].Argument[1]',
      'Member[start].Argument[0].Member[extra]',
    ]),
    ...sinks('log', 'electron-log.LogFunctions', [
      'Member[error,warn,info,verbose,debug,silly,log].Argument[0..]',
    ]),
    ...sinks('log', 'electron-log.Logger', [
      'Member[error,warn,info,verbose,debug,silly,log].Argument[0..]',
      'Member[processMessage].Argument[0].Member[data]',
      'Member[variables].AnyMember',
    ]),
    ...sinks('disk', 'electron-store.default', ['Member[set].Argument[1]', 'Member[store]']),
    ...names('disk', 'electron-store.default', ['Member[set].Argument[0]']),
  ],
  sanitizers: [
    ...seals('electron.SafeStorage', '', [['Member[encryptString]', 'Argument[0]', 'ReturnValue']]),
  ],
};
