export default { test: { include: ['*.habit.mjs'], globals: false } };
