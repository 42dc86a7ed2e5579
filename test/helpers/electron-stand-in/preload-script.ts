/** The built preload as a script that runs before the page's own, with `electron` as a preload sees it. */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window.top !== window || !location.href.startsWith('https://kerbside.test/')) return;
  const toWire = (value) => {
    if (value instanceof Uint8Array) {
      let text = '';
      for (let at = 0; at < value.length; at += 8192) {
        text += String.fromCharCode(...value.subarray(at, at + 8192));
      }
      return { __bytes: btoa(text) };
    }
    if (Array.isArray(value)) return value.map(toWire);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toWire(part)]));
  };
  const fromWire = (value) => {
    if (Array.isArray(value)) return value.map(fromWire);
    if (value === null || typeof value !== 'object') return value;
    if ('__bytes' in value) return Uint8Array.from(atob(value.__bytes), (c) => c.charCodeAt(0));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromWire(part)]));
  };
  const listeners = new Map();
  const invoke = window.__standInInvoke;
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => {
        Object.defineProperty(window, name, { value: Object.freeze(api) });
      },
    },
    ipcRenderer: {
      invoke: async (name, ...input) => fromWire(await invoke(name, toWire(input))),
      on: (name, listener) => {
        listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      },
      off: (name, listener) => {
        listeners.set(name, (listeners.get(name) ?? []).filter((other) => other !== listener));
      },
    },
  };
  window.__standInReceive = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener({}, fromWire(payload));
  };
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('A sandboxed preload cannot load ' + name);
  };
  const module = { exports: {} };
  const exports = module.exports;
  ((require, module, exports) => {
${preload}
  })(require, module, exports);
})();`;
}
