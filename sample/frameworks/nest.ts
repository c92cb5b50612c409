import 'reflect-metadata';
import {
  type ArgumentsHost,
  Catch,
  Controller,
  ForbiddenException,
  Get,
  Header,
  Headers,
  HttpException,
  Module,
  Query,
  UnauthorizedException,
  UseFilters,
} from '@nestjs/common';
import { BaseExceptionFilter, NestFactory } from '@nestjs/core';
import { createTokenBuilder, TokenError } from 'agora-token';

const { AGORA_APP_ID, AGORA_APP_CERTIFICATE, HOST = '127.0.0.1', PORT = 3000 } = process.env;
const builder = createTokenBuilder({
  appId: AGORA_APP_ID ?? '',
  appCertificate: AGORA_APP_CERTIFICATE ?? '',
});

@Catch(TokenError)
class TokenErrorFilter extends BaseExceptionFilter {
  override catch(error: TokenError, host: ArgumentsHost) {
    super.catch(new HttpException(error.message, error.status), host);
  }
}

@Controller()
@UseFilters(TokenErrorFilter)
class TokenController {
  @Get('token')
  @Header('cache-control', 'no-store')
  async token(
    @Headers('authorization') authorization: string | undefined,
    @Query('channel') channel: string,
  ) {
    const user = await findUser(authorization, channel);
    if (!user) throw new UnauthorizedException('Sign in first.');
    if (/\*/.test(channel)) throw new ForbiddenException('One channel only.');

    const { uid } = user;
    return { token: builder.rtc({ channel, uid, role: 'publisher', expiresIn: '1h' }), uid };
  }
}

@Module({ controllers: [TokenController] })
class AppModule {}

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(
  _authorization: string | undefined,
  _channel: string,
): Promise<{ uid: number } | null> {
  return null;
}

async function main() {
  const app = await NestFactory.create(AppModule);
  app.enableCors({ origin: ['https://app.example.com'] });
  await app.listen(PORT, HOST);
}

main();
