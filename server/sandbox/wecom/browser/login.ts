/**
 * The page that `createWWLoginPanel` of `@wecom/jssdk` frames: it says that it is ready, and calls the panel's
 * `onCheckWeComLogin`, `onLoginSuccess` and `onLoginFail` by the SDK's messages.
 */
export {}

const { origin = '', code, refused } = document.body.dataset

function post(message: unknown, target: string): void {
  if (parent !== window) parent.postMessage(JSON.stringify(message), target)
}

function call(name: string, payload: unknown): void {
  post({ type: 'ww-iframe-handle:call', args: { type: 'call', name, payload } }, origin)
}

post({ type: 'ww-iframe-handle:ready', supportChannel: false }, origin)
if (code === undefined) call('onCheckWeComLogin', { isWeComLogin: false })
else if (code === '') call('onLoginFail', { errCode: -1, errMsg: refused })
else call('onLoginSuccess', { code })
