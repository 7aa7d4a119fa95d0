// Installs what a script needs of Debian, where it may (root, apt-get); otherwise it fails with the one command that does.
import { spawnSync } from 'node:child_process'
import { Mendable, run } from './command.mjs'

/** `lack` says what is missing and for what; `whatIsMissing` is asked again afterwards. */
export async function installPackages({ lack, packages, whatIsMissing }) {
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  const mayInstall = process.getuid?.() === 0
  const sudo = mayInstall ? '' : 'sudo '
  const command = `${sudo}apt-get update && ${sudo}${install.join(' ')}`
  if (spawnSync('apt-get', ['--version']).status !== 0) throw new Mendable(`${lack} Install it with this system's package manager; on Debian: ${command}`)
  if (!mayInstall) throw new Mendable(`${lack} Install it with: ${command}`)

  console.log(`${lack}\nInstalling: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // An update that fails for one of several package sources is no reason to stop: the install will tell.
  await run(['apt-get', '-qq', 'update'], { env, output: 'keep' })
  // Another apt-get may be at work (a fresh machine's automatic upgrade): wait for it.
  const result = await run([...install, '-qq', '-o', 'DPkg::Lock::Timeout=300'], { env, output: 'keep' })
  const still = whatIsMissing()
  if (still.length > 0) throw new Mendable(`${result.text.trim()}\nStill missing: ${still.join(', ')}. Install it with: ${command}`)
}
