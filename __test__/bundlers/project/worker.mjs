import { answer } from './answer.mjs';

export default {
  fetch() {
    return Response.json(answer());
  },
};
