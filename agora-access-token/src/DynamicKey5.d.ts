export * from '../../src/DynamicKey5';
