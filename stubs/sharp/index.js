module.exports = function sharp() {
  throw new Error('Parable ships no image library: it embeds text only.');
};
