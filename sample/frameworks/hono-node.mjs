import { serve } from '@hono/node-server';
import app from './hono.mjs';

const { HOST: hostname = '127.0.0.1', PORT: port = 3000 } = process.env;

serve({ fetch: app.fetch, hostname, port: Number(port) });
