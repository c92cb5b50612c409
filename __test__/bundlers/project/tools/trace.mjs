// node tools/trace.mjs: prints the files that app.mjs needs, as tools that deploy find them.
import { nodeFileTrace } from '@vercel/nft';

const { fileList } = await nodeFileTrace(['app.mjs'], { base: process.cwd() });
console.log(JSON.stringify([...fileList]));
