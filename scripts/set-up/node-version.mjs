const oldest = [20, 19];

/** Whether this Node is one that Gatepass runs on (engines of package.json); says so when not. */
export function nodeIsNewEnough(version, say) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return true;
  say(`Node ${version} is too old: Gatepass needs ${oldest.join('.')} or later (https://nodejs.org).`);
  return false;
}
