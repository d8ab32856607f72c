export { forgetDevice } from './forget-device.ts';
export { deviceWithToken, type TrustedDevice, trustedDevices } from './queries.ts';
export { type Browser, trustBrowser, trustDevice } from './trust-device.ts';
