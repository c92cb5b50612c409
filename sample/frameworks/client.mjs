/**
 * Joins a channel, and stays there when the token ends. For the `client` of agora-rtc-sdk-ng.
 *
 * @param {(channel: string) => Promise<{ token: string, uid: number }>} fetchToken - asks your server
 */
export async function join(client, appId, channel, fetchToken) {
  const enter = async () => {
    const { token, uid } = await fetchToken(channel);
    await client.join(appId, channel, token, uid);
  };
  // Half a minute before the end.
  client.on('token-privilege-will-expire', async () => {
    const { token } = await fetchToken(channel);
    await client.renewToken(token);
  });
  // Too late: the client has left.
  client.on('token-privilege-did-expire', enter);
  await enter();
}

/** Asks the examples of this page. `session` is what your server knows its users by. */
export async function fetchToken(channel, session, server = 'https://api.example.com') {
  const url = `${server}/token?${new URLSearchParams({ channel })}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${session}` } });
  if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
  return response.json();
}
