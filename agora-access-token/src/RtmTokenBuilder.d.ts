export * from '../../src/RtmTokenBuilder';
