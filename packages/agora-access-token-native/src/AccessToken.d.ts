export * from 'agora-token-native/agora-access-token/src/AccessToken';
