export * from '../../src/RtcTokenBuilder';
