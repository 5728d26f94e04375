import process from 'node:process';

/** Whether a window could be seen, and somebody may be there to look. */
export function hasDisplay(): boolean {
  const { env, platform } = process;
  if (env['CI']) return false;
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
