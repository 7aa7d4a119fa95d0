import { expect, test } from 'vitest'
import { dataFolder } from './paths.ts'

test('the data folder is where the operator says, or where the platform keeps such data', () => {
  expect(dataFolder({ platform: 'linux', env: { ONBOARDER_HOME: '/srv/here', XDG_DATA_HOME: '/x' }, home: '/home/a' })).toBe('/srv/here')
  expect(dataFolder({ platform: 'linux', env: { ONBOARDER_HOME: '', XDG_DATA_HOME: '/x' }, home: '/home/a' })).toBe('/x/elevate-onboarder')
  expect(dataFolder({ platform: 'linux', env: {}, home: '/home/a' })).toBe('/home/a/.local/share/elevate-onboarder')
  expect(dataFolder({ platform: 'darwin', env: {}, home: '/Users/a' })).toBe('/Users/a/Library/Application Support/Elevate Onboarder')
  expect(dataFolder({ platform: 'win32', env: { LOCALAPPDATA: 'C:/L' }, home: 'C:/a' })).toContain('C:/L')
})
